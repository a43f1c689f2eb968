"""How Sphinx makes the site from what gather.py has gathered in _build/source."""

from pathlib import Path

import yaml
from myst_nb.sphinx_ import HideCodeCellNode

cited = yaml.safe_load((Path(__file__).parents[1] / "CITATION.cff").read_text("utf-8"))

project = cited["title"].partition(":")[0]
author = cited["authors"][0]["name"]
version = release = cited["version"]
copyright = f"{cited['date-released']:%Y} {author}; prose and data CC BY-SA 4.0, code MIT"
language = "en"

extensions = ["myst_nb"]
myst_enable_extensions = ["colon_fence", "deflist"]  # no dollarmath: a dollar sign is money here
myst_heading_anchors = 3
myst_html_meta = {
    "description": "North Korea and the USSR, later Russia: what happened, and who says so.",
    "property=og:type": "book",
    "property=og:site_name": project,
    "property=og:image": "cover.png",
    "property=og:image:alt": "Timeline of all events of the record by category, with the ten eras as bands",
}
suppress_warnings = ["mystnb.unknown_mime_type"]  # the hash of what a chart draws, for tests only

nb_execution_mode = "off"  # the stored outputs are the ones that the tests compared
nb_ipywidgets_js = {}  # otherwise scripts from elsewhere
nb_code_prompt_show = "Show the code"

html_theme = "sphinx_book_theme"
html_title = project
html_context = {"default_mode": "auto"}  # light or dark as the reader's system is
templates_path = ["templates"]
html_static_path = ["static"]
html_extra_path = ["_build/extra"]
html_css_files = ["book.css"]
html_favicon = "static/favicon.svg"
html_use_index = False
html_copy_source = html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = {
    "home_page_in_toc": False,
    "navbar_persistent": [],  # the sidebar has the search already
    "use_download_button": False,  # it would hand out the notebook as changed for the site
    "use_fullscreen_button": False,
    "show_toc_level": 2,
    "show_navbar_depth": 1,
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}


def setup(app):
    # The theme's box around folded code is as wide as the page and hides its label from screen readers.
    app.add_node(HideCodeCellNode, override=True, html=(open_fold, close_fold))
    app.connect("html-page-context", name_folds, priority=900)  # after the theme's own


def open_fold(page, node):
    page.body.append(f'<details class="code"><summary>{node["prompt_show"]}</summary>')


def close_fold(page, node):
    page.body.append("</details>")


def name_folds(app, pagename, templatename, context, doctree):
    """Give the folds of the sidebar a name that a screen reader can say; the theme gives none."""
    toctree = context["generate_toctree_html"]

    def named(*kinds, **options):
        return str(toctree(*kinds, **options)).replace(
            "<summary>", '<summary aria-label="Pages below this one">'
        )

    context["generate_toctree_html"] = named

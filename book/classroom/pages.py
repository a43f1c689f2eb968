"""Pages to print or to read in a browser, each in one file that needs nothing from the network."""

from functools import cache
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from nbconvert.filters import markdown2html

from classroom.parts import uncited
from dprk_russia import load
from dprk_russia.citations import CITATION
from dprk_russia.record import source_names
from generated import WORDS_A_MINUTE

HERE = Path(__file__).parent


def write(path, template, **content):
    """Fill a template of this folder and write the page."""
    pages = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    pages.filters.update(html=html, plain=plain, minutes=minutes, answer=answer)
    text = pages.get_template(template).render(words_a_minute=WORDS_A_MINUTE, **content)
    path.write_text(text.rstrip() + "\n", "utf-8", newline="\n")


def html(markdown):
    """Return Markdown as HTML, with the ids of citations as plain text."""
    return Markup(markdown2html(CITATION.sub(r"\\[\1\\]", markdown)))


def plain(markdown):
    """Return Markdown as HTML without its citations."""
    return Markup(markdown2html(uncited(markdown)))


def minutes(number):
    """Return minutes as people write them: 1½, not 1.5."""
    return f"{int(number) or ''}½" if number % 1 else f"{int(number)}"


def answer(value):
    """Return an answer as a teacher reads it, an id with its title."""
    if isinstance(value, pd.DataFrame):
        return Markup(value.to_html(index=False, border=0))
    if isinstance(value, list | set | tuple | pd.Series | pd.Index):
        return ", ".join(map(titled, sorted(map(str, value))))
    return f"{value:,.10g}" if isinstance(value, float) else titled(str(value))


def titled(name):
    """Return an id of a source, series or event with its title behind it, any other text as it stands."""
    return f"{name} ({titles()[name]})" if name in titles() else name


@cache
def titles():
    """Return the title of each source, series and event by its id."""
    return {
        **source_names(load("sources")),
        **load("series").set_index("series_id")["title"],
        **load("events").set_index("event_id")["title"],
    }

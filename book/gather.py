"""Gather what the site is made of into book/_build: `source` for Sphinx, `extra` to be copied as it is.

Nothing is written twice: the pages come from the notebooks, the data, README.md and CITATION.cff;
only what no other file says stands in book/pages.
"""

import json
import re
import shutil
import zipfile
from html import escape
from pathlib import Path

import yaml

import evidence
import generated
from chapters import for_site
from cover import draw_cover
from dprk_russia import load
from dprk_russia.record import DATA
from markup import download, link, table

BOOK = Path(__file__).parent
ROOT = BOOK.parent
SOURCE, EXTRA = BOOK / "_build" / "source", BOOK / "_build" / "extra"
# Each part of the table of contents, by the number of the notebook that opens it.
PARTS = {
    "00": "The story, era by era",
    "12": "Themes",
    "18": "The sources weighed",
    "21": "Your own question",
}
STUDY = ("README.md", "LICENSE*", "CITATION.cff", "Makefile", "pyproject.toml", "requirements.lock")
STUDY_FOLDERS = ("data", "helpers", "notebooks", "tests", "book")
NOT_SOURCE = {"_build", "__pycache__", ".ipynb_checkpoints"}


def main():
    shutil.rmtree(BOOK / "_build", ignore_errors=True)
    shutil.copytree(BOOK / "pages", SOURCE)
    shutil.copy(generated.ARC, SOURCE)
    told = evidence.pages()
    homes = evidence.homes(told)
    for path in generated.story():
        notebook = for_site(json.loads(path.read_text("utf-8")), homes)
        link_file(notebook["cells"][0], path)
        write(path.name, json.dumps(notebook))
    for name, text in told.items():
        write(f"evidence/{name}.md", text)
    append("evidence.md", toctree([f"evidence/{name}" for name in told], hidden=False))
    write_data_pages()
    append("rerun.md", section("Run it") + section("Change something"))
    append("making.md", section("How we word things"))
    append("cite.md", reference() + section("Cite and reuse"))
    append("class.md", guide())
    append("class.md", lessons())
    append("index.md", table_of_contents())
    copy_files()


def write(name, text):
    (SOURCE / name).parent.mkdir(exist_ok=True)
    (SOURCE / name).write_text(text, "utf-8")


def append(name, text):
    write(name, (SOURCE / name).read_text("utf-8") + "\n\n" + text)


def section(heading):
    """Return a section of the README, heading included."""
    text = generated.README.read_text("utf-8")
    return re.search(rf"^## {heading}\n.*?(?=^## |\Z)", text, re.M | re.S)[0]


def link_file(cell, path):
    """Add a link to the notebook's own file behind its reading time."""
    link = f' · <a href="notebooks/{path.name}" download>Notebook file</a>'
    cell["source"] = re.sub(r"(\*Reading time: [^*]*\*)", rf"\1{link}", cell["source"])


def toctree(names, caption="", hidden=True):
    options = f":caption: {caption}\n" * bool(caption) + ":hidden:\n" * hidden + ":maxdepth: 1\n"
    return f"```{{toctree}}\n{options}\n" + "\n".join(names) + "\n```\n"


def table_of_contents():
    """Return a toctree for each part: the notebooks as they are read, then what stands behind them."""
    parts, caption = {}, ""
    for path in generated.story():
        caption = PARTS.get(path.name[:2], caption)
        parts.setdefault(caption, []).append(path.stem)
    parts["Evidence and data"] = ["evidence", "data", "glossary"]
    parts["About"] = ["class", "rerun", "making", "cite"]
    return "\n".join(toctree(names, caption) for caption, names in parts.items())


def write_data_pages():
    """Write the page of all tables, and for each table its codebook."""
    tables = json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]
    rows = [
        (
            link(f"data/{of['name']}.html", of["name"]),
            f"{len(load(of['name'])):,}",
            escape(of["description"]),
            download(f"data/{of['path']}", "CSV"),
        )
        for of in tables
    ]
    append("data.md", table("The tables of the record", ("table", "rows", "what a row is", "file"), rows))
    append("data.md", toctree([f"data/{of['name']}" for of in tables]))
    for of in tables:
        write(f"data/{of['name']}.md", codebook_page(of))


def codebook_page(of):
    """Return what each column of a table takes, and which rows of other tables it names."""
    order = f", ordered by {', '.join(of['sortedBy'])}" if "sortedBy" in of else ""
    file = download(of["path"], f"Download {of['path']}")
    rows = list(map(column, of["schema"]["fields"]))
    columns = table(f"Columns of {of['name']}", ("column", "type", "what it says", "takes"), rows, True)
    ties = "\n".join(map(tie, of["schema"].get("foreignKeys", [])))
    return f"# {of['title']}\n\n{of['description']}\n\n{file}{order}.\n\n{columns}\n\n{ties}\n"


def column(field):
    limits = field.get("constraints", {})
    takes = ["required"] * limits.get("required", False)
    takes += [f"one of {', '.join(limits['enum'])}"] if "enum" in limits else []
    takes += [f"{name} {limits[name]}" for name in ("minimum", "maximum", "pattern") if name in limits]
    texts = [field["type"], escape(field["description"]), escape("; ".join(takes))]
    return [f"<code>{field['name']}</code>", *texts]


def tie(key):
    other = key["reference"]["resource"]
    return f"- `{', '.join(key['fields'])}` names a row of [{other}]({other}.md)"


def reference():
    """Return the study as a line to cite and as a BibTeX entry, from CITATION.cff."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    author, title, date = cited["authors"][0]["name"], cited["title"], cited["date-released"]
    version = f"Version {cited['version']}, {date}, {cited['license']}"
    fields = {"author": f"{{{author}}}", "title": title, "year": date.year, "note": version}
    entry = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return (
        f"> {author} ({date.year}). *{title}*. {version}.\n\n"
        f"```bibtex\n@misc{{dprk-russia,\n{entry}}}\n```\n\n"
        f"The same for programs: {download('CITATION.cff', 'CITATION.cff')}.\n\n"
    )


def guide():
    """Return the lecturer's guide as a section of a page."""
    return "#" + (BOOK / "lecturers-guide.md").read_text("utf-8")


def lessons():
    """Return a section for each notebook: its question, its reading time and what one can do after it."""
    made = []
    for path in generated.story():
        title, question = generated.opening(path)
        opening = "".join(generated.cells(path)[0]["source"])
        goals = re.search(r"\*\*After this you can\*\*\n\n(.*)", opening, re.S)
        made.append(
            f"## [{title}]({path.name})\n\n**{question}** {generated.READING_TIME.search(opening)[0]}.\n\n"
            + (goals[1] if goals else "")
        )
    return "\n\n".join(made)


def copy_files():
    """Copy what readers may take away: the notebooks, the tables, the whole study, the cover."""
    EXTRA.mkdir()
    shutil.copytree(DATA, EXTRA / "data")
    shutil.copytree(generated.NOTEBOOKS, EXTRA / "notebooks", ignore=shutil.ignore_patterns(".*"))
    shutil.copy(ROOT / "CITATION.cff", EXTRA)
    draw_cover(EXTRA / "cover.png")
    files = [file for pattern in STUDY for file in ROOT.glob(pattern)]
    files += [file for folder in STUDY_FOLDERS for file in (ROOT / folder).rglob("*")]
    with zipfile.ZipFile(EXTRA / "study.zip", "w", zipfile.ZIP_DEFLATED) as study:
        for file in sorted(files):
            inside = file.relative_to(ROOT)
            if file.is_file() and not NOT_SOURCE & set(inside.parts):
                study.write(file, Path("study") / inside)


if __name__ == "__main__":
    main()

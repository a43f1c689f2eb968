"""A notebook as the site shows it: the same words and outputs, in the forms that a page can afford."""

import base64
import io
import re
from html import escape, unescape

from PIL import Image

from dprk_russia.citations import CITATION, ID
from generated import nbgrader
from markup import LONG, boxed

CITATIONS = re.compile(rf"\s?{CITATION.pattern}(?:\s?{CITATION.pattern})*")
HOW_TO_CITE = "## How to read a citation"
ON_THE_SITE = (
    "\n\nOn these pages a small number stands for the short name. Point at it to read the row, follow it to "
    "the evidence; the list *Cited here* has the rows by number."
)
SOLUTION_MARK = re.compile(r"^### (BEGIN|END) SOLUTION\n?", re.M)
HEADING_LINK = re.compile(r"\]\(#([^)\s]+)\)")
SHORT_NAME = re.compile(rf'(<td dir="ltr">)({ID})(</td>)')
INLINE_STYLE = re.compile(r'(<(?:td|th|caption)[^>]*?) style="[^"]*"')
LONG_CELL = re.compile(rf"<td(?=[^>]*>[^<]{{{LONG}}})")


def for_site(notebook, homes):
    """Return the notebook with citations, tables, charts and code in the site's form."""
    numbers = {}
    notebook["cells"] = [cell for cell in notebook["cells"] if not of_the_notebook_only(cell)]
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = prose("".join(cell["source"]), homes, numbers)
        else:
            fold(cell)
            for output in cell["outputs"]:
                show(output, cell, homes)
    return notebook


def prose(text, homes, numbers):
    """Return Markdown with each citation as a small number that leads to the evidence."""
    if text.startswith(HOW_TO_CITE):
        return CITATION.sub(lambda found: f"<code>{linked(found[1], homes)}</code>", text) + ON_THE_SITE

    def link(id, row):
        number = numbers.setdefault(id, len(numbers) + 1)
        return f'<a href="{homes[id]}" title="{escape(row)}">{number}</a>'

    def links(run):
        # A narrow space keeps a number apart from the word before it where text is copied or read aloud.
        numbered = ", ".join(link(*found) for found in CITATION.findall(run[0]))
        return f'\u202f<sup class="cited">{numbered}</sup>'

    text = CITATIONS.sub(links, text).replace("(evidence.ipynb)", "(evidence.md)")
    return HEADING_LINK.sub(lambda found: f"](#{found[1].lower()})", text)


def of_the_notebook_only(cell):
    """Is the cell of use only where it runs: the links to the neighbours, or the check of an answer?"""
    return cell["id"] == "navigation" or cell["cell_type"] == "code" and nbgrader(cell).get("grade", False)


def fold(cell):
    """Mark the cell's code, and a solution with its output, as folded."""
    solution = nbgrader(cell).get("solution", False)
    cell["metadata"].setdefault("tags", []).append("hide-cell" if solution else "hide-input")
    if solution:
        cell["metadata"]["mystnb"] = {"code_prompt_show": "Show a solution"}
        cell["source"] = SOLUTION_MARK.sub("", "".join(cell["source"]))


def show(output, cell, homes):
    """Give a chart its description, fold the words under it and make a table scroll in its own box."""
    data = output.get("data", {})
    plain = "".join(data.get("text/plain", ""))
    if "image/png" in data:
        data["image/png"] = lighter(data["image/png"])
        cell["metadata"]["mystnb"] = {"image": {"alt": plain}}
    elif "".join(data.get("text/markdown", "")).startswith("*In words:*"):
        del data["text/markdown"]
        words = f"<summary>In words</summary><p>{escape(plain)}</p>"
        data["text/html"] = f'<details class="words">{words}</details>'
    elif "text/html" in data:
        data["text/html"] = table("".join(data["text/html"]), homes)


def lighter(picture):
    """Return a chart (base64 of a PNG) with a palette of 256 colours, which takes a third of the bytes."""
    drawn = Image.open(io.BytesIO(base64.b64decode("".join(picture)))).convert("RGB")
    small = io.BytesIO()
    drawn.quantize(256, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return base64.b64encode(small.getvalue()).decode()


def table(html, homes):
    """Return a table without inline style, its short names linked, in a box that scrolls."""
    html = INLINE_STYLE.sub(r"\1", html)
    html = SHORT_NAME.sub(lambda found: found[1] + linked(found[2], homes) + found[3], html)
    html = LONG_CELL.sub('<td class="long"', html)
    caption = re.search(r"<caption>(.*?)</caption>", html)
    label = unescape(caption[1]) if caption else "Table"
    return boxed(html, label, "table cited-rows" if label.startswith("Rows cited") else "table")


def linked(name, homes):
    return f'<a href="{homes[name]}">{name}</a>' if name in homes else name

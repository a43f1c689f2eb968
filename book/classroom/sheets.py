"""Teacher's sheets and worksheets: what each task needs, its key, and room to write."""

import re
from collections import Counter
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from classroom import pages
from classroom.parts import charts, source
from classroom.plans import clock, everything
from dprk_russia.exercises import key

LINES = {"recall": 2, "apply": 4, "judge": 14}


class Exhibit(NamedTuple):
    """A chart or table: its kind, itself as HTML, the code that makes it and the words about it."""

    kind: str
    html: Markup
    source: str
    words: set[str]


def write_sheet(lesson, path):
    """Write the teacher's sheet of a lesson."""
    items = everything(lesson, groups=True)
    keyed = [(task, key(task.check) if task.check else None) for task in lesson.tasks]
    total = sum(item.minutes for item in items)
    pages.write(path, "sheet.html.j2", lesson=lesson, clock=clock(items), total=total, tasks=keyed)


def write_worksheet(lesson, path):
    """Write the worksheet of a lesson, for rooms without computers."""
    told = [
        (task, on_paper(task.text), exhibit(lesson, task), rows(task), LINES[task.level])
        for task in lesson.tasks
    ]
    pages.write(path, "worksheet.html.j2", lesson=lesson, tasks=told)


def on_paper(text):
    """Return a task without its sentences about code, where it says how to do without."""
    text = re.sub(r"\babove(?=[.,;:])", "below", text)  # where the worksheet prints the chart
    before, mark, without = text.partition("*Without code:*")
    if not mark:
        return text
    kept = [sentence for sentence in re.split(r"(?<=[.?!]) ", before.strip()) if "`" not in sentence]
    without = without.strip()
    return " ".join([*kept, without[:1].upper() + without[1:]])


def rows(task):
    """Return the id of each row that a task cites, with what it says."""
    cited = re.findall(r"\[([a-z0-9-]+)\]\(#Cited-here \"([^\"]*)\"\)", task.text)
    return list(dict.fromkeys(cited))


def exhibit(lesson, task):
    """Return the chart or table that a task is about, as HTML, or nothing.

    That is the cell which the task names as `shows`, else the one that shares most of its rarer words
    and ids with task and solution. A judge task rests on the rows it cites, so it gets a cell only if
    that cell is made from one of them.
    """
    shown = exhibits(lesson)
    if task.shows:
        return shown[task.shows].html
    fitting = [cell_id for cell_id, found in shown.items() if fits(task, found)]
    if not fitting:
        return ""
    asked = words(f"{task.title} {task.text} {task.solution}")
    common = Counter(word for found in shown.values() for word in found.words)
    return shown[
        max(fitting, key=lambda cell: sum(1 / common[word] for word in asked & shown[cell].words))
    ].html


def fits(task, found):
    """Tell whether an exhibit is of a kind that a task speaks of, and for judge tasks made from its rows."""
    if task.level == "judge":
        return any(f'"{name}"' in found.source for name, _ in rows(task))
    kinds = {kind for kind in ("chart", "table") if re.search(rf"\b{kind}\b", task.text)}
    return not kinds or found.kind in kinds


def exhibits(lesson):
    """Return each chart and table of a lesson by the id of its cell."""
    pairs = [(part.heading, piece) for part in lesson.parts for piece in part.pieces]
    made = [exhibit_of(heading, piece) for heading, piece in pairs if not isinstance(piece, str)]
    return {piece_id: found for piece_id, found in made if found}


def exhibit_of(heading, cell):
    """Return the id of a cell and what it shows, if that is a chart or a table."""
    code = source(cell)
    for picture, told in charts(cell):
        html = Markup(f'<img src="data:image/png;base64,{picture}" alt="{escape(told)}">')
        return cell["id"], Exhibit("chart", html, code, words(f"{heading} {code} {told}"))
    for output in cell["outputs"]:
        if "text/html" in output.get("data", {}):
            caption = "".join(output["data"]["text/plain"]).split("\n")[:2]
            html = Markup("".join(output["data"]["text/html"]))
            return cell["id"], Exhibit("table", html, code, words(f"{heading} {code} {' '.join(caption)}"))
    return cell["id"], None


def words(text):
    """Return the ids of a text and its words that carry meaning, cut short so that their forms agree."""
    text = re.sub(r'#Cited-here "[^"]*"', "", text).lower()
    return set(re.findall(r"\w+(?:-\w+)+|\d{4}", text)) | {
        word[:6] for word in re.findall(r"[a-z]{4,}", text)
    }

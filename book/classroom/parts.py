"""Read a notebook as a lesson: its parts and tasks, with their minutes, levels and objectives."""

import json
import math
import re
from typing import Any, NamedTuple

import generated
from dprk_russia.citations import CITATION

LOOKING = 1  # minute to run a cell and talk about its table or chart; none runs for more than a second
GROUPS = 2  # a task takes about twice its time when groups talk it over and report
UNTAUGHT = ("Exercises", "Cited here")


class Part(NamedTuple):
    """A section of a notebook: its texts and code cells in order, and the minutes they take."""

    heading: str
    pieces: list[Any]
    minutes: float


class Task(NamedTuple):
    """An exercise: its task, its check and solution (none for judge), its rubric (judge only)."""

    name: str
    title: str
    level: str
    minutes: int
    objective: int
    text: str
    shows: str
    bring: dict[str, Any]
    paper: str
    check: str
    solution: str
    rubric: str


class Lesson(NamedTuple):
    """A notebook as a class meets it."""

    name: str
    title: str
    question: str
    objectives: list[str]
    parts: list[Part]
    tasks: list[Task]
    teaching: dict[str, Any]


def lessons():
    """Return every notebook of the story as a lesson, by name."""
    return {path.stem: lesson(path) for path in generated.story()}


def lesson(path):
    """Return a notebook as a lesson."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells = notebook["cells"]
    parts = [
        Part(heading, pieces, part_minutes(pieces))
        for heading, pieces in sections(cells)
        if heading not in UNTAUGHT
    ]
    return Lesson(
        path.stem,
        *generated.opening(path),
        objectives(source(cells[0])),
        parts,
        tasks(cells),
        notebook["metadata"].get("teaching", {}),
    )


def source(cell):
    """Return the text of a cell, whether stored as one text or as lines."""
    return "".join(cell["source"])


def objectives(opening):
    """Return what a reader can do afterwards, from the list in a notebook's opening."""
    listed = opening.partition("**After this you can**")[2]
    return [line[2:].rstrip(".;") for line in listed.splitlines() if line.startswith("- ")]


def sections(cells):
    """Return the heading and the pieces (texts and code cells) of each section; the first is Opening."""
    found = [("Opening", [])]
    for cell in cells:
        if cell["cell_type"] == "code":
            found[-1][1].append(cell)
        elif cell["id"] != "navigation":
            before, *rest = re.split(r"^## (.+)$", source(cell), flags=re.M)
            found[-1][1].append(before.strip())
            found += [(head, [text.strip()]) for head, text in zip(rest[::2], rest[1::2], strict=True)]
    return [(heading, [piece for piece in pieces if piece]) for heading, pieces in found]


def part_minutes(pieces):
    """Return the minutes that a section takes, in halves: reading, and each output."""
    words = sum(len(uncited(piece).split()) for piece in pieces if isinstance(piece, str))
    outputs = sum(1 for piece in pieces if not isinstance(piece, str) and piece["outputs"])
    return math.ceil(2 * (words / generated.WORDS_A_MINUTE + LOOKING * outputs)) / 2


def uncited(text):
    """Return Markdown without its citations and without the index of notebooks."""
    return re.sub(r"\s*" + CITATION.pattern, "", generated.INDEX.sub("", text))


def tasks(cells):
    """Return the exercises of a notebook, in order."""
    by_id = {cell["id"]: cell for cell in cells}
    return [task(cell, by_id) for cell in cells if "exercise" in cell["metadata"]]


def task(cell, by_id):
    """Return the exercise of a task cell, with what stands in the cells that belong to it."""
    about, name = cell["metadata"]["exercise"], cell["id"].removeprefix("task-")
    heading, _, text = source(cell).partition("\n")
    named = re.search(r'check\("(\w+)"', source(by_id[f"check-{name}"])) if f"check-{name}" in by_id else None
    solution, rubric = by_id.get(f"answer-{name}"), by_id.get(f"rubric-{name}")
    return Task(
        name,
        re.sub(r"^#+ | \([^()]*\)$", "", heading),
        about["level"],
        about["minutes"],
        about["objective"],
        text.strip(),
        about.get("shows", ""),
        about.get("bring", {}),
        about.get("paper", ""),
        named[1] if named else "",
        source(solution) if solution else "",
        source(rubric) if rubric else "",
    )


def part(lesson, heading):
    """Return the part of a lesson with this heading, or nothing."""
    return next((part for part in lesson.parts if part.heading == heading), None)


def charts(cell):
    """Return the picture (base64) and the words of each chart that a code cell shows."""
    shown = [output["data"] for output in cell["outputs"] if "image/png" in output.get("data", {})]
    return [("".join(data["image/png"]).strip(), "".join(data["text/plain"])) for data in shown]

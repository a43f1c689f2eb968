"""Build the folder to hand out: `make class` writes build/class/."""

import shutil
import sys
import time

import nbformat

import generated
from classroom import editions, pages, plans, sheets, slides
from classroom.parts import lessons
from dprk_russia.record import DATA

FOLDER = generated.NOTEBOOKS.parent / "build" / "class"
GUIDE = generated.NOTEBOOKS.parent / "book" / "lecturers-guide.md"


def main():
    start, taught = time.monotonic(), lessons()
    if told := [fault for plan in plans.read() for fault in plans.faults(plan, taught)]:
        print(*told, sep="\n")
        print(f"{len(told)} faults in the lesson plans; mend book/plans.json, then make class again")
        return 1
    lay_out()
    for path in generated.story():
        count = hand_out(path, taught[path.stem])
        print(f"{path.stem}: {count} slides, {len(taught[path.stem].tasks)} tasks", flush=True)
    plans.write(FOLDER / "plans.html", taught)
    pages.write(FOLDER / "index.html", "index.html.j2", lessons=taught.values())
    pages.write(FOLDER / "lecturers-guide.html", "guide.html.j2", guide=GUIDE.read_text("utf-8"))
    print(f"build/class/index.html leads to all of it ({time.monotonic() - start:.0f} s)")
    return 0


def lay_out():
    """Make the empty folder, with what goes beside the notebooks and the slides."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name in ("student", "solutions", "slides", "sheets", "worksheets"):
        (FOLDER / name).mkdir(parents=True)
    slides.copy_reveal(FOLDER / "slides")
    shutil.copytree(DATA, FOLDER / "data")  # which a notebook reads from beside its folder
    for edition in ("student", "solutions"):
        shutil.copy(generated.EVIDENCE, FOLDER / edition)
    (FOLDER / "nbgrader_config.py").write_text(editions.NBGRADER_CONFIG, "utf-8", newline="\n")


def hand_out(path, lesson):
    """Write everything of one notebook; return the number of its slides."""
    nbformat.write(editions.student(path), FOLDER / "student" / path.name)
    nbformat.write(editions.solutions(path), FOLDER / "solutions" / path.name)
    sheets.write_sheet(lesson, FOLDER / "sheets" / f"{lesson.name}.html")
    if lesson.tasks:
        sheets.write_worksheet(lesson, FOLDER / "worksheets" / f"{lesson.name}.html")
    return slides.write(lesson, FOLDER / "slides")


if __name__ == "__main__":
    sys.exit(main())

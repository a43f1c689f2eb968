"""Lesson plans: book/plans.json names parts and tasks; their minutes are reckoned here."""

import json
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from classroom import pages, slides
from classroom.parts import GROUPS, part

PLANS = Path(__file__).parents[1] / "plans.json"
LEVELS = ("recall", "apply", "judge")
MINUTES_AN_OBJECTIVE = 15


class Item(NamedTuple):
    """A line of a plan: a part or a task, the objectives that it serves, and what is on the screen."""

    notebook: str
    name: str
    minutes: float
    level: str = ""
    served: tuple[int, ...] = ()
    grouped: bool = False
    screen: str = ""


def read():
    """Return the plans, the sessions of the semester last."""
    plans = json.loads(PLANS.read_text(encoding="utf-8"))
    return plans["plans"] + [{"minutes": 90, "about": ""} | session for session in plans["semester"]]


def items(plan, lessons):
    """Return the lines of a plan. ValueError tells what it names that does not exist."""
    if missing := unknown(plan, lessons):
        raise ValueError("; ".join(missing))
    return [item for step in plan["steps"] for item in step_items(step, lessons[step["notebook"]])]


def step_items(step, lesson):
    """Return the lines of a step: parts of one notebook, then its tasks, then those done in groups."""
    found = [part_item(lesson, heading) for heading in step.get("parts", [])]
    for grouped, names in ((False, step.get("tasks", [])), (True, step.get("groups", []))):
        chosen = [task for name in names for task in lesson.tasks if name in (task.name, task.level)]
        found += [task_item(lesson, task, grouped) for task in chosen]
    return found


def unknown(plan, lessons):
    """Return a message for each notebook, part or task that a plan names and that does not exist."""
    told = []
    for step in plan["steps"]:
        lesson, where = lessons.get(step["notebook"]), f"book/plans.json, {plan['title']!r}:"
        if lesson is None:
            told.append(f"{where} no notebook {step['notebook']!r}; choose from {', '.join(lessons)}")
            continue
        headings, names = [p.heading for p in lesson.parts], [*LEVELS, *(task.name for task in lesson.tasks)]
        for kind, named, known in (
            ("part", step.get("parts", []), headings),
            ("task", step.get("tasks", []) + step.get("groups", []), names),
        ):
            told += [
                f"{where} {lesson.name} has no {kind} {name!r}; choose from {', '.join(known)}"
                for name in named
                if name not in known
            ]
    return told


def faults(plan, lessons):
    """Return a message for each way in which a plan does not hold: names, time, objectives."""
    if missing := unknown(plan, lessons):
        return missing
    told, where = [], f"book/plans.json, {plan['title']!r}:"
    total, reached = sums(plan, lessons)
    if total > plan["minutes"]:
        told.append(f"{where} takes {total:g} of {plan['minutes']} minutes; leave out parts or tasks")
    if reached * MINUTES_AN_OBJECTIVE < total:
        told.append(
            f"{where} reaches {reached} objectives in {total:g} minutes and needs one per "
            f"{MINUTES_AN_OBJECTIVE}; add a task, or opening and key points of a notebook"
        )
    return told


def sums(plan, lessons):
    """Return the minutes that a plan takes and the number of objectives that it reaches."""
    lines = items(plan, lessons)
    return sum(item.minutes for item in lines), len(objectives(lines, lessons))


def objectives(lines, lessons):
    """Return the objectives that a plan reaches, as pairs of notebook and number.

    Those of its tasks, and all of a notebook whose opening and key points are both in the plan.
    """
    reached = {(item.notebook, number) for item in lines if item.level for number in item.served}
    named = {(item.notebook, item.name) for item in lines}
    for name in {item.notebook for item in lines}:
        if {(name, "Opening"), (name, "Key points")} <= named:
            reached |= {(name, number) for number in range(1, len(lessons[name].objectives) + 1)}
    return reached


def everything(lesson, groups=False):
    """Return all parts and tasks of a lesson as lines; with groups, judge tasks are done in groups."""
    tasks = [task_item(lesson, task, groups and task.level == "judge") for task in lesson.tasks]
    return [part_item(lesson, p.heading) for p in lesson.parts] + tasks


def part_item(lesson, heading):
    numbers = slides.numbers(lesson).get(heading, [])
    screen = f"slide {' and '.join(map(str, numbers))}" if numbers else "notebook"
    return Item(lesson.name, heading, part(lesson, heading).minutes, screen=screen)


def task_item(lesson, task, grouped):
    minutes = task.minutes * (GROUPS if grouped else 1)
    return Item(lesson.name, task.title, minutes, task.level, (task.objective,), grouped)


def clock(lines):
    """Return the lines of a plan, each with the minute at which it starts."""
    starts = accumulate((item.minutes for item in lines), initial=0)
    return list(zip(starts, lines, strict=False))


def write(path, lessons):
    """Write the page of all plans and of all parts and tasks."""
    told = [(plan, clock(items(plan, lessons)), *sums(plan, lessons)) for plan in read()]
    table = [(lesson, everything(lesson)) for lesson in lessons.values()]
    pages.write(path, "plans.html.j2", plans=told, lessons=table)

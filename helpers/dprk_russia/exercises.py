"""Check an answer to an exercise: right, or a hint, never the answer.

The right answers are computed from the record: dprk_russia.keys has a module per notebook and in
it a function per exercise.
"""

import re
from importlib import import_module
from pkgutil import iter_modules
from types import FunctionType
from typing import Any, NamedTuple

import pandas as pd

from dprk_russia.asked import known
from dprk_russia.names import find, fold


class Key(NamedTuple):
    """What an answer is held against: the right one, usual slips with their hints, and a hint for others."""

    right: Any
    slips: list[tuple[Any, str]]
    hint: str
    within: float = 0


def check(exercise, answer):
    """Say whether the answer to an exercise is right, or give a hint; return the points, 1 or 0.

    Numbers may differ by the exercise's tolerance, names may have any form in `names`, and lists
    and frames are compared by what they hold, order and index aside. ValueError for an unknown exercise.
    """
    from IPython.display import display

    told, points = judge(key(exercise), answer)
    display({"text/markdown": told, "text/plain": told}, raw=True)
    return points


def key(exercise):
    """Return the Key of an exercise, computed from the record."""
    keys = exercises()
    known(exercise, keys, "exercise")
    return keys[exercise]()


def exercises():
    """Return the functions that compute the keys, a dict by name of the exercise."""
    from dprk_russia import keys

    modules = [import_module(f"{keys.__name__}.{found.name}") for found in iter_modules(keys.__path__)]
    return {
        name: make
        for module in modules
        for name, make in vars(module).items()
        if isinstance(make, FunctionType) and make.__module__ == module.__name__ and name[0] != "_"
    }


def judge(key, answer):
    """Return what to tell about an answer, and its points."""
    if answer is None or answer is ...:
        return "No answer yet: put it in place of the dots and run both cells.", 0
    if same(answer, key.right, key.within):
        return "**Right.**", 1
    for slip, hint in key.slips:
        if same(answer, slip, key.within):
            return f"**Not yet.** {hint}", 0
    return f"**Not yet.** {_kind_hint(answer, key.right) or key.hint}", 0


def same(answer, right, within=0):
    """Tell whether two answers are the same, in the sense of check."""
    if isinstance(right, pd.DataFrame):
        return isinstance(answer, pd.DataFrame) and _content(answer) == _content(right)
    if isinstance(right, list | set | tuple | pd.Series | pd.Index):
        if isinstance(answer, str) or not hasattr(answer, "__iter__"):
            return False
        return sorted(map(_plain, answer)) == sorted(map(_plain, right))
    if isinstance(right, str):
        return isinstance(answer, str) and (fold(answer) == fold(right) or _one_name(answer, right))
    number = _number(answer)
    return number is not None and abs(number - float(right)) <= within


def _number(answer):
    """Return an answer as a float: a number, or text that is one, with or without a percent sign."""
    try:
        return float(re.sub(r"[,\s%]", "", answer) if isinstance(answer, str) else answer)
    except (TypeError, ValueError):
        return None


def _one_name(answer, right):
    """Tell whether both texts are whole names of one row."""
    named = []
    for text in (answer, right):
        rows = find(text)
        rows = rows[rows["form"].map(fold) == fold(text)]
        named.append(set(zip(rows["kind"], rows["entity_id"], strict=True)))
    return bool(named[0] & named[1])


def _plain(cell):
    number = _number(cell)
    return f"{number:.6g}" if number is not None else fold(str(cell))


def _content(frame):
    """Return the cells of a frame as sorted rows, columns in alphabetical order."""
    ordered = frame[sorted(frame.columns, key=str)]
    rows = sorted(tuple(map(_plain, row)) for row in ordered.itertuples(index=False))
    return list(map(str, ordered.columns)), rows


def _kind_hint(answer, right):
    """Return a hint where the answer is not even of the right kind, else nothing."""
    if isinstance(right, pd.DataFrame) and not isinstance(answer, pd.DataFrame):
        return "The answer is a table: give a DataFrame."
    if isinstance(right, pd.DataFrame) and set(answer.columns) != set(right.columns):
        return f"The table needs the columns {', '.join(map(str, right.columns))}."
    if isinstance(right, int | float) and _number(answer) is None:
        return "The answer is a number."
    return ""

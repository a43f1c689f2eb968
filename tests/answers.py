"""Answers to try on each exercise: at least three right ones and three usual wrong ones.

Right ones are written as students write them; `right` and `events` come from the key and the record,
so that a new row moves both. Each is a function of the key.
"""


def as_written(number):
    """Return ways in which students write one number."""
    return [number, str(number), f" {float(number):,} "]


ANSWERS = {
    "goods_missing_in_1976": lambda right: (as_written(right), [right + 90, right - 36, "a lot", 0, -right]),
    "silence_on_equidistance": lambda right: (as_written(right), [right + 1, 0, len("events"), "none"]),
}

"""Refuse, and say what exists, where a name or a column is asked for that is not there."""

from difflib import get_close_matches


def known(name, names, noun):
    """Raise ValueError with the names that exist, or those most like it, when name is none of them."""
    if name in set(names):
        return
    near = sorted(names) if len(names) < 30 else get_close_matches(str(name), list(names), n=5, cutoff=0.5)
    raise ValueError(f"no {noun} {name!r}; choose from {', '.join(near) or f'the {noun}s of the study'}")


def need(frame, *columns):
    """Raise ValueError with what is missing when frame lacks one of the columns."""
    if missing := [column for column in columns if column not in frame]:
        raise ValueError(f"the frame lacks {', '.join(missing)}; give one with {', '.join(columns)}")

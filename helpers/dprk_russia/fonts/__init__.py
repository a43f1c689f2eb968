"""The font that shows Hangul in charts: no font that comes with matplotlib has it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

HANGUL = Path(__file__).with_name("Hangul.ttf")


@cache
def know_hangul():
    """Make the font known to matplotlib, once; the house style names it. Returns nothing."""
    from matplotlib.font_manager import fontManager

    fontManager.addfont(HANGUL)
    # One weight is enough for names; without an entry for bold each title would print a warning.
    fontManager.ttflist.append(replace(fontManager.ttflist[-1], weight=700))

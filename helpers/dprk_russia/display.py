"""Show a chart or a table in a notebook together with what makes it citable and audible."""

import io
import re
import unicodedata
from textwrap import fill

import pandas as pd

from dprk_russia.fonts import know_hangul
from dprk_russia.words import describe, fingerprint

STRONG = ("L", "R", "AL")  # the classes of letters that set a direction, of Unicode's UAX 9
PERSIAN = re.compile("[پچژگکی]")  # letters that Arabic does not write


def show(ax, *, sources):
    """Show the figure of ax with its source line, and below it the same chart in words.

    The words (title, what is drawn, least, most, sources) are computed from the data drawn;
    they are also the picture's plain text, so a comparison of outputs notices changed data.
    sources is text. Returns nothing; ValueError for a chart without a title or a source.
    """
    from IPython.display import display

    if not _has_title(ax.figure):
        raise ValueError("the chart has no title; state its finding with ax.set_title(...)")
    if not sources:
        raise ValueError("the chart has no source; name where its data come from in sources=...")
    know_hangul()
    words, drawn = describe(ax.figure) + f" Sources: {sources}.", fingerprint(ax.figure)
    _write_below(ax.figure, f"Sources: {sources}")
    picture = io.BytesIO()
    ax.figure.savefig(picture, format="png", bbox_inches="tight", metadata={"Software": None})
    _close(ax.figure)
    display(
        # No viewer shows the last; a comparison of outputs sees by it a change too small to see.
        {"image/png": picture.getvalue(), "text/plain": words, "application/vnd.drawn": drawn},
        metadata={"image/png": {"alt": words}},
        raw=True,
    )
    display({"text/markdown": f"*In words:* {words}", "text/plain": words}, raw=True)


def show_table(frame, caption):
    """Show frame as a table with a caption, a header per column and a plain text twin.

    Dates are ISO days that do not wrap, missing cells are empty, and each cell takes its own
    direction, so that Arabic, Hebrew and Persian stand right, marked as being in the language of a
    column `language` or else of their letters. The index is left out.
    """
    from IPython.display import display

    texts = frame.map(_text)
    languages = texts["language"] if "language" in texts else [""] * len(texts)
    head = "\n".join(
        f'<th scope="col" style="text-align: left;">{_escape(str(name))}</th>' for name in frame.columns
    )
    body = "".join(
        "<tr>" + "\n".join(f"<td {_layout(cell, language)}>{_cell(cell)}</td>" for cell in row) + "</tr>\n"
        for row, language in zip(texts.itertuples(index=False), languages, strict=True)
    )
    title = f'<caption style="text-align: left; font-weight: bold;">{_escape(caption)}</caption>'
    plain = [
        caption,
        " | ".join(map(str, frame.columns)),
        *map(" | ".join, texts.itertuples(index=False)),
    ]
    html = f"<table>{title}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>"
    display({"text/html": html, "text/plain": "\n".join(plain)}, raw=True)


def _has_title(figure):
    titles = [ax.get_title(place) for ax in figure.axes for place in ("left", "center", "right")]
    return any([figure.get_suptitle(), *titles])


def _write_below(figure, line):
    """Write a line under everything that the figure holds, tick labels included."""
    figure.canvas.draw()
    box, inches = figure.get_tightbbox(), figure.get_size_inches()
    lines = fill(line, width=int(14 * box.width))
    place = {"x": box.x0 / inches[0], "y": (box.y0 - 0.1) / inches[1]}
    figure.text(**place, s=lines, fontsize="small", color="0.35", va="top")


def _text(cell):
    if not isinstance(cell, str) and pd.isna(cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return f"{cell:%Y-%m-%d}"
    return f"{cell:,.10g}" if isinstance(cell, float) else str(cell)


def _layout(text, language):
    """Return the attributes that tell a browser how to lay a cell out, and a reader how to say it."""
    strong = next(filter(STRONG.__contains__, map(unicodedata.bidirectional, text)), "L")
    # "start" would follow the direction by itself, but JupyterLab strips it from what it does not trust.
    if strong == "L":
        side, direction = "left", 'dir="ltr"'
    else:
        side, direction = "right", f'dir="rtl" lang="{language or _language(text)}"'
    return f'{direction} style="text-align: {side}; vertical-align: top; white-space: normal;"'


def _language(text):
    """Return the language of a text in Hebrew or Arabic script."""
    if re.search("[\u0590-\u05ff]", text):
        return "he"
    return "fa" if PERSIAN.search(text) else "ar"


def _cell(text):
    if len(text) == 10 and text[4:5] == text[7:8] == "-":
        return f'<span style="white-space: nowrap;">{text}</span>'
    return _escape(text)


def _escape(text):
    # A dollar sign would start a formula where the page typesets mathematics.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")


def _close(figure):
    import matplotlib.pyplot as plt

    plt.close(figure)

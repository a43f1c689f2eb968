"""Show a chart or a table in a notebook together with what makes it citable and audible."""

import io

import pandas as pd


def show(ax, *, sources):
    """Show the chart of ax with its source line, and below it the same chart in words.

    The words (title, what is drawn, least, most, sources) are computed from the data drawn;
    they are also the picture's plain text, so a comparison of outputs notices changed data.
    sources is text. Returns nothing.
    """
    from IPython.display import display

    words = describe(ax) + f" Sources: {sources}."
    _write_below(ax.figure, f"Sources: {sources}")
    picture = io.BytesIO()
    ax.figure.savefig(picture, format="png", bbox_inches="tight", metadata={"Software": None})
    _close(ax.figure)
    display(
        {"image/png": picture.getvalue(), "text/plain": words},
        metadata={"image/png": {"alt": words}},
        raw=True,
    )
    display({"text/markdown": f"*In words:* {words}", "text/plain": words}, raw=True)


def show_table(frame, caption):
    """Show frame as a table with a caption, a header per column and a plain text twin.

    Dates are ISO days that do not wrap, missing cells are empty, and each cell takes its own
    direction, so that Arabic, Hebrew and Persian stand right. The index is left out.
    """
    from IPython.display import display

    texts = frame.map(_text)
    style = "text-align: left; vertical-align: top; white-space: normal;"
    head = "".join(f'<th scope="col" style="{style}">{_escape(str(name))}</th>' for name in frame.columns)
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto" style="{style}">{_cell(cell)}</td>' for cell in row) + "</tr>\n"
        for row in texts.itertuples(index=False)
    )
    title = f'<caption style="text-align: left; font-weight: bold;">{_escape(caption)}</caption>'
    plain = [
        caption,
        " | ".join(map(str, frame.columns)),
        *map(" | ".join, texts.itertuples(index=False)),
    ]
    html = f"<table>{title}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>"
    display({"text/html": html, "text/plain": "\n".join(plain)}, raw=True)


def describe(ax):
    """Return the chart of ax in words: title, each line, bar or row of points, least and most."""
    parts = [_points(ax, layer) for layer in ax.collections if _is_scatter(layer)]
    parts += [_line(ax, line) for line in ax.lines if len(line.get_xdata())]
    parts += [_bars(ax, bars) for bars in ax.containers if hasattr(bars, "patches")]
    parts += [_cells(ax, image) for image in ax.images]
    title = ax.get_title(loc="left") or ax.get_title()
    return " ".join([f"{title}.", *filter(None, parts)])


def _write_below(figure, line):
    """Write a line under everything that the figure holds, tick labels included."""
    figure.canvas.draw()
    bottom = figure.get_tightbbox().y0 / figure.get_figheight()
    figure.text(0.01, bottom - 0.02, line, fontsize="x-small", color="0.35", va="top", wrap=True)


def _is_scatter(layer):
    return hasattr(layer, "get_sizes") and len(layer.get_offsets())


def _points(ax, layer):
    """Tell points row by row: how many, from when to when."""
    x, y = layer.get_offsets().T
    names = [label.get_text() for label in ax.get_yticklabels()]
    points = pd.DataFrame({"x": x, "row": [names[int(row)] if int(row) < len(names) else row for row in y]})
    spans = points.groupby("row", sort=False)["x"].agg(["size", "min", "max"])
    spans = spans.sort_values(["size", "min"], ascending=[False, True])
    if (spans["size"] == 1).all():
        told = [f"{name} ({_tell(ax, span['min'])})" for name, span in spans.sort_values("min").iterrows()]
    else:
        told = [
            f"{name} {span['size']:.0f} ({_tell(ax, span['min'])} to {_tell(ax, span['max'])})"
            for name, span in spans.iterrows()
        ]
    return f"{len(points)} points: {'; '.join(told)}."


def _line(ax, line):
    x, y = pd.Series(line.get_xdata(orig=False)), pd.Series(line.get_ydata(orig=False))
    name = "" if line.get_label().startswith("_") else f"{line.get_label()}: "
    told = [
        f"{_tell(ax, when)} {_number(value)}" for when, value in zip(x, y, strict=True) if pd.notna(value)
    ]
    return f"{name}{'; '.join(told)}."


def _bars(ax, bars):
    names = [label.get_text() for label in ax.get_xticklabels()]
    name = "" if bars.get_label().startswith("_") else f"{bars.get_label()}: "
    told = [f"{names[i] if i < len(names) else i} {_number(bar.get_height())}" for i, bar in enumerate(bars)]
    return f"{name}{'; '.join(told)}."


def _cells(ax, image):
    rows = [label.get_text() for label in ax.get_yticklabels()]
    columns = [label.get_text().replace("\n", " ") for label in ax.get_xticklabels()]
    told = [
        f"{row}: "
        + ", ".join(f"{column} {_number(cell)}" for column, cell in zip(columns, cells, strict=True))
        for row, cells in zip(rows, image.get_array(), strict=True)
    ]
    return "; ".join(told) + "."


def _tell(ax, x):
    """Return a position on the x axis as a day, where the axis holds dates, or as a number."""
    from matplotlib.dates import DateLocator, num2date

    if isinstance(ax.xaxis.get_major_locator(), DateLocator):
        return f"{num2date(x):%Y-%m-%d}"
    return _number(x)


def _number(value):
    return f"{float(value):,.10g}"


def _text(cell):
    if not isinstance(cell, str) and pd.isna(cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return f"{cell:%Y-%m-%d}"
    return _number(cell) if isinstance(cell, float) else str(cell)


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

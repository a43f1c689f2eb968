"""Tell a chart in words, from what is drawn: for ears, and for comparison of outputs.

Layers whose gid is GROUND are background and stay silent.
"""

from hashlib import sha256

import pandas as pd

GROUND = "ground"
LONG = 12


def describe(figure):
    """Return the charts of figure in words: titles, and every point, line, span, bar and cell."""
    heading = [f"{figure.get_suptitle()}."] if figure.get_suptitle() else []
    return " ".join([*heading, *map(_axes, figure.axes)])


def fingerprint(figure):
    """Return a hash of every position and value drawn: it changes where the words would not."""
    drawn = []
    for ax in figure.axes:
        drawn += [layer.get_offsets().data for layer in ax.collections if hasattr(layer, "get_sizes")]
        drawn += [
            part
            for layer in ax.collections
            if hasattr(layer, "get_segments")
            for part in layer.get_segments()
        ]
        drawn += [line.get_xydata() for line in ax.lines] + [image.get_array() for image in ax.images]
        drawn += [patch.get_path().vertices for patch in ax.patches if hasattr(patch, "xy")]
        drawn += [[patch.get_x(), patch.get_height()] for patch in ax.patches if hasattr(patch, "get_x")]
    return sha256(
        repr([pd.DataFrame(part).round(6).to_numpy().tolist() for part in drawn]).encode()
    ).hexdigest()[:16]


def _axes(ax):
    layers = [layer for layer in ax.collections if layer.get_gid() != GROUND]
    parts = [_points(ax, layer) for layer in layers if hasattr(layer, "get_sizes")]
    parts += [_spans(ax, layer) for layer in layers if hasattr(layer, "get_segments")]
    parts += [_line(ax, line) for line in ax.lines if line.get_gid() != GROUND]
    parts += [_bars(ax, bars) for bars in ax.containers if hasattr(bars, "patches")]
    parts += [_cells(ax, image) for image in ax.images]
    title = ax.get_title(loc="left") or ax.get_title()
    return " ".join([f"{title}.", *filter(None, parts)])


def _points(ax, layer):
    """Tell points row by row: each with its place, or how many from where to where."""
    x, y = layer.get_offsets().T
    if not len(x):
        return ""
    names = _rows(ax)
    if not names and not ax.texts:
        return f"{_name(layer)}{'; '.join(_point(ax, point) for point in layer.get_offsets())}."
    if not names:
        return f"{len(x)} places with their counts: {'; '.join(text.get_text() for text in ax.texts)}."
    points = pd.DataFrame({"x": x, "row": [names[round(row)] for row in y]})
    spans = points.groupby("row", sort=False)["x"].agg(["size", "min", "max"])
    if (spans["size"] == 1).all():
        told = [f"{name} ({_tell(ax, span['min'])})" for name, span in spans.iloc[::-1].iterrows()]
    else:
        spans = spans.sort_values(["size", "min"], ascending=[False, True])
        told = [
            f"{name} {span['size']:.0f} ({_tell(ax, span['min'])} to {_tell(ax, span['max'])})"
            for name, span in spans.iterrows()
        ]
    return f"{len(points)} points: {'; '.join(told)}."


def _spans(ax, layer):
    """Tell horizontal spans: row, from, to."""
    names = _rows(ax)
    told = [
        f"{names[round(first[1])]} {_tell(ax, first[0])} to {_tell(ax, last[0])}"
        for first, last in layer.get_segments()[::-1]
    ]
    return f"{_name(layer)}{'; '.join(told)}." if told else ""


def _line(ax, line):
    """Tell a line point by point, or a long one by its ends, least and most."""
    pairs = zip(line.get_xdata(orig=False), line.get_ydata(orig=False), strict=True)
    points = [(x, y) for x, y in pairs if pd.notna(y)]
    if len(points) > LONG:
        least, most = (bound(points, key=lambda point: point[1]) for bound in (min, max))
        ends = f"from {_point(ax, points[0])} to {_point(ax, points[-1])}"
        return f"{_name(line)}{ends}, least {_point(ax, least)}, most {_point(ax, most)}."
    return f"{_name(line)}{'; '.join(_point(ax, point) for point in points)}."


def _point(ax, point):
    return f"{_tell(ax, point[0])} {_number(point[1])}"


def _bars(ax, bars):
    told = [
        f"{_tell(ax, bar.get_x() + bar.get_width() / 2)} {_number(bar.get_height())}"
        for bar in bars
        if bar.get_height()
    ]
    return f"{_name(bars)}{'; '.join(told)}." if told else ""


def _cells(ax, image):
    columns = [label.get_text().replace("\n", " ") for label in ax.get_xticklabels()]
    told = [
        f"{row}: "
        + ", ".join(f"{column} {_number(cell)}" for column, cell in zip(columns, cells, strict=True))
        for row, cells in zip(_rows(ax), image.get_array(), strict=True)
    ]
    return "; ".join(told) + "."


def _rows(ax):
    """Return the names of the rows of a chart whose y axis holds names, else nothing."""
    names = [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()]
    return names if len(names) and not hasattr(ax.yaxis.get_major_formatter(), "get_useOffset") else []


def _name(artist):
    label = str(artist.get_label())
    return "" if label.startswith("_") else f"{label}: "


def _tell(ax, x):
    """Return a place on the x axis as a day, where the axis holds dates, or as a number."""
    from matplotlib.dates import DateLocator, num2date

    if isinstance(ax.xaxis.get_major_locator(), DateLocator):
        return f"{num2date(x):%Y-%m-%d}"
    return f"{float(x):.10g}"


def _number(value):
    return f"{float(value):,.6g}"

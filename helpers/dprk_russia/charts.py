"""Draw frames of the record: each function takes a frame and returns the Axes it drew on.

Only plot_panels, which draws on several, returns an array of them.

None of them reads a file, sets a title, saves anything or changes a global: the title is a
statement, so the notebook makes it.
"""

from itertools import cycle
from textwrap import fill

import pandas as pd

from dprk_russia.asked import need
from dprk_russia.fonts import know_hangul
from dprk_russia.words import GROUND

# Marks that stay apart in grey.
HATCHES = ("", "///", "...", "xx", "---", "++")
SPOTS = [
    (side * reach, up * reach)
    for reach in (8, 16, 26, 40, 60, 85)
    for up in (0, 0.7, -0.7, 1.4, -1.4)
    for side in (1, -1)
]
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*", "<", ">", "h", "p")


def plot_timeline(events, *, ax=None):
    """Mark each event on its first day, one row per category, and return the Axes.

    An event that lasts more than a month also draws a thin line to its last day.
    """
    _need(events, "date_start", "date_end", "category")
    ax = _axes(ax)
    category = events["category"].cat.remove_unused_categories().cat
    long = events["date_end"] - events["date_start"] > pd.Timedelta(days=31)
    ax.hlines(
        category.codes[long], events["date_start"][long], events["date_end"][long], alpha=0.35, gid=GROUND
    )
    ax.scatter(events["date_start"], category.codes, s=22, alpha=0.7, linewidths=0, zorder=3)
    _name_rows(ax, category.categories)
    return ax


def plot_chronology(events, *, ax=None):
    """Give each event a row of its own, earliest at the top, with its title, and return the Axes.

    A dot is an event dated to the day; a bar spans the time within which it happened or lasted.
    """
    from matplotlib.dates import AutoDateLocator

    _need(events, "date_start", "date_end", "title")
    ax = _axes(ax)
    ordered = events.sort_values("date_start", ascending=False)
    rows = range(len(ordered))
    ends = ordered["date_end"].fillna(ordered["date_start"])
    ax.hlines(rows, ordered["date_start"], ends, linewidth=5, alpha=0.5, gid=GROUND)
    ax.scatter(ordered["date_start"], rows, s=28, zorder=3)
    ax.xaxis.set_major_locator(AutoDateLocator(maxticks=8))  # more would run into each other
    _name_rows(ax, ordered["title"].map(lambda title: fill(title, 56)))
    ax.tick_params(axis="y", labelsize="small")
    ax.figure.set_figheight(0.9 + 0.34 * len(ordered))
    return ax


def plot_coverage(counts, *, ax=None):
    """Draw a table of counts (rows by columns) as shaded cells with their numbers; return the Axes."""
    _need(counts)
    ax, counts = _axes(ax), counts.fillna(0)
    ax.imshow(counts.to_numpy(), cmap="Blues", aspect="auto", vmin=0)
    ax.set_xticks(range(counts.shape[1]), counts.columns, rotation=30, ha="right")
    _name_rows(ax, counts.index)
    ax.invert_yaxis()
    ax.grid(visible=False)
    dark = counts.to_numpy().max() / 2
    for row, cells in enumerate(counts.to_numpy()):
        for column, count in enumerate(cells):
            ax.annotate(
                f"{count:.10g}" if count else "·",
                (column, row),
                color="white" if count > dark else "black",
                ha="center",
                va="center",
            )
    return ax


def plot_counts(counts, *, ax=None):
    """Stack counts as bars, one bar per year (the index), one colour per column; return the Axes."""
    _need(counts)
    ax, counts = _axes(ax), counts.fillna(0)
    below = pd.Series(0, index=counts.index)
    for hatch, (name, column) in zip(cycle(HATCHES), counts.items(), strict=False):
        ax.bar(counts.index, column, bottom=below, label=name, hatch=hatch, edgecolor="white", width=0.9)
        below = below + column
    ax.yaxis.get_major_locator().set_params(integer=True)
    ax.legend()
    return ax


def plot_spans(spans, *, ax=None):
    """Draw what held from when to when: columns label, start, end, group; return the Axes.

    Earliest at the top; a span without an end runs to the edge. Groups differ in colour.
    """
    _need(spans, "label", "start", "end", "group")
    ax = _axes(ax)
    ordered = spans.sort_values("start", ascending=False).reset_index(drop=True)
    edge = pd.Timestamp(year=max(ordered[["start", "end"]].max().max().year, 2025) + 2, month=1, day=1)
    for number, (group, part) in enumerate(ordered.groupby("group", sort=False, observed=True)):
        ends = part["end"].fillna(edge)
        ax.hlines(part.index, part["start"], ends, linewidth=7, label=group, color=f"C{number}")
    _name_rows(ax, ordered["label"].where(ordered["end"].notna(), ordered["label"] + " (in force)"))
    ax.legend()
    return ax


def plot_ranges(figures, *, ax=None):
    """Draw estimates as ranges with their owners: columns label, low, high, value; return the Axes.

    A line spans low to high, a dot marks the stated value; first row at the top.
    """
    _need(figures, "label", "low", "high", "value")
    ax = _axes(ax)
    ordered = figures.iloc[::-1].reset_index(drop=True)
    spread = ordered.dropna(subset=["low", "high"])
    ax.hlines(spread.index, spread["low"], spread["high"], linewidth=4, alpha=0.5, color="C0")
    ends = spread.melt(ignore_index=False, value_vars=["low", "high"], value_name="end")
    ax.scatter(ends["end"], ends.index, marker="|", s=90, color="C0", gid=GROUND)
    stated = ordered.dropna(subset=["value"])
    ax.scatter(stated["value"], stated.index, s=40, color="C0", zorder=3)
    _name_rows(ax, ordered["label"])
    ax.set_xlim(left=0)
    return ax


def plot_points(figures, *, ax=None):
    """Mark figures without joining them, one marker per provider: columns year, value, provider.

    Returns the Axes. Points of different providers are never joined: they are no series.
    """
    _need(figures, "year", "value", "provider")
    ax = _axes(ax)
    for marker, (provider, part) in zip(
        cycle(MARKERS), figures.groupby("provider", sort=False), strict=False
    ):
        ax.plot(part["year"], part["value"], marker, label=provider, alpha=0.85)
    ax.legend(fontsize="small")
    return ax


def plot_panels(table, *, axes=None):
    """Draw each column of a table (index = years) in a panel of its own; return the Axes, an array.

    The panels share both axes, and each shows the other columns in grey.
    """
    _need(table)
    if axes is None:
        import matplotlib.pyplot as plt

        shared = {"sharex": True, "sharey": True, "squeeze": False}
        _, (axes,) = plt.subplots(1, table.shape[1], layout="constrained", **shared)
    for ax, name in zip(axes, table, strict=True):
        for other in table.columns.drop(name):
            ax.plot(table.index, table[other], color="0.8", linewidth=1, gid=GROUND)
        ax.plot(table.index, table[name], label=name)
        ax.set_title(name, fontsize="medium", pad=6)
    return axes


def plot_map(places, outlines, *, ax=None):
    """Draw places over present-day outlines: columns name, lat, lon, count; return the Axes.

    The area of a dot grows with count. Outlines are the table of that name.
    """
    _need(places, "name", "lat", "lon", "count")
    _need(outlines, "points")
    ax = _axes(ax)
    for points in outlines["points"]:
        corners = [tuple(map(float, point.split(","))) for point in points.split()]
        ax.fill(*zip(*corners, strict=True), facecolor="0.93", edgecolor="0.65", linewidth=0.6)
    ax.scatter(places["lon"], places["lat"], s=18 + 5 * places["count"], alpha=0.75, zorder=3)
    ax.set_xlim(places["lon"].min() - 4, places["lon"].max() + 8)
    ax.set_ylim(places["lat"].min() - 3, places["lat"].max() + 3)
    ax.set_aspect(1.35)
    ax.grid(visible=False)
    ax.set(xticks=[], yticks=[])
    ax.apply_aspect()
    _label_places(ax, places)
    return ax


def shade_eras(eras, *, ax=None):
    """Shade every second era behind the data, number all of them above, and return the Axes."""
    _need(eras, "start", "end")
    ax = _axes(ax)
    left, right = ax.get_xlim()
    for number, (start, end) in enumerate(zip(eras["start"], eras["end"], strict=True), 1):
        first = max(ax.convert_xunits(start), left)
        last = right if pd.isna(end) else min(ax.convert_xunits(end), right)
        if last <= first:
            continue
        ax.axvspan(first, last, color="0.5", alpha=0.16 if number % 2 else 0, linewidth=0, zorder=0)
        ax.annotate(
            number,
            ((first + last) / 2, 1),
            xycoords=("data", "axes fraction"),
            xytext=(0, 2),
            textcoords="offset points",
            ha="center",
            fontsize="small",
            color="0.35",
        )
    ax.set_xlim(left, right)
    return ax


def _need(frame, *columns):
    """Raise ValueError when frame holds nothing to draw or lacks one of the columns."""
    if frame.empty:
        raise ValueError("the frame is empty; widen the filter that made it")
    need(frame, *columns)


def _axes(ax):
    know_hangul()
    if ax is not None:
        return ax
    # pyplot costs as much as pandas, so it waits for the first chart.
    import matplotlib.pyplot as plt

    return plt.gca()


def _label_places(ax, places):
    """Write name and count beside each dot, at the nearest spot that no other label takes."""
    from matplotlib.text import Text

    taken = []
    for place in places.sort_values("count", ascending=False).itertuples(index=False):
        label = ax.annotate(
            f"{place.name} {place.count}",
            (place.lon, place.lat),
            xytext=SPOTS[0],
            textcoords="offset points",
            va="center",
            fontsize="small",
            arrowprops={"arrowstyle": "-", "color": "0.5", "linewidth": 0.6, "shrinkB": 0},
        )
        for dx, dy in SPOTS:
            label.set(position=(dx, dy), ha="left" if dx > 0 else "right")
            label.update_positions(ax.figure.canvas.get_renderer())
            box = Text.get_window_extent(label)  # the words alone, without the line to the dot
            if not any(box.overlaps(other) for other in taken):
                break
        taken.append(box)


def _name_rows(ax, names):
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(-0.6, len(names) - 0.4)

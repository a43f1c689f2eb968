"""Draw frames of the record: each function takes a frame and returns the Axes it drew on.

None of them reads a file, sets a title, saves anything or changes a global: the title is a
statement, so the notebook makes it.
"""

import pandas as pd


def plot_timeline(events, *, ax=None):
    """Mark each event on its first day, one row per category, and return the Axes.

    An event that lasts more than a month also draws a thin line to its last day.
    """
    ax = _axes(ax)
    category = events["category"].cat.remove_unused_categories().cat
    long = events["date_end"] - events["date_start"] > pd.Timedelta(days=31)
    ax.hlines(category.codes[long], events["date_start"][long], events["date_end"][long], alpha=0.35)
    ax.scatter(events["date_start"], category.codes, s=22, alpha=0.7, linewidths=0, zorder=3)
    _name_rows(ax, category.categories)
    return ax


def plot_chronology(events, *, ax=None):
    """Give each event a row of its own, earliest at the top, with its title, and return the Axes.

    A dot is an event dated to the day; a bar spans the time within which it happened or lasted.
    """
    ax = _axes(ax)
    ordered = events.sort_values("date_start", ascending=False)
    rows = range(len(ordered))
    ends = ordered["date_end"].fillna(ordered["date_start"])
    ax.hlines(rows, ordered["date_start"], ends, linewidth=5, alpha=0.5)
    ax.scatter(ordered["date_start"], rows, s=28, zorder=3)
    _name_rows(ax, ordered["title"])
    ax.figure.set_figheight(0.9 + 0.3 * len(ordered))
    return ax


def plot_coverage(counts, *, ax=None):
    """Draw a table of counts (rows by columns) as shaded cells with their numbers; return the Axes."""
    ax = _axes(ax)
    ax.imshow(counts.to_numpy(), cmap="Blues", aspect="auto", vmin=0)
    ax.set_xticks(range(counts.shape[1]), counts.columns, rotation=30, ha="right")
    _name_rows(ax, counts.index)
    ax.invert_yaxis()
    ax.grid(visible=False)
    dark = counts.to_numpy().max() / 2
    for row, cells in enumerate(counts.to_numpy()):
        for column, count in enumerate(cells):
            ax.annotate(
                f"{count}" if count else "·",
                (column, row),
                color="white" if count > dark else "black",
                ha="center",
                va="center",
            )
    return ax


def shade_eras(eras, *, ax=None):
    """Shade every second era behind the data, number all of them above, and return the Axes."""
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


def _axes(ax):
    if ax is not None:
        return ax
    # pyplot costs as much as pandas, so it waits for the first chart.
    import matplotlib.pyplot as plt

    return plt.gca()


def _name_rows(ax, names):
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(-0.6, len(names) - 0.4)

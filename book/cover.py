"""The picture that stands for the study where a link to it is shared."""

import matplotlib

matplotlib.use("agg")

import matplotlib.pyplot as plt  # noqa: E402

from dprk_russia import load, plot_timeline, shade_eras  # noqa: E402

INCHES = (12, 6.3)  # 1200 by 630 pixels at 100 dots an inch: the size that previews of links take


def draw_cover(path):
    """Draw the whole arc under the study's title."""
    with plt.style.context("dprk_russia.house"):
        figure = plt.figure(figsize=INCHES)
        ax = figure.add_axes((0.13, 0.09, 0.84, 0.66))
        events = load("events")
        shade_eras(load("eras"), ax=plot_timeline(events[events["date_start"] >= "1945"], ax=ax))
        figure.text(0.03, 0.9, "North Korea and Moscow, 1945 to today", fontsize=30, fontweight="bold")
        figure.text(0.03, 0.83, "What happened, and who says so: a study in notebooks", fontsize=17)
        figure.savefig(path, dpi=100, metadata={"Software": None})
        plt.close(figure)

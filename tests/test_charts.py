"""Charts draw what they are given, on the Axes that they are given, and can be heard."""

import io

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from dprk_russia import (
    load,
    plot_chronology,
    plot_counts,
    plot_coverage,
    plot_points,
    plot_ranges,
    plot_spans,
    plot_timeline,
    shade_eras,
    show,
    show_table,
)
from dprk_russia.words import describe


@pytest.fixture
def events():
    return load("events").query("date_start >= '1945'")


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


@pytest.fixture
def shown(monkeypatch):
    """The outputs that a cell would publish."""
    outputs = []
    monkeypatch.setattr("IPython.display.display", lambda data, **_: outputs.append(data))
    return outputs


@pytest.mark.parametrize("plot", [plot_timeline, plot_chronology])
def test_a_chart_marks_every_event_on_the_axes_it_is_given(events, ax, plot):
    before = events.copy()
    assert plot(events, ax=ax) is ax
    assert sum(len(layer.get_offsets()) for layer in ax.collections if hasattr(layer, "get_sizes")) == len(
        events
    )
    pd.testing.assert_frame_equal(events, before)


def test_a_chart_without_axes_draws_on_the_current_ones(events, ax):
    assert plot_timeline(events) is ax


def test_a_chart_draws_more_columns_or_providers_than_it_has_marks(ax):
    names = [f"provider {number}" for number in range(20)]
    plot_counts(pd.DataFrame(1, index=[2000], columns=names), ax=ax)
    assert [bars.get_label() for bars in ax.containers] == names
    plot_points(pd.DataFrame({"provider": names, "year": 2000, "value": 1}), ax=ax)
    assert [line.get_label() for line in ax.lines] == names


@pytest.mark.parametrize("plot", [plot_timeline, plot_chronology, plot_spans, plot_ranges, plot_points])
def test_a_chart_names_the_columns_that_it_lacks(plot, ax):
    with pytest.raises(ValueError, match=r"lacks .*; this chart takes "):
        plot(load("eras"), ax=ax)


def test_no_chart_leaves_without_title_and_source(events, ax):
    plot_timeline(events, ax=ax)
    with pytest.raises(ValueError, match="no title"):
        show(ax, sources="table events")
    ax.set_title("Ten categories")
    with pytest.raises(ValueError, match="no source"):
        show(ax, sources="")


def test_charts_set_no_title(events, ax):
    assert plot_timeline(events, ax=ax).get_title(loc="left") == ""


def test_each_era_that_the_chart_shows_is_numbered(events, ax):
    shade_eras(load("eras"), ax=plot_timeline(events, ax=ax))
    assert [text.get_text() for text in ax.texts] == [str(number) for number in range(1, 11)]


def test_each_count_stands_in_its_cell(ax):
    plot_coverage(pd.DataFrame({"a": [1, 0], "b": [7, 20]}, index=["x", "y"]), ax=ax)
    assert [text.get_text() for text in ax.texts] == ["1", "7", "·", "20"]


def test_the_description_counts_the_points_of_each_row(events, ax):
    plot_timeline(events, ax=ax).set_title("A finding", loc="left")
    meetings = events.query("category == 'meeting'")["date_start"]
    told = describe(ax.figure)
    assert told.startswith(f"A finding. {len(events)} points: ")
    assert f"meeting {len(meetings)} ({meetings.min():%Y-%m-%d} to {meetings.max():%Y-%m-%d})" in told


def test_the_description_changes_with_the_data_drawn(events, ax):
    told = describe(plot_chronology(events, ax=ax).figure)
    moved = events.assign(date_start=events["date_start"] - pd.Timedelta(days=1))
    _, other = plt.subplots()
    assert describe(plot_chronology(moved, ax=other).figure) != told
    plt.close(other.figure)


def test_the_description_tells_lines_and_bars(ax):
    ax.plot([2000, 2001], [3.5, 4], label="trade")
    assert "trade: 2000 3.5; 2001 4." in describe(ax.figure)


def test_a_shown_chart_is_a_picture_with_words_and_sources(events, ax, shown):
    plot_timeline(events, ax=ax).set_title("Ten categories")
    show(ax, sources="the record")
    picture, words = shown
    assert picture["image/png"].startswith(b"\x89PNG")
    assert picture["text/plain"].endswith("Sources: the record.")
    assert words["text/markdown"] == f"*In words:* {picture['text/plain']}"
    assert not plt.fignum_exists(ax.figure.number)


def test_a_chart_cannot_be_shown_without_its_sources(ax):
    with pytest.raises(TypeError, match="sources"):
        show(ax)


def test_a_table_has_a_caption_headers_and_a_plain_twin(shown):
    frame = pd.DataFrame({"day": pd.to_datetime(["1948-10-12", None]), "title": ["<كوريا>", None]})
    show_table(frame, "Two rows")
    (output,) = shown
    assert "Two rows</caption>" in output["text/html"]
    assert output["text/html"].count('<th scope="col"') == 2
    assert output["text/html"].count('<td dir="ltr" style="text-align: left;') == 3
    assert "&lt;كوريا&gt;" in output["text/html"]
    assert output["text/plain"] == "Two rows\nday | title\n1948-10-12 | <كوريا>\n | "


def width(text):
    """Return the width of a text as the house style draws it, in pixels."""
    figure, ax = plt.subplots()
    box = ax.text(0, 0, text, fontsize=40).get_window_extent()
    plt.close(figure)
    return box.width


def picture(text):
    """Return a text as the house style draws it, as PNG bytes."""
    png = io.BytesIO()
    figure = plt.figure(figsize=(2, 1))
    figure.text(0.2, 0.2, text, fontsize=40)
    figure.savefig(png)
    plt.close(figure)
    return png.getvalue()


def test_hebrew_is_drawn_from_right_to_left():
    forced_left_to_right = "\u202d\u05d1\u05d0\u202c"
    assert picture("\u05d0\u05d1") == picture(forced_left_to_right)


def test_arabic_letters_are_joined():
    assert width("\u0628" * 3) < 0.8 * 3 * width("\u0628")


def test_every_script_of_the_names_has_its_letters_in_the_charts(recwarn):
    with plt.style.context("dprk_russia.house"):
        ax = plot_counts(pd.DataFrame({"n": [1]}, index=[1949]))
        ax.set_title("김일성 Ким Ир Сен قيم إيل سونغ קים איל-סונג کیم ایل سونگ")
        ax.figure.canvas.draw()
        plt.close(ax.figure)
    assert not [warning for warning in recwarn if "Glyph" in str(warning.message)]


def test_right_to_left_cells_say_their_direction_and_language(shown):
    frame = pd.DataFrame(
        {"original": ["\u05d0\u05d1", "ab"], "language": ["he", "he"], "meaning": ["x", "y"]}
    )
    show_table(frame, "Words")
    cells = shown[0]["text/html"].split("<td ")[1:]
    right, left = 'dir="rtl" lang="he" style="text-align: right;', 'dir="ltr" style="text-align: left;'
    assert [cell.startswith(right) for cell in cells] == [True] + [False] * 5
    assert [cell.startswith(left) for cell in cells] == [False] + [True] * 5


def test_the_first_letter_of_a_cell_sets_its_direction(shown):
    show_table(pd.DataFrame({"title": ['2. "\u05d0\u05d1"', 'the "\u05d0\u05d1"', "1948"]}), "Titles")
    cells = shown[0]["text/html"].split("<td ")[1:]
    assert [cell.split()[0] for cell in cells] == ['dir="rtl"', 'dir="ltr"', 'dir="ltr"']

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
    plot_map,
    plot_panels,
    plot_points,
    plot_ranges,
    plot_spans,
    plot_timeline,
    shade_eras,
    show,
    show_table,
)
from dprk_russia.words import GROUND, describe, fingerprint


def map_of(places):
    return plot_map(places, load("outlines"))


def map_over(outlines):
    return plot_map(load("places").assign(count=1), outlines)


TAKE_COLUMNS = [
    plot_timeline,
    plot_chronology,
    plot_spans,
    plot_ranges,
    plot_points,
    map_of,
    map_over,
    shade_eras,
]
TAKE_ANY = [plot_coverage, plot_counts, plot_panels]


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


def segments(ax):
    """Return both ends of every span drawn."""
    layers = [layer for layer in ax.collections if hasattr(layer, "get_segments")]
    return [segment.tolist() for layer in layers for segment in layer.get_segments()]


def rows(ax):
    return [label.get_text() for label in ax.get_yticklabels()]


@pytest.mark.parametrize("plot", TAKE_COLUMNS)
def test_a_chart_names_the_columns_that_it_lacks(plot):
    with pytest.raises(ValueError, match=r"the frame lacks .*; give one with "):
        plot(load("series"))


@pytest.mark.parametrize("plot", [*TAKE_COLUMNS, *TAKE_ANY])
def test_a_chart_of_no_rows_says_what_to_do(plot):
    with pytest.raises(ValueError, match="the frame is empty; widen the filter"):
        plot(load("eras").head(0))


def test_only_what_lasts_more_than_a_month_has_a_line(ax):
    days = pd.to_datetime(["1950-01-01", "1950-01-01", "1950-01-01"])
    ends = pd.to_datetime(["1950-01-01", "1950-01-31", "1950-03-01"])
    kinds = pd.Categorical(["war", "war", "aid"])
    plot_timeline(pd.DataFrame({"date_start": days, "date_end": ends, "category": kinds}), ax=ax)
    ((first, last),) = segments(ax)
    assert last[0] - first[0] == 59
    assert rows(ax)[int(first[1])] == "aid"


def test_counts_are_stacked_and_a_missing_one_is_none(ax):
    plot_counts(pd.DataFrame({"a": [1, None], "b": [2, 3]}, index=[2000, 2001]), ax=ax)
    assert [bar.get_height() for bars in ax.containers for bar in bars] == [1, 0, 2, 3]
    assert [bar.get_y() for bar in ax.containers[1]] == [1, 0]


def test_a_span_without_an_end_runs_beyond_all_others(ax):
    dates = {"start": pd.to_datetime(["1961", "2000"]), "end": pd.to_datetime([None, "2030-06-01"])}
    plot_spans(pd.DataFrame({"label": ["old", "new"], "group": ["a", "b"], **dates}), ax=ax)
    ends = {rows(ax)[int(last[1])]: last[0] for _, last in segments(ax)}
    assert list(ends) == ["new", "old (in force)"]
    assert ends["old (in force)"] > ends["new"]
    assert len({tuple(layer.get_colors()[0]) for layer in ax.collections}) == 2


def test_ranges_stand_in_the_order_of_the_frame(ax):
    figures = {"label": ["first", "second"], "low": [1, None], "high": [3, None], "value": [2.5, 7]}
    plot_ranges(pd.DataFrame(figures), ax=ax)
    assert rows(ax) == ["second", "first"]
    assert segments(ax) == [[[1, 1], [3, 1]]]
    assert ax.collections[-1].get_offsets().tolist() == [[7, 0], [2.5, 1]]


def test_points_are_never_joined(ax):
    plot_points(pd.DataFrame({"provider": ["a", "a"], "year": [1, 2], "value": [3, 4]}), ax=ax)
    assert [line.get_linestyle() for line in ax.lines] == ["None"]


@pytest.mark.parametrize("names", [["exports"], ["exports", "imports", "debt"]])
def test_each_panel_draws_its_own_column_before_the_others(names):
    axes = plot_panels(pd.DataFrame({name: [n, 9] for n, name in enumerate(names)}, index=[1, 2]))
    told = [[line for line in ax.lines if line.get_gid() != GROUND] for ax in axes]
    assert [[line.get_label() for line in lines] for lines in told] == [[name] for name in names]
    assert [line.get_ydata()[0] for (line,) in told] == list(range(len(names)))
    assert all(len(ax.lines) == len(names) for ax in axes)
    plt.close(axes[0].figure)


def test_places_on_a_map_grow_with_their_counts_and_their_labels_keep_apart(ax):
    places = pd.DataFrame({"name": ["x", "y", "z"], "lat": [40, 40, 40.1], "lon": 127, "count": [1, 2, 9]})
    plot_map(places, load("outlines"), ax=ax)
    assert len(ax.patches) == len(load("outlines"))
    few, some, many = ax.collections[0].get_sizes()
    assert many - some == 7 * (some - few) > 0
    boxes = [plt.Text.get_window_extent(label) for label in ax.texts]
    assert [label.get_text() for label in ax.texts] == ["z 9", "y 2", "x 1"]
    assert not any(box.overlaps(other) for box in boxes for other in boxes if box is not other)


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
    assert [band.get_alpha() > 0 for band in ax.patches] == [True, False] * 5


def test_each_count_stands_in_its_cell(ax):
    plot_coverage(pd.DataFrame({"a": [1, 0], "b": [7, 20], "c": [None, 3]}, index=["x", "y"]), ax=ax)
    assert [text.get_text() for text in ax.texts] == ["1", "7", "·", "·", "20", "3"]
    assert describe(ax.figure).endswith("x: a 1, b 7, c 0; y: a 0, b 20, c 3.")


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


def test_the_description_of_a_long_line_tells_its_ends_least_and_most(ax):
    ax.plot(range(2000, 2020), [5, 1, *range(10, 26), 99, 7], label="trade")
    assert "trade: from 2000 5 to 2019 7, least 2001 1, most 2018 99." in describe(ax.figure)


def test_the_description_tells_spans_with_their_ends(ax):
    days = {"start": pd.to_datetime(["1961-07-06"]), "end": pd.to_datetime(["1996-09-10"])}
    plot_spans(pd.DataFrame({"label": ["pact"], "group": ["mutual aid"], **days}), ax=ax)
    assert "mutual aid: pact 1961-07-06 to 1996-09-10." in describe(ax.figure)


def test_the_description_tells_points_by_their_figures_and_places_by_their_names(ax):
    ax.scatter([1990, 1995], [3, 4.5], label="oil")
    assert "oil: 1990 3; 1995 4.5." in describe(ax.figure)
    _, other = plt.subplots()
    plot_map(pd.DataFrame({"name": ["x"], "lat": 40, "lon": 127, "count": [9]}), load("outlines"), ax=other)
    assert "1 places with their counts: x 9." in describe(other.figure)
    plt.close(other.figure)


@pytest.mark.parametrize("kind", ["plot", "scatter", "bar"])
def test_the_fingerprint_changes_where_the_words_would_not(kind):
    made = []
    for value in (1000.0, 1000.0001):
        figure, ax = plt.subplots()
        getattr(ax, kind)([1, 2], [1, value])
        made.append((describe(figure), fingerprint(figure)))
        plt.close(figure)
    (words, first), (same_words, second) = made
    assert words == same_words
    assert first != second


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


def test_figures_days_and_dollars_stand_in_a_table_as_a_reader_takes_them(shown):
    show_table(pd.DataFrame({"x": [12345.5, "$5", pd.Timestamp("1948-10-12")]}), "Cells")
    assert shown[0]["text/plain"] == "Cells\nx\n12,345.5\n$5\n1948-10-12"
    assert ">&#36;5</td>" in shown[0]["text/html"]
    assert '<span style="white-space: nowrap;">1948-10-12</span>' in shown[0]["text/html"]


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


def test_a_right_to_left_cell_of_no_told_language_has_that_of_its_letters(shown):
    show_table(pd.DataFrame({"form": ["\u05d0\u05d1", "كوريا", "کره", "Korea"]}), "Forms")
    cells = shown[0]["text/html"].split("<td ")[1:]
    assert [cell.split(" style")[0] for cell in cells] == [
        'dir="rtl" lang="he"',
        'dir="rtl" lang="ar"',
        'dir="rtl" lang="fa"',
        'dir="ltr"',
    ]

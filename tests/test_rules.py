"""Bad data are refused: each kind of corruption is told with its place, none in silence."""

import csv
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dprk_russia import load, validate
from dprk_russia.__main__ import main


def test_the_shipped_record_is_well():
    assert validate() == []


# The same examples every time: a check of the CI must not fail by chance.
fuzzed = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def lines(folder, table):
    with open(folder / f"{table}.csv", encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle))


def write(folder, table, rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    (folder / f"{table}.csv").write_text(text.getvalue(), encoding="utf-8", newline="")


def set_cell(table, column, value, row=2):
    """Return a corruption that puts value into a cell (row 1 is the header)."""

    def spoil(folder):
        rows = lines(folder, table)
        rows[row - 1][rows[0].index(column)] = value
        write(folder, table, rows)

    return spoil


def set_cells(table, **values):
    """Return a corruption that puts values into cells of the first row, by column."""
    return lambda folder: [set_cell(table, column, value)(folder) for column, value in values.items()]


def change_rows(table, change):
    """Return a corruption that applies change to the list of all rows, header included."""

    def spoil(folder):
        rows = lines(folder, table)
        write(folder, table, change(rows) or rows)

    return spoil


def change_bytes(table, change):
    def spoil(folder):
        path = folder / f"{table}.csv"
        path.write_bytes(change(path.read_bytes()))

    return spoil


def without_column(column):
    def change(rows):
        place = rows[0].index(column)
        return [row[:place] + row[place + 1 :] for row in rows]

    return change


def swap_columns(rows):
    return [[row[1], row[0], *row[2:]] for row in rows]


def without_first_dispute(rows):
    return [row for row in rows if row[0] != rows[1][0]]


# corruption: (what it does, what is told, the table whose load refuses it or None)
CORRUPTIONS = {
    "missing column": (
        change_rows("places", without_column("name")),
        "places.csv:1: column 'name'",
        "places",
    ),
    "extra column": (
        change_rows("places", lambda rows: [[*row, "x"] for row in rows]),
        "places.csv:1: column 'x' is not in the codebook",
        "places",
    ),
    "columns in another order": (
        change_rows("places", swap_columns),
        "places.csv:1: columns in another order",
        "places",
    ),
    "bad date": (
        set_cell("eras", "start", "1945-02-30"),
        "eras.csv:2:start: '1945-02-30' is no date",
        "eras",
    ),
    "date in another form": (set_cell("eras", "start", "1.1.1945"), "eras.csv:2:start: '1.1.1945'", "eras"),
    "date of another century": (
        set_cell("events", "date_start", "2204-06-19", 300),
        "events.csv:300:date_start: 2204-06-19 is out of range",
        "events",
    ),
    "end before start": (set_cell("events", "date_end", "1850-01-01"), "events.csv:2:date_end: 1850", None),
    "duplicate id": (
        change_rows("places", lambda rows: rows[2].__setitem__(0, rows[1][0])),
        "places.csv:3: ",
        "places",
    ),
    "duplicate row": (
        change_rows("observations", lambda rows: rows.insert(2, rows[1])),
        "observations.csv:3: ",
        "observations",
    ),
    "open double quote": (
        change_bytes("events", lambda raw: raw.replace(b"\n", b'\n"', 2)),
        "events.csv:2: not CSV",
        "events",
    ),
    "text behind a double quote": (
        change_bytes("places", lambda raw: raw.replace(b"\n", b'\n"x"', 1)),
        "places.csv:2: not CSV",
        "places",
    ),
    "dangling id": (
        set_cell("claim_events", "event_id", "1999-nothing"),
        "claim_events.csv:2:event_id: ",
        None,
    ),
    "dangling compound key": (set_cell("claims", "locator", "Nowhere ¶1"), "claims.csv:2:locator: ", None),
    "unknown enum": (set_cell("claims", "modality", "shouted"), "claims.csv:2:modality: 'shouted'", "claims"),
    "empty required cell": (set_cell("claims", "said", ""), "claims.csv:2:said: required", "claims"),
    "byte order mark": (
        change_bytes("eras", lambda raw: b"\xef\xbb\xbf" + raw),
        "eras.csv: begins with",
        "eras",
    ),
    "Latin-1 bytes": (change_bytes("eras", lambda raw: raw + b"\xe9\n"), "not UTF-8", "eras"),
    "CRLF": (change_bytes("eras", lambda raw: raw.replace(b"\n", b"\r\n")), "eras.csv:1: carriage", "eras"),
    "NUL": (change_bytes("eras", lambda raw: raw.replace(b"Found", b"F\0und", 1)), "eras.csv:2: NUL", "eras"),
    "embedded newline": (set_cell("eras", "title", "Found\ning"), "eras.csv:2:title: line break", "eras"),
    "empty file": (change_bytes("eras", lambda raw: b""), "eras.csv: the file is empty", "eras"),
    "missing file": (lambda folder: (folder / "eras.csv").unlink(), "eras.csv: no such file", "eras"),
    "unknown file": (lambda folder: (folder / "more.csv").write_text("a\n"), "more.csv: no table", None),
    "missing cell": (
        change_rows("eras", lambda rows: [rows[0], rows[1][:-1]]),
        "eras.csv:2: 5 cells instead of 6; add the missing cell",
        "eras",
    ),
    "cell too many": (
        change_rows("eras", lambda rows: [rows[0], [*rows[1], ""]]),
        "eras.csv:2: 7 cells instead of 6; put a cell that holds a comma",
        "eras",
    ),
    "empty line": (change_bytes("eras", lambda raw: raw + b"\n"), "eras.csv:12: empty line", "eras"),
    "semicolons": (
        change_bytes("eras", lambda raw: raw.replace(b",", b";")),
        "eras.csv:1: cells are parted by ';'",
        "eras",
    ),
    "UTF-16": (
        change_bytes("eras", lambda raw: raw.decode().encode("utf-16")),
        "eras.csv: is UTF-16",
        "eras",
    ),
    "claim of another document": (
        set_cell("claims", "claim_id", "mizan-0"),
        "claims.csv:2:claim_id: 'mizan-0' is no claim of",
        None,
    ),
    "trailing space": (set_cell("eras", "title", "Founding "), "eras.csv:2:title: 'Founding '", "eras"),
    "double space": (set_cell("eras", "title", "The  founding"), "eras.csv:2:title: ", "eras"),
    "text in a number": (
        set_cell("places", "lat", "north"),
        "places.csv:2:lat: 'north' is no number",
        "places",
    ),
    "number with a comma": (
        set_cell("claims", "quantity", "1,000"),
        "claims.csv:2:quantity: '1,000'",
        "claims",
    ),
    "number out of range": (
        set_cell("places", "lat", "97"),
        "places.csv:2:lat: 97 is out of range",
        "places",
    ),
    "formula-like cell": (set_cell("eras", "title", "=1+1"), "eras.csv:2:title: '=1+1' looks like", "eras"),
    "stand-in for missing": (
        set_cell("claims", "date_told", "n/a"),
        "claims.csv:2:date_told: 'n/a'",
        "claims",
    ),
    "not NFC": (set_cell("places", "name", "Cafe\u0301"), "places.csv:2:name: ", "places"),
    "direction mark": (set_cell("places", "name", "Seoul\u200f"), "places.csv:2:name: ", "places"),
    "no such month": (
        set_cell("observations", "period", "1950-59"),
        "observations.csv:2:period: '1950-59'",
        "observations",
    ),
    "no such century": (
        set_cell("observations", "said_on", "2725-04"),
        "observations.csv:2:said_on: '2725-04'",
        "observations",
    ),
    "wrong form of id": (
        set_cell("places", "place_id", "No Slug"),
        "places.csv:2:place_id: 'No Slug'",
        "places",
    ),
    "overlapping eras": (
        set_cell("eras", "start", "1950-01-01", 3),
        "eras.csv:3:start: 1950-01-01 overlaps",
        None,
    ),
    "gap between eras": (set_cell("eras", "start", "1950-12-31", 3), "eras.csv:3:start: a gap", None),
    "open era in the middle": (set_cell("eras", "end", ""), "eras.csv:2:end: empty", None),
    "precision coarser than the dates": (
        set_cell("events", "date_precision", "year"),
        "events.csv:2:date_precision",
        None,
    ),
    "month that is none": (set_cells("events", date_precision="month"), ": a month runs from", None),
    "season that is none": (set_cells("events", date_precision="season"), ": a season runs from", None),
    "decade that is none": (set_cells("events", date_precision="decade"), ": a decade runs from", None),
    "range of one day": (set_cells("events", date_precision="range"), ": a range needs two", None),
    "id of another year": (set_cell("events", "date_start", "1859-01-01"), "events.csv:2:event_id: ", None),
    "unaccounted paragraph": (
        change_rows("paragraphs", lambda rows: rows.insert(1, ["mizan", "Tail ¶9", "99", "paragraph", ""])),
        "paragraphs.csv:2:why_none: mizan 'Tail ¶9' has no claim",
        None,
    ),
    "claims and a reason for none": (
        change_rows("paragraphs", lambda rows: [rows[0], *([*row[:4], row[4] or "No."] for row in rows[1:])]),
        "has claims and a reason for none",
        None,
    ),
    "event without a witness": (
        change_rows(
            "events",
            lambda rows: rows.insert(
                1, ["1859-x", "1859-01-01", "1859-01-01", "day", "X happens", "X.", "war", ""]
            ),
        ),
        "events.csv:2:event_id: nothing tells of '1859-x'",
        None,
    ),
    "rows out of order": (change_rows("eras", lambda rows: [rows[0], *rows[:0:-1]]), "out of order", None),
    "range upside down": (
        change_rows("claims", lambda rows: rows[1].__setitem__(slice(8, 12), ["5", "days", "9", "1"])),
        "claims.csv:2:high: 1 is below low 9",
        None,
    ),
    "figure outside its range": (
        change_rows("claims", lambda rows: rows[1].__setitem__(slice(8, 12), ["50", "days", "1", "9"])),
        "claims.csv:2:quantity: 50 lies outside",
        None,
    ),
    "figure below its range": (
        set_cells("claims", quantity="0", unit="days", low="1", high="9"),
        "claims.csv:2:quantity: 0 lies outside",
        None,
    ),
    "figure above a range that ends in zero": (
        set_cells("claims", quantity="5", unit="days", low="", high="0"),
        "claims.csv:2:quantity: 5 lies outside",
        None,
    ),
    "observation without a figure": (
        set_cells("observations", value="", low="", high=""),
        "observations.csv:2:value: no figure",
        None,
    ),
    "figure without a unit": (
        change_rows("claims", lambda rows: rows[1].__setitem__(slice(8, 12), ["50", "", "", ""])),
        "claims.csv:2:unit: ",
        None,
    ),
    "circular descent": (
        change_rows(
            "source_lineage",
            lambda rows: rows.insert(1, [rows[1][1], rows[1][0], "copy", "inferred", "Nobody says so"]),
        ),
        "descends from itself",
        None,
    ),
    "vetoed and adopted": (
        change_rows(
            "council_votes",
            lambda rows: rows[1].__setitem__(slice(5, 7), ["veto", "yes"]),
        ),
        "council_votes.csv:2:adopted: ",
        None,
    ),
    "more than fifteen votes": (
        set_cell("council_votes", "yes", "14"),
        "council_votes.csv:2:yes: more",
        None,
    ),
    "closed series shipped whole": (
        lambda folder: [
            set_cell("series", "shipped", "whole")(folder),
            change_rows("sources", lambda rows: [rows[0], *([*row[:-1], "no"] for row in rows[1:])])(folder),
        ],
        "series.csv:2:shipped: ",
        None,
    ),
    "dispute without a claim": (
        change_rows("dispute_claims", without_first_dispute),
        "disputes.csv:2:dispute_id: no claim takes a side",
        None,
    ),
    "dispute with one side and no document": (
        lambda folder: [
            set_cell("disputes", "verdict_source_id", "")(folder),
            change_rows("dispute_claims", lambda rows: [*rows[:2], *without_first_dispute(rows)[1:]])(folder),
        ],
        "disputes.csv:2:verdict_source_id: one side and no document",
        None,
    ),
    "sentence for a phrase": (
        set_cells("disputes", original="1 2 3 4 5 6 7", original_language="he", meaning="seven words"),
        "disputes.csv:2:original: more than 6 words",
        None,
    ),
    "phrase without a language": (
        set_cells("disputes", original="one two", original_language=""),
        "disputes.csv:2:original: words, language and meaning go together",
        None,
    ),
    "name of nobody": (
        set_cells("names", kind="actor", entity_id="nobody"),
        "names.csv:2:entity_id: no actor 'nobody'",
        None,
    ),
    "broken descriptor": (
        lambda folder: (folder / "datapackage.json").write_text("{"),
        "datapackage.json: not valid JSON",
        "eras",
    ),
    "descriptor of no tables": (
        lambda folder: (folder / "datapackage.json").write_text("{}"),
        "datapackage.json: describes no tables",
        "eras",
    ),
    "descriptor that is a list": (
        lambda folder: (folder / "datapackage.json").write_text('["resources"]'),
        "datapackage.json: describes no tables",
        "eras",
    ),
}


@pytest.mark.parametrize("kind", CORRUPTIONS)
def test_validate_tells_each_corruption_and_its_place(copy, kind):
    spoil, told, _ = CORRUPTIONS[kind]
    spoil(copy)
    assert any(told in fault for fault in validate(copy)), validate(copy)[:5]


@pytest.mark.parametrize("kind", [kind for kind, (_, _, table) in CORRUPTIONS.items() if table])
def test_load_refuses_what_one_file_shows(copy, kind):
    spoil, told, table = CORRUPTIONS[kind]
    spoil(copy)
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - the text is compared below
        load(table, copy)
    assert told in str(refusal.value)


def test_a_range_below_zero_without_a_value_is_whole(copy):
    set_cells("claims", quantity="", unit="degrees", low="-5", high="-3")(copy)
    assert validate(copy) == []


def test_all_faults_are_told_at_once(copy):
    set_cell("claims", "modality", "shouted", 2)(copy)
    set_cell("claims", "said", "", 3)(copy)
    set_cell("eras", "title", "")(copy)
    told = validate(copy)
    assert [
        fault for fault in told if fault.startswith(("claims.csv:2:", "claims.csv:3:", "eras.csv:2:"))
    ] == told
    assert len(told) == 3


def test_a_wrong_date_is_told_once_and_its_neighbours_are_not_blamed(copy):
    set_cell("events", "date_start", "2012-13-02", 300)(copy)
    assert [fault.split(":")[1:3] for fault in validate(copy)] == [["300", "date_start"]]


def test_the_command_tells_faults_and_fails(copy, capsys):
    assert main(["validate", str(copy)]) == 0
    assert capsys.readouterr().out == f"{copy}: no faults\n"
    set_cell("eras", "title", "")(copy)
    assert main(["validate", str(copy)]) == 1
    assert capsys.readouterr().out.startswith("eras.csv:2:title: required")
    assert main(["check"]) == 2


@fuzzed
@given(st.binary(max_size=200))
@example(b"\n\x01")  # the header is an empty line
@example(b"a" * 200_000)  # more than the csv module takes in one cell
def test_no_bytes_whatever_make_the_reader_crash_or_pass(copy, raw):
    (copy / "eras.csv").write_bytes(raw)
    with pytest.raises(ValueError, match=r"^eras\.csv:"):
        load("eras", copy)


@fuzzed
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=30))
def test_a_cell_is_loaded_as_it_stands_or_refused(copy, text):
    set_cell("eras", "title", text)(copy)
    try:
        loaded = load("eras", copy)["title"].iloc[0]
    except ValueError as refusal:
        assert "eras.csv:" in str(refusal)  # noqa: PT017 - either outcome is right, silence is not
    else:
        assert loaded == text

"""The fact check catches what it should: it is itself checked on sentences made for it."""

import json

import pytest

import generated
import narrative
from dprk_russia import load
from dprk_russia.citations import citable, cited_in, prose


@pytest.fixture
def unbacked(tmp_path):
    """Return a function that gives the numerals of a text that the fact check does not accept."""

    def check(text, output=""):
        shown = {"output_type": "display_data", "data": {"text/plain": output}}
        cells = [
            {"cell_type": "markdown", "source": [text]},
            {"cell_type": "code", "source": ["x"], "outputs": [shown]},
        ]
        path = tmp_path / "notebook.ipynb"
        path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
        return [finding.numeral for finding in narrative.check(path) if finding.backing is None]

    return check


@pytest.mark.parametrize(
    "text",
    [
        "They agreed on 12 October 1948 [1948-soviet-recognition]().",
        "The debt was some 11 billion dollars [alhurra-87](), and 90 percent was written off [alhurra-86]().",
        "In the 1940s relations began [alhurra-6]().",
        "A third [hamichlol-41](): 34 percent.",
    ],
)
def test_what_the_cited_rows_hold_is_accepted(unbacked, text):
    assert unbacked(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("They agreed in 1949 [1948-soviet-recognition]().", "1949"),
        ("They agreed on 12 November 1948 [1948-soviet-recognition]().", "12"),
        ("Nine tenths, or 80 percent, were written off [alhurra-86]().", "80"),
        ("Of the debt 90 billion were written off: 11 percent [alhurra-87]().", "11"),
        ("It happened in 1948.", "1948"),
        ("Seven sentences [alhurra-86]().", "Seven"),
        ("The 1950s began [1948-soviet-recognition]().", "1950s"),
        ("Relations began in 1948. The debt was 11 billion dollars [alhurra-87]().", "1948"),
    ],
)
def test_what_no_cited_row_holds_is_told(unbacked, text, wrong):
    assert any(wrong in numeral for numeral in unbacked(text))


def test_an_output_backs_a_paragraph_that_names_it_and_no_other(unbacked):
    assert unbacked("The table counts 7 of them.", "7 rows") == []
    assert unbacked("We count 7 of them.", "7 rows") != []


def test_every_way_to_write_a_number_is_read():
    read = [
        (n.value, n.unit)
        for n in narrative.numerals("1945-53, 1,499.5, twenty-three, 40 percent, 3rd, 5 May")
    ]
    assert read == [(1945, ""), (1953, ""), (1499.5, ""), (23, ""), (40, "percent"), (3, ""), (5, "May")]


def test_every_citable_row_is_known_to_the_fact_check():
    assert set(citable().index) <= set(narrative.backings())


# Why no notebook cites a claim: all others are cited.
UNCITED = {
    "hamichlol-1 hamichlol-2": "areas of the two states, from a box of figures",
    "hamichlol-7 hamichlol-8 hamichlol-9 hamichlol-10 hamichlol-11": "labels of forms of state in that box",
}


def test_every_claim_is_cited_or_stands_in_the_short_list():
    cited = {name for path in generated.story() for name in cited_in(prose(path))}
    claims = load("claims")["claim_id"]
    uncited = claims[~claims.isin(cited)].tolist()
    assert uncited == " ".join(UNCITED).split(), "cite each new claim in a notebook: a sentence, then [id]()"

"""The record loads as its codebook says, and answers who asks for what is not there."""

import re
import subprocess
import sys

import pandas as pd
import pytest
from frictionless import Package, system

from dprk_russia import claims_about, codebook, dated, during, load, sources_of, statements_on
from dprk_russia.citations import citable, cited_here
from dprk_russia.reading import read_descriptor
from dprk_russia.record import DATA

RESOURCES = {resource["name"]: resource for resource in read_descriptor(DATA)["resources"]}
FIVE = ["hamichlol", "arwiki", "alhurra", "mizan", "lifegate"]


@pytest.fixture(params=RESOURCES)
def table(request):
    return request.param


def test_every_column_is_described_and_no_other(table):
    assert load(table).columns.tolist() == codebook(table).index.tolist()
    assert codebook(table)["description"].str.len().min() >= 15


def test_every_table_says_what_one_row_is(table):
    assert RESOURCES[table]["description"].startswith("One row per ")


def test_every_table_has_rows(table):
    assert len(load(table))


def test_the_descriptor_is_a_valid_data_package():
    with system.use_context(trusted=True):
        report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_every_event_since_1945_belongs_to_exactly_one_era():
    events = load("events")
    counted = pd.concat([during(events, era) for era in load("eras")["era_id"]])
    assert sorted(counted["event_id"]) == sorted(events.loc[events["date_start"] >= "1945", "event_id"])


def test_the_day_an_era_ends_belongs_to_the_next():
    events, first = load("events"), "1950-attack-on-the-south"
    founding_ends = load("eras").set_index("era_id")["end"]["founding"]
    assert events.set_index("event_id")["date_start"][first] == founding_ends
    assert first in set(during(events, "korean-war")["event_id"])
    assert first not in set(during(events, "founding")["event_id"])


def test_claims_fall_in_the_era_of_an_event_they_tell_of():
    claims = during(load("claims"), "founding")
    told = load("claim_events").merge(during(load("events"), "founding"), on="event_id")["claim_id"]
    assert set(claims["claim_id"]) == set(told)
    assert len(claims)


def test_all_five_documents_speak_and_nothing_else_makes_claims():
    assert sorted(load("claims")["source_id"].unique()) == sorted(FIVE)


def test_claims_about_an_event_are_those_tied_to_it():
    ids = claims_about("1948-soviet-recognition")["claim_id"].tolist()
    ties = load("claim_events").query("event_id == '1948-soviet-recognition'")["claim_id"]
    assert sorted(ids) == sorted(ties)
    assert {name.split("-")[0] for name in ids} >= {"hamichlol", "arwiki"}


def test_statements_on_an_event_are_its_claims_and_its_citations():
    event = "1948-soviet-recognition"
    cited = load("event_sources").query("event_id == @event")["note"]
    told = statements_on(event)
    assert told["says"].tolist() == [*claims_about(event)["said"], *cited]
    assert "North Korea–Russia relations (Hebrew encyclopedia Hamichlol)" in set(told["source"])


def test_sources_of_claims_are_their_documents():
    claims = load("claims").query("claim_id in ['mizan-1', 'mizan-2', 'alhurra-1']")
    assert sources_of(claims)["source_id"].tolist() == ["alhurra", "mizan"]


def test_sources_of_an_event_are_its_claimants_and_its_citations():
    events = load("events").query("event_id == '1948-soviet-recognition'")
    cited = load("event_sources").query("event_id == '1948-soviet-recognition'")["source_id"]
    told = set(claims_about("1948-soviet-recognition")["source_id"])
    assert told >= {"hamichlol", "arwiki"}
    assert set(sources_of(events)["source_id"]) == told | set(cited)


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (lambda: load("event"), "no table 'event'; choose from .*claims.*events"),
        (lambda: codebook("claim"), "no table 'claim'"),
        (lambda: during(load("events"), "cold-war"), "no era 'cold-war'; choose from .*founding"),
        (lambda: claims_about("1948-recognition"), "no event '1948-recognition'; .*1948-soviet-recognition"),
        (lambda: statements_on("qqqqqq"), "no event 'qqqqqq'; choose from the events of the study"),
        (lambda: cited_here("01-founding"), "no notebook '01-founding'; choose from .*01-founding.ipynb"),
        (lambda: dated(load("places")), "the frame lacks date_start, .*; give one with date_start, "),
        (lambda: during(load("places"), "founding"), "neither event_id nor claim_id"),
        (lambda: sources_of(load("places")), "neither source_id nor event_id"),
        (lambda: load("eras", "no-such-folder"), "datapackage.json: no such file"),
        (lambda: load("eras", DATA / "eras.csv"), "datapackage.json: no such file; name its folder"),
    ],
)
def test_who_asks_for_what_is_not_there_is_told_what_is(ask, answer):
    with pytest.raises(ValueError, match=answer):
        ask()


def test_importing_the_library_does_not_import_matplotlib():
    check = "import dprk_russia, sys; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_no_row_holds_a_host_or_path_of_a_machine(table):
    text = (DATA / f"{table}.csv").read_text(encoding="utf-8")
    assert not re.search(r"/(root|home|work|tmp)/|localhost", text)


def test_a_work_that_nobody_read_backs_no_event():
    cited = load("event_sources").merge(load("sources"), on="source_id")
    assert cited.query("read_as == 'cited'")["source_id"].tolist() == []


@pytest.mark.parametrize(
    ("series", "period", "value"),
    [
        ("unga-same-russia-dprk", "1994", 19 / 59),
        ("unga-same-russia-dprk", "2007", 63 / 81),
        ("unga-same-russia-dprk", "2019", 60 / 77),
        ("sipri-tiv-russia-dprk", "2000", 62.5),
        ("sipri-tiv-russia-dprk", "2010", 0.5),
        ("sipri-tiv-dprk-russia", "2023", 12.5),
        ("sipri-tiv-dprk-russia", "2024", 242.5),
    ],
)
def test_figures_checked_elsewhere_hold(series, period, value):
    row = load("observations").query("series_id == @series and period == @period")
    assert row["value"].tolist() == pytest.approx([value], abs=0.0005)


def test_nuclear_tests_stand_on_the_days_that_were_checked_elsewhere():
    days = load("events").set_index("event_id")["date_start"].dt.strftime("%Y-%m-%d")
    tests = ["2006-nuclear-test", "2009-nuclear-test", "2017-nuclear-test"]
    assert days[tests].tolist() == ["2006-10-09", "2009-05-25", "2017-09-03"]


def test_every_year_has_an_event_or_a_search_that_found_none():
    events, searches = load("events"), load("searches")
    short = events[events["date_end"] - events["date_start"] < pd.Timedelta(days=800)]
    searched = (
        searches["period"].str.findall(r"\d{4}").map(lambda years: range(int(years[0]), int(years[-1]) + 1))
    )
    covered = set(short["date_start"].dt.year) | {year for years in searched for year in years}
    assert set(range(1945, 2026)) <= covered


def test_every_era_has_events_and_most_have_a_strong_witness():
    strong = ["archive", "treaty-text", "un-document", "official", "scholarly", "newspaper"]
    cited = load("event_sources").merge(load("sources"), on="source_id")
    for era in load("eras")["era_id"]:
        ids = during(load("events"), era)["event_id"]
        assert len(ids) >= 15
        assert ids.isin(cited.loc[cited["kind"].isin(strong), "event_id"]).mean() >= 0.5


def test_of_series_that_may_not_be_redistributed_few_figures_are_cited():
    figures = load("observations").merge(load("series"), on="series_id").query("shipped == 'cited'")
    assert figures.groupby("series_id").size().max() <= 12


@pytest.mark.parametrize(
    ("event", "when"),
    [
        ("1950-attack-on-the-south", "25 June 1950"),
        ("1950-kim-il-sung-in-moscow", "April 1950"),
        ("1956-dubna-institute", "1956"),
        ("1970-equal-distance", "1970s"),
        ("2024-putin-in-pyongyang", "18 to 19 June 2024"),
        ("1950-64th-fighter-corps", "1 November 1950 to 27 July 1953"),
    ],
)
def test_dates_are_told_no_finer_than_they_are_known(event, when):
    assert dated(load("events").query("event_id == @event"))["when"].tolist() == [when]


def test_what_still_goes_on_is_dated_by_its_beginning():
    war = load("events").query("event_id == '1950-64th-fighter-corps'").assign(date_end=pd.NaT)
    assert dated(war)["when"].tolist() == ["since 1 November 1950"]
    assert dated(war.assign(date_precision="month"))["when"].tolist() == ["since November 1950"]


def test_no_two_citable_rows_share_an_id():
    assert citable().index.is_unique

"""Witnesses are counted by line, graded by the written rule, and found under every name."""

import unicodedata

import pytest

from dprk_russia import corroboration, find, graded, load
from dprk_russia.names import fold

# Reckoned by hand from the tables: event, document, number of its claims or citations, its line.
WITNESSES = [
    ("1948-soviet-recognition", "alhurra", 1, "AP"),
    ("1948-soviet-recognition", "hamichlol", 3, "en-wikipedia"),
    ("1980-tito-funeral", "arwiki", 4, "en-wikipedia"),
    ("1980-tito-funeral", "press-nz-tito-1980", 1, "The Press (Christchurch), Papers Past"),
    ("1996-yeltsin-letter", "arwiki", 4, "arwiki-note-6"),
    ("1996-yeltsin-letter", "arwiki", 3, "en-wikipedia"),
    ("2014-bbc-poll", "hamichlol", 2, "globescan-bbc-poll-2014"),
    ("1961-friendship-treaty", "worldjpn-19610706", 1, "unts-6045"),
    ("1945-kim-il-sung-installed", "aawsat-ap-timeline-2023", 1, "AP"),
    ("2002-atomic-delegation", "mail-guardian-nuclear-plant-2002", 1, "AFP"),
]
# Graded by hand: nearest witness + lines + dates in days - open dispute.
GRADES = {
    "1948-soviet-recognition": (2 + 2 + 1, "A"),
    "1961-friendship-treaty": (2 + 2 + 1, "A"),
    "1994-kim-young-sam-in-moscow": (1 + 2 + 1, "A"),
    "1975-kim-not-received": (2 + 2 + 0 - 1, "B"),
    "1980-tito-funeral": (1 + 1 + 1, "B"),
    "2023-satellite-pledge": (1 + 2 + 1 - 1, "B"),
    "1957-border-agreement": (0 + 0 + 1, "D"),
    "2002-atomic-delegation": (1 + 1 + 0 - 1, "D"),
    "2011-anniversary-reception": (0 + 0 + 1 - 1, "D"),
    "2014-bbc-poll": (0 + 0 + 1 - 1, "D"),
}


@pytest.fixture(scope="module")
def witnesses():
    return corroboration(load("events"))


@pytest.mark.parametrize(("event", "document", "said", "line"), WITNESSES)
def test_a_witness_reckoned_by_hand_is_in_the_matrix(witnesses, event, document, said, line):
    told = witnesses.query("event_id == @event and source_id == @document and line == @line")
    assert told["said"].tolist() == [said]


def test_relatives_are_one_line(witnesses):
    told = witnesses.query("event_id == '2014-bbc-poll'")
    assert told["source_id"].nunique() == 3
    assert told["line"].nunique() == 1


@pytest.mark.parametrize("event", GRADES)
def test_an_event_graded_by_hand_has_that_grade(event):
    row = graded(load("events").query("event_id == @event")).iloc[0]
    assert (row["points"], row["grade"]) == GRADES[event]


def test_the_grade_does_not_hang_on_the_other_events():
    events = load("events")
    assert graded(events.tail(50))["grade"].tolist() == graded(events)["grade"].tail(50).tolist()


def test_no_events_have_no_grades_and_claims_are_no_events():
    assert graded(load("events").head(0))["grade"].tolist() == []
    with pytest.raises(ValueError, match="lacks event_id; give one with event_id"):
        corroboration(load("claims"))
    with pytest.raises(ValueError, match="lacks date_precision; give one with event_id, date_precision"):
        graded(load("council_votes"))


def test_an_event_that_nothing_tells_of_is_named():
    mine = load("events").head(2).assign(event_id=["2012-mine", "1948-soviet-recognition"])
    with pytest.raises(ValueError, match="nothing tells of 2012-mine; add a row"):
        graded(mine)


def test_every_event_has_a_grade():
    assert graded(load("events"))["grade"].notna().all()


def test_every_name_that_was_seen_is_found():
    names = load("names")
    assert names["form"].map(fold).str.len().min() > 0
    for row in names.sample(60, random_state=1945).itertuples():
        assert row.entity_id in set(find(row.form)["entity_id"]), row.form


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("PYONGYANG", "Pyongyang"),
        ("Владивосто́к", "Владивосток"),
        ("أوكرانيا", "اوكرانيا"),
        ("کرهٔ شمالی", "كره شمالي"),
        ("کره‌شمالی", "کره شمالی"),
        ('או"ם', "או״ם"),
        ("צ׳כיה", "צ'כיה"),
        ("Kim Il-sung", "kim ilsung"),
        ("ولادى فوستوك", "ولادي فوستوك"),
    ],
)
def test_usual_slips_fold_to_one_spelling(slip, right):
    assert fold(slip) == fold(right)


def test_different_names_stay_different():
    assert fold("Kim Jong Il") != fold("Kim Jong Un")
    assert fold("평양") != fold("평안")


def test_an_ambiguous_name_gives_all_and_an_unknown_none():
    names = load("names")
    folded = names["form"].map(fold)
    shared = names.groupby(folded)["entity_id"].nunique()
    for name in shared[shared > 1].index:
        assert set(find(name)["entity_id"]) >= set(names.loc[folded == name, "entity_id"])
    assert set(find("Li Choe Saeng")["entity_id"]) == {"li-choe-saeng"}, "a form in Arabic only"
    assert find("Atlantis").empty
    assert find("").empty


# Forms that were looked for and not found, by kind and script; all others were seen.
NOT_SEEN = {
    ("actor", "LATIN"): "kwon-hui-gyong ri-in-gyu ri-ju-yon",
    ("actor", "HANGUL"): "kim-pyong-jik murakhovsky novikov rashidov ri-ju-yon ri-sin-pal sudarikov",
    ("actor", "CYRILLIC"): "fadeyev ho-dam kim-chang-bong kim-chang-man kim-il-chol "
    "kim-pyong-jik kong-jin-thae kwon-hui-gyong moskovsky ri-in-gyu ro-tu-chol son-song-pil",
    ("place", "LATIN"): "",
    ("place", "HANGUL"): "",
    ("place", "CYRILLIC"): "",
    ("treaty", "LATIN"): "1987-forestry-protocol 1990-hard-currency-agreement 1991-trade-agreement "
    "1992-trade-agreement 2004-border-protocol",
    ("treaty", "HANGUL"): "1953-aid-agreement 1957-border-agreement 1967-intergovernmental-commission "
    "1992-trade-agreement 2024-health-agreement",
    ("treaty", "CYRILLIC"): "1953-aid-agreement 1957-border-agreement 1957-timber-agreement "
    "1967-intergovernmental-commission 1987-forestry-protocol 1991-trade-agreement 2001-defence-agreements",
}


NAMED = {
    "actor": load("actors").query("kind == 'person'")["actor_id"],
    "place": load("places")["place_id"],
    "treaty": load("treaties")["event_id"],
}


@pytest.mark.parametrize(("kind", "script"), NOT_SEEN)
def test_people_places_and_treaties_have_their_names_or_are_listed(kind, script):
    names = load("names").query("kind == @kind")
    written = names["form"].map(
        lambda form: any(unicodedata.name(sign, "").startswith(script) for sign in form)
    )
    seen = set(names.loc[written, "entity_id"])
    assert sorted(set(NAMED[kind]) - seen) == NOT_SEEN[kind, script].split()


@pytest.mark.parametrize("script", ["LATIN", "HANGUL", "CYRILLIC"])
def test_nine_names_in_ten_were_seen_in_each_script(script):
    missing = sum(len(NOT_SEEN[kind, script].split()) for kind in NAMED)
    assert missing <= 0.1 * sum(map(len, NAMED.values()))

"""Keys of the exercises of notebook 13-treaties."""

import pandas as pd

from dprk_russia.exercises import Key
from dprk_russia.record import load


def obligation_without_a_treaty():
    """The obligation that ATOP counts from a year in which no treaty of our list begins."""
    coded = load("observations").query("series_id == 'atop-obligations-russia-dprk'")
    treaties = load("treaties").merge(load("events"), on="event_id")
    dates = pd.concat([treaties["date_start"], treaties["date_in_force"]])
    begun = coded[coded["note"].str.startswith("first year").fillna(False).astype(bool)]
    backed = begun["period"].astype(int).isin(dates.dt.year)
    ended = coded.loc[coded["value"] == 0, "item"].iloc[0]
    slips = [
        (
            begun.loc[backed, "item"].iloc[-1],
            "In that year a treaty of our list begins; look for one that stands alone.",
        ),
        (ended, "That one follows a treaty whose text was read; look for one that no text explains."),
        (begun.loc[~backed, "period"].iloc[0], "That is the year; give the name of the obligation."),
    ]
    return Key(
        begun.loc[~backed, "item"].iloc[0], slips, "Compare each first year coded with our list of treaties."
    )


def days_uncovered_by_gibler():
    """Days from the end of the treaty of 1961 by Gibler's handbook to the next basic treaty in force."""
    told = load("event_sources").query("source_id == 'gibler-alliances' and event_id == '1996-alliance-ends'")
    ended = pd.Timestamp(told["note"].str.extract(r"end (\d+ \w+ \d{4})")[0].iloc[0])
    treaties = load("treaties").merge(load("events"), on="event_id").set_index("event_id")
    begins, signed = treaties.loc["2000-friendship-treaty", ["date_in_force", "date_start"]]
    usual = treaties.loc["1961-friendship-treaty", "date_ended"]
    slips = [
        ((begins - usual).days, "That is the gap of the chart; put Gibler's day in place of its beginning."),
        (
            (usual - ended).days,
            "That is how much earlier Gibler's day is; go on to the next treaty in force.",
        ),
        (
            (signed - ended).days,
            "A treaty that is signed is not yet in force; take the day of the ratifications.",
        ),
        (round((begins - ended).days / 365.25, 1), "Those are years; give days."),
    ]
    return Key(
        (begins - ended).days,
        slips,
        "Subtract Gibler's day from the day on which the next came into force.",
        1,
    )


def texts_naming_the_un_charter():
    """Texts of our list whose terms, as we hold them, name the UN Charter."""
    treaties = load("treaties")
    obliges = treaties["obliges"].fillna("")
    named = obliges.str.contains("UN Charter")
    ids = treaties["event_id"]
    slips = [
        (list(ids[named & (treaties["kind"] == "friendship")]), "Look beyond the basic treaties."),
        (
            list(ids[named & (treaties["kind"] != "friendship")]),
            "The treaty of the question belongs to them too.",
        ),
        (list(ids[obliges.str.contains("UN|peace")]), "Some of them speak of peace and not of the Charter."),
        (list(ids[treaties["mutual_defence"] == "yes"]), "Those bind to military aid; look for the Charter."),
    ]
    return Key(list(ids[named]), slips, "Search the column obliges of treaties for the words.")

"""Keys of the exercises of notebook 20-how-sure-are-we."""

import pandas as pd

from dprk_russia.exercises import Key
from dprk_russia.record import during, load
from dprk_russia.witnesses import corroboration, graded


def grade_reckoned_by_hand():
    """Points of the event at the funeral of Tito."""
    row = graded(load("events").query("event_id == '1980-tito-funeral'")).iloc[0]
    slips = [
        (int(row["points"]) + 1, "How many points does the nearest witness give? Look at its kind."),
        (int(row["lines"]), "That is the number of lines; points come from kind, lines and dates."),
    ]
    return Key(int(row["points"]), slips, "Add kind, lines and dates as the rule says.")


def era_with_most_archives():
    """Title of the era with the largest share of events that an archive tells of."""
    events = load("events")
    told = corroboration(events).query("kind == 'archive'")["event_id"]
    eras = load("eras").set_index("era_id")["title"]
    inside = {title: during(events, era)["event_id"] for era, title in eras.items()}
    share = pd.Series({title: ids.isin(told).mean() for title, ids in inside.items()})
    count = pd.Series({title: ids.isin(told).sum() for title, ids in inside.items()})
    slips = [(name, "Compare shares, and all eras.") for name in share.drop(share.idxmax()).index]
    hint = (
        "Divide by the number of events of the era."
        if count.idxmax() != share.idxmax()
        else "Compare shares."
    )
    return Key(share.idxmax(), slips, hint)


def one_line_events_told_by_nobody_else():
    """Events since 1945 on one line without a document of the public record."""
    events = graded(load("events")).query("date_start >= '1945' and lines == 1")
    unrecorded = ~events["event_id"].isin(load("event_sources")["event_id"])
    slips = [
        (len(events), "That is all events on one line; some have a document of the record."),
        (int((~unrecorded).sum()), "Those have a document of the record; count the others."),
    ]
    return Key(int(unrecorded.sum()), slips, "Compare the event_id with those in event_sources.")

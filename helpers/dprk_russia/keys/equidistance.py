"""Keys of the exercises of notebook 04-equidistance."""

from dprk_russia.exercises import Key
from dprk_russia.record import during, load


def goods_missing_in_1976():
    """Million roubles of goods due in 1976 and not delivered, by Soviet account."""
    goods = load("observations").query("series_id == 'deliveries-to-ussr-hungary'").set_index("item")["value"]
    due, shipped = goods.max(), goods.min()
    slips = [
        (due, "That is what was due; how much of it did not come?"),
        (shipped, "That is what was shipped; how much was missing?"),
        (due + shipped, "Subtract: what came is a part of what was due."),
    ]
    return Key(due - shipped, slips, "Take both figures from the chart of goods due and shipped.")


def silence_on_equidistance():
    """Events of the era that none of the five documents tells of."""
    events = during(load("events"), "equidistance")
    told = events["event_id"].isin(load("claim_events")["event_id"])
    slips = [
        (int(told.sum()), "Those are the events that at least one document tells of; count the others."),
        (len(events), "That is all events of the era; leave out those that a document tells of."),
        (len(load("events")) - load("claim_events")["event_id"].nunique(), "Count within the era only."),
    ]
    return Key(int((~told).sum()), slips, "Compare the event_id of events with those in claim_events.")

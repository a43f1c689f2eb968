"""Keys of the exercises of notebook 03-patronage-and-quarrel."""

from dprk_russia.exercises import Key
from dprk_russia.record import during, load


def equipment_delivered_by_1956():
    """Per cent of the equipment due under the agreement of 1953 that had been delivered by 1956."""
    koval = load("observations").query("series_id == 'free-aid-equipment-koval'").set_index("item")["value"]
    share = koval["delivered"] / koval["total due"]
    slips = [
        (
            100 * koval["plan for the year"] / koval["total due"],
            "That is the plan for the year; take what was delivered.",
        ),
        (
            100 * koval["delivered"] / koval["plan for the year"],
            "Divide by all that was due, not by the plan for the year.",
        ),
        (100 - 100 * share, "That is what was still missing; what share had come?"),
        (koval["delivered"], "That is the sum in roubles; what share of all that was due is it?"),
    ]
    hint = "Divide what was delivered by the total due, and give the share in percent."
    return Key(float(100 * share), slips, hint, within=0.5)


def earliest_paper_on_the_plenum():
    """The source on the plenum of August 1956 that was written first."""
    cited = load("event_sources").query("event_id == '1956-august-plenum'")
    ids = list(cited.merge(load("sources"), on="source_id").sort_values("published")["source_id"])
    slips = [
        (ids[1], "It is older than the plenum, but another one is older still."),
        (ids[-1], "That is the youngest of them; sort the other way."),
    ]
    return Key(ids[0], slips, "Sort the sources cited for the plenum by the column published.")


def what_filled_the_pause():
    """Events by category between the treaty of 1961 and Kosygin's visit: columns category and events."""
    events = during(load("events"), "patron")
    starts = events.set_index("event_id")["date_start"]
    after, before = starts["1961-friendship-treaty"], starts["1965-kosygin-in-pyongyang"]

    def counted(rows, observed=True):
        return rows.groupby("category", observed=observed).size().reset_index(name="events")

    pause = events[events["date_start"].gt(after) & events["date_start"].lt(before)]
    ends = events[events["date_start"].between(after, before)]
    slips = [
        (
            counted(pause, observed=False),
            "Categories with no event are in it; leave them out (observed=True).",
        ),
        (counted(ends), "The treaty and Kosygin's visit are in it; leave both ends out."),
        (counted(events), "That is the whole era; keep to the events between the treaty and the visit."),
    ]
    return Key(counted(pause), slips, "Filter events by date_start, then group them by category and count.")

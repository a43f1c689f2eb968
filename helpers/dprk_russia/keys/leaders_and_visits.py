"""Keys of the exercises of notebook 12-leaders-and-visits."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def gap_after_the_first_president():
    """Years of the longest interval between meetings of leaders that begins after July 2000."""
    met = load("meetings").query("level == 'leaders'").merge(load("events"), on="event_id")
    met = met.sort_values("date_start")
    years = (met["date_start"].shift(-1) - met["date_end"]).dt.days / 365.25
    first = met.loc[met["event_id"] == "2000-putin-in-pyongyang", "date_start"].iloc[0]
    later = years[met["date_start"] > first].sort_values(ascending=False)
    before = years[met["date_start"] < first].sort_values(ascending=False)
    slips = [
        (
            round(before.iloc[0], 1),
            "That interval ends with Putin's first visit; take one that begins later.",
        ),
        (round(before.iloc[1], 1), "That interval belongs to Soviet years; begin after Putin's first visit."),
        (round(later.iloc[1], 1), "Another interval after that visit is longer."),
    ]
    return Key(
        round(float(later.iloc[0]), 1), slips, "Compare the column years of the rows that are left.", 0.05
    )


def most_often_received():
    """The guest from Moscow below the leaders whom North Korea's ruling leaders received most often."""
    names = load("actors").set_index("actor_id")["name"]
    met = load("meetings")
    below = met[met["level"] != "leaders"]
    came = below[below["guest_side"] == "moscow"]
    received = came[came["dprk_person"].isin(["kim-il-sung", "kim-jong-il", "kim-jong-un"])]
    often = received["moscow_person"].map(names).value_counts().index
    slips = [
        (often[1], "He came often, but look at the host of each visit."),
        (
            met["moscow_person"].map(names).mode()[0],
            "He stands on the list as a leader; leave that level out.",
        ),
        (
            received["dprk_person"].map(names).mode()[0],
            "That is a host; the question asks for the guest from Moscow.",
        ),
    ]
    return Key(often[0], slips, "Keep guests from Moscow below the leaders, then keep the hosts who ruled.")


def journeys_by_a_stricter_rule():
    """Journeys of Kim Il Sung at the level of leaders with the city of Moscow as the place."""
    met = load("meetings").merge(load("events"), on="event_id")
    journeys = met.query("dprk_person == 'kim-il-sung' and guest_side == 'dprk'")
    top, city = journeys["level"] == "leaders", journeys["place_id"] == "moscow"
    leaders = met[(met["dprk_person"] == "kim-il-sung") & (met["level"] == "leaders")]
    slips = [
        (len(journeys), "Those are all his journeys; the rule strikes some out."),
        (int(top.sum()), "The place still has to be held against the rule."),
        (len(leaders), "Those are all his meetings of leaders; keep his own journeys to the city."),
    ]
    return Key(int((top & city).sum()), slips, "Filter journeys by level and by where, then count the rows.")

"""Keys of the exercises of notebook 09-summits-and-closed-borders."""

from dprk_russia.exercises import Key
from dprk_russia.record import during, load


def year_lost_without_itc():
    """The year of the trade chart for which ITC Trade Map alone has a figure."""
    years = load("observations").astype({"period": "str"}).groupby("series_id")["period"].agg(set)
    customs, itc = years["trade-russia-dprk-total-customs"], years["trade-russia-dprk-total-itc"]
    slips = [
        (int(max(customs - itc)), "That year would be lost without customs; take out the other provider."),
        (int(min(customs - itc)), "For that year customs has a figure; which year has none of customs?"),
        (int(min(customs & itc)), "For that year both have a figure, so that one point would stay."),
        (int(max(customs & itc)), "There a point of customs stays; look for a year with a single colour."),
    ]
    return Key(int(min(itc - customs)), slips, "List the years of each provider and compare both lists.")


def received_before_the_summit():
    """Meetings of 2018 to 2021 at which a guest from Moscow saw Kim Jong Un."""
    recent = during(load("meetings"), "summits")
    leader, guests = recent["dprk_person"] == "kim-jong-un", recent["guest_side"] == "moscow"

    def ids(rows):
        return list(rows["event_id"])

    slips = [
        (
            ids(recent[leader]),
            "In one of them he was the guest himself; keep those in which he was the host.",
        ),
        (ids(recent[~guests]), "There the guest came from Pyongyang; look for guests from Moscow."),
        (ids(recent[~leader]), "Those are the meetings without him; take the others."),
        (ids(recent), "Those are all meetings of the chart; filter by dprk_person and by guest_side."),
        (ids(recent[leader & guests])[:1], "He received more than one guest from Moscow in that time."),
    ]
    return Key(ids(recent[leader & guests]), slips, "Filter recent by dprk_person and by guest_side.")


def council_steps_without_a_vote():
    """Events of the era at the United Nations that came to no vote in the Council."""
    council = during(load("events"), "summits").query("category == 'united-nations'")
    voted = council["event_id"].isin(load("council_votes")["event_id"])
    ids = council["event_id"]
    drafts = council["title"].str.contains("draft|propose")
    slips = [
        (list(ids[voted]), "Those came to a vote; take the others."),
        (list(ids), "Those are all events of that category; leave out those with a vote."),
        (list(ids[~voted & drafts]), "Drafts are not all: something was stopped in committee too."),
        (list(ids[~voted & ~drafts]), "Something was put forward and never voted on as well."),
    ]
    return Key(list(ids[~voted]), slips, "Compare the event_ids of the category with those in council_votes.")

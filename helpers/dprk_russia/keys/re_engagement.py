"""Keys of the exercises of notebook 07-re-engagement."""

from dprk_russia.exercises import Key
from dprk_russia.record import during, load


def votes_that_brought_sanctions():
    """Numbers of the resolutions of the era whose measure is sanctions."""
    votes = during(load("council_votes"), "re-engagement")
    number = votes["symbol"].str.extract(r"RES/(\d+)")[0].astype(int)
    sanctions = votes["measure"] == "sanctions"
    slips = [
        (list(number), "Those are all votes of the table; look at the column measure."),
        (list(number[~sanctions]), "Those are the others; which ones are called sanctions?"),
        (
            list(number[votes["measure"] != "panel"]),
            "A text that only condemned is among them; read its measure again.",
        ),
        (int(sanctions.sum()), "That many there are; give their numbers as a list."),
    ]
    return Key(
        list(map(int, number[sanctions])),
        slips,
        "Read the column measure row by row and note the numbers of the texts.",
    )


def longer_wait_for_a_decree():
    """Days that the decree on resolution 1874 took longer after its vote than the decree on 1718."""
    starts = load("events").set_index("event_id")["date_start"]
    first = (starts["2007-sanctions-decree"] - starts["2006-resolution-1718"]).days
    second = (starts["2010-sanctions-decree"] - starts["2009-resolution-1874"]).days
    condemned = (starts["2007-sanctions-decree"] - starts["2006-resolution-1695"]).days
    slips = [
        (first, "That is the wait for the first decree; how much longer was the second?"),
        (second, "That is the wait for the second decree; take off that for the first."),
        (first - second, "Take the shorter wait from the longer one."),
        (first + second, "Subtract the waits; do not add them."),
        (second - condemned, "The first decree carried out 1718, not the text of July before it."),
    ]
    return Key(
        second - first, slips, "Reckon the days from vote to decree for both, then the difference.", within=1
    )


def summits_before_the_first():
    """Meetings of leaders of Moscow and Pyongyang in the record before that of July 2000."""
    meetings = load("meetings").merge(load("events"), on="event_id")
    summit = meetings.set_index("event_id").loc["2000-putin-in-pyongyang", "date_start"]
    before, leaders = meetings["date_start"] < summit, meetings["level"] == "leaders"
    hosted = meetings["guest_side"] == "moscow"
    slips = [
        (int(before.sum()), "Those are meetings of every level; keep to leaders."),
        (
            int((before & meetings["level"].isin(["leaders", "premiers"])).sum()),
            "Premiers are among them; keep to leaders.",
        ),
        (int((before & leaders).sum()) + 1, "The meeting of July itself is in it; count those before."),
        (
            int((before & leaders & hosted).sum()),
            "Those came to Pyongyang; count the meetings elsewhere as well.",
        ),
        (int(leaders.sum()), "Those are the meetings of all years; count those before July 2000."),
    ]
    return Key(
        int((before & leaders).sum()),
        slips,
        "Filter meetings by level and by date_start, and count the rows.",
    )

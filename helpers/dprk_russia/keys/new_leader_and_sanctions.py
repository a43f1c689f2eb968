"""Keys of the exercises of notebook 08-new-leader-and-sanctions."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def stock_against_2007():
    """Billion dollars between the debt that RIA Novosti named for 2007 and the stock it named for 2012."""
    figures = load("observations").set_index(["series_id", "item"])["value"]
    earlier = figures["debt-ria-2007"].iloc[0]
    ria, reuters = figures["debt-to-russia-2012-ria"], figures["debt-to-russia-2012-reuters"]
    slips = [
        (round(reuters["stock"] - earlier, 2), "The later sum is that of Reuters; stay with one agency."),
        (
            round(earlier - ria["left to pay"], 2),
            "One of the sums is the part left to pay; take the whole debt.",
        ),
        (ria["stock"], "That is the sum of the later year; how far is it from the earlier one?"),
        (
            round(earlier - ria["stock"], 2),
            "The sign is turned round: take the earlier sum from the later one.",
        ),
    ]
    hint = "RIA Novosti stands in the table for both years; two of its rows are of one day."
    return Key(round(float(ria["stock"] - earlier), 2), slips, hint, 0.005)


def points_by_the_question():
    """Percentage points between the shares that saw a danger to other countries and a threat to Russia."""
    shares = load("observations").set_index(["series_id", "item"])["value"]
    others, russia = shares["poll-fom-2017-bomb-others"], shares["poll-fom-2017-bomb-russia"]
    slips = [
        (others["yes"], "That is the share for other countries; set that for Russia against it."),
        (russia["yes"], "That is the share for Russia; set that for other countries against it."),
        (abs(others["no"] - russia["no"]), "Those are the shares of no; take the shares of yes."),
        (russia["yes"] - others["yes"], "Take the smaller share from the larger one."),
    ]
    return Key(
        float(others["yes"] - russia["yes"]), slips, "Take the rows with the item yes of both series.", 0.5
    )


def journeys_of_kim_jong_un():
    """Meetings to which Kim Jong Un came as the guest of the Russian side."""
    met = load("meetings").query("dprk_person == 'kim-jong-un'")

    def ids(rows):
        return list(rows["event_id"])

    came = met[met["guest_side"] == "dprk"]
    slips = [
        (["2014-invitation-to-kim-jong-un", *ids(came)], "An invitation is not yet a journey: look it up."),
        (
            ids(met[met["guest_side"] != "moscow"]),
            "One of them was in a third country; keep journeys to Russia.",
        ),
        (ids(met[met["guest_side"] == "moscow"]), "There he was the host; look for him as the guest."),
        (ids(met), "Those are all his meetings; keep those to which he travelled."),
        (ids(came)[:1], "He came more than once: the list goes on to the present."),
    ]
    return Key(ids(came), slips, "Filter the meetings by dprk_person and by guest_side.")

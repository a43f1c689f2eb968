"""Keys of the exercises of notebook 10-wartime-alliance."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def days_from_charge_to_denial():
    """Days from Washington's first charge of arms to Pyongyang's first denial."""
    events = load("events").set_index("event_id")
    first, last = events["date_start"], events["date_end"]
    charged = first["2022-arms-accusation"]
    days = (first["2022-arms-denials"] - charged).days
    slips = [
        (days + 1, "Do not count the first day: subtract one day from the other."),
        (-days, "The sign is turned round: the denial came after the charge."),
        ((first["2023-container-accusation"] - charged).days, "That is a later charge; look for the denial."),
        ((last["2022-arms-denials"] - charged).days, "That runs to the end of the bar; take its first day."),
        ((last["2022-arms-accusation"] - charged).days, "That is the length of one bar; go from bar to bar."),
    ]
    return Key(days, slips, "Take the first day of each bar of the chart.")


def reckonings_raised():
    """Series of the chart of shells whose last figure before July 2024 is higher than their first."""
    told = load("observations").query("said_on < '2024-07'").sort_values("said_on")
    told = told[told["series_id"].str.match("shells-|shell-capacity")]
    values = told.groupby("series_id")["value"].agg(["first", "last", "size"])
    raised = list(values.index[values["last"] > values["first"]])
    slips = [
        (list(values.index), "Those are all series of the chart; which of them have more than one figure?"),
        (list(values.index[values["size"] == 1]), "Those have a single figure each; take the others."),
        (raised[:1], "There is more than one owner who came back with a higher figure."),
        (raised[1:], "Look at the room in containers as well as at what is said to be sent."),
    ]
    return Key(raised, slips, "Group shells by series_id and compare the first value with the last.")


def both_in_one_article():
    """The publisher of the report that puts consultation and aid into one article."""
    cited = load("event_sources").query("event_id == '2024-partnership-treaty'").merge(load("sources"))
    publishers = cited.set_index("locator")["publisher"]
    others = cited.loc[cited["publisher"] != publishers["Article 4"], "publisher"]
    slips = [
        (
            publishers["Articles 3 and 4"],
            "That report has them in different articles; look for a single number.",
        ),
        (others.iloc[0], "Its text has no numbers of articles; look in the column where."),
        (
            cited.loc[cited["locator"].eq("Article 4"), "owner"].iloc[0],
            "That is the owner; give the publisher.",
        ),
        (
            cited.loc[cited["locator"].eq("Article 4"), "title"].iloc[0],
            "That is the title; give the publisher.",
        ),
    ]
    return Key(publishers["Article 4"], slips, "Look in the column where for a row that names one article.")

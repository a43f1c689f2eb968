"""Keys of the exercises of notebook 21-your-own-question."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from dprk_russia.exercises import Key
from dprk_russia.record import DATA, load, statements
from dprk_russia.rules import validate
from dprk_russia.witnesses import PRESS


def press_on_debt():
    """Percent of the statements on events that speak of debt that come from the press."""
    shares = 100 * _told_of_debt()["kind"].value_counts(normalize=True)
    press = shares[shares.index.isin(PRESS)]
    slips = [
        (shares["newspaper"], "Those are newspapers alone; the other media belong to the press too."),
        (shares["newspaper"] + shares["agency"], "Broadcasters and magazines belong to it too."),
    ]
    return Key(float(press.sum()), slips, "Add up the four kinds and divide by all statements.", within=1)


def aid_as_a_word():
    """Percent of the events found by the letters aid that hold it as a word of its own."""
    events = load("events")
    text = events["title"] + " " + events["summary"]
    letters = int(text.str.contains("aid", case=False).sum())
    words = int(text.str.contains(r"\baid\b", case=False).sum())
    title = int(events["title"].str.contains(r"\baid\b", case=False).sum())
    slips = [
        (100 - 100 * words / letters, "That is the share which falls away; how much is left?"),
        (100 * words / len(events), "Divide by the first finds, not by all events."),
        (100 * title / letters, "Search the summaries too, not the titles alone."),
        (letters, "That is how many events the letters find; which share of them is left?"),
    ]
    hint = "Two searches, two numbers; divide the smaller by the larger."
    return Key(100 * words / letters, slips, hint, within=1)


def faults_of_a_letter():
    """Columns of a faulty row that validate names when the row stands at the end of events.csv."""
    row = "1991-my-letter,1991-07-01,1991-06-30,week,A letter,A letter is sent.,letters,atlantis\n"
    with TemporaryDirectory() as folder:
        mine = Path(shutil.copytree(DATA, Path(folder) / "data"))
        with open(mine / "events.csv", "a", encoding="utf-8") as file:
            file.write(row)
        faults = [fault.split(":")[2:4] for fault in validate(mine)]
    named = {column for column, _ in faults}
    worded = {column for column, told in faults if "is not allowed" in told}
    slips = [
        (worded, "Those words are not allowed; some faults are of another kind."),
        (named - {"date_start"}, "One fault is about where the row stands in the file."),
        (named - {"event_id"}, "One fault is about what another table must say."),
        (named - {"date_start", "event_id"}, "Some faults show only beside other rows and other tables."),
    ]
    return Key(sorted(named), slips, "Run validate on the copy and read what stands after the line number.")


def debt_on_one_witness():
    """Events that speak of debt and rest on a single statement, as event_id."""
    counts = _told_of_debt().groupby("event_id").size()
    slips = [
        (counts[counts > 1].index, "Those rest on more than one; look for the others."),
        (counts[counts == 2].index, "Those have a pair of statements; look for a single one."),
        (counts.index, "Those are all events of the file; keep those with a single id."),
    ]
    right = counts[counts == 1].index.tolist()
    return Key(right, slips, "Split the column sources at the spaces and count the ids.")


def _told_of_debt():
    """Return the statements on events that speak of debt."""
    events, told = load("events"), statements()
    found = events[(events["title"] + " " + events["summary"]).str.contains("debt", case=False)]
    return told[told["event_id"].isin(found["event_id"])]

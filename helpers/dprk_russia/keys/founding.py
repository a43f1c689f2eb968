"""Keys of the exercises of notebook 01-founding."""

from dprk_russia.exercises import Key
from dprk_russia.record import during, load, statements_on


def sources_naming_recognition_day():
    """Sources that give 12 October 1948 as the day of recognition, each counted once."""
    told = statements_on("1948-soviet-recognition")
    named = told[told["says"].str.contains("12 October 1948")]
    slips = [
        (len(named), "Those are the rows with that day; a source with more than a single row counts once."),
        (
            told["source"].nunique(),
            "Those are all sources of the table; not each of them gives the day in what it says.",
        ),
        (len(told), "Those are all rows of the table; keep the ones that give the day, then count sources."),
    ]
    return Key(
        named["source"].nunique(), slips, "Look for the day in the column says, then count different sources."
    )


def pyongyang_own_voice():
    """Events of the era that rest on a source owned by the North Korean state."""
    events, sources = during(load("events"), "founding"), load("sources")
    cited = load("event_sources").merge(sources, on="source_id")

    def resting_on(rows):
        return list(events.loc[events["event_id"].isin(rows["event_id"]), "event_id"])

    own = cited[cited["owner"] == "DPRK state"]
    slips = [
        (
            resting_on(cited[cited["owner_kind"] == "state"]),
            "Those rest on a source of any state; keep to the North Korean one.",
        ),
        (list(own["event_id"].unique()), "Keep to the events of this era, those in the frame events."),
        (list(own["source_id"].unique()), "Those are sources; give the events that rest on them."),
        ([], "There are some: look for the owner's name as it stands in the column owner."),
    ]
    return Key(
        resting_on(own), slips, "Filter the sources by owner, then the citations by source, then the events."
    )


def ancestor_of_two_encyclopedias():
    """The source that the Arabic and the Hebrew encyclopedia article both descend from."""
    lineage = load("source_lineage")
    descent = lineage[lineage["relation"] != "relay"].set_index("source_id")["parent_id"]
    relays = lineage[lineage["relation"] == "relay"].groupby("source_id")["parent_id"].agg(list)
    lines = {"arwiki": ["arwiki"], "hamichlol": ["hamichlol"]}
    for line in lines.values():
        while line[-1] in descent:
            line.append(descent[line[-1]])
    shared = [source for source in lines["arwiki"] if source in lines["hamichlol"]]
    step = "That is where a single one of them comes from; climb on until both lines meet."
    slips = [(line[1], step) for line in lines.values()]
    slips += [
        (note, "Both cite it in a footnote (relation relay), which is not descent; leave relays out.")
        for note in relays["arwiki"]
        if note in relays["hamichlol"]
    ]
    return Key(
        shared[0], slips, "Write down the parents of each, step by step, and look where the lists meet."
    )

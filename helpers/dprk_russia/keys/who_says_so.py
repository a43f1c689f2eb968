"""Keys of the exercises of notebook 18-who-says-so."""

from dprk_russia.exercises import Key
from dprk_russia.record import load
from dprk_russia.witnesses import corroboration


def relayed_share_of_alhurra():
    """Percent of the claims of Alhurra that it takes from the Associated Press."""
    claims = load("claims").query("source_id == 'alhurra'")
    relayed = claims["via_source_id"].notna()
    slips = [
        (int(relayed.sum()), "That is how many; the question asks which part of all its claims."),
        (round(100 * (~relayed).mean()), "That is the part that the page does not take from the agency."),
    ]
    return Key(round(100 * relayed.mean()), slips, "Divide the relayed claims by all claims.", within=1)


def events_with_fewer_lines_than_documents():
    """Events told by three or more of the five that have fewer lines than witnesses."""
    witnesses = corroboration(load("events"))
    five = load("claims")["source_id"].unique()
    ours = witnesses[witnesses["source_id"].isin(five)].drop_duplicates(["event_id", "source_id"])
    often = ours["event_id"].value_counts().loc[lambda count: count.ge(3)].index
    each = witnesses[witnesses["event_id"].isin(often)].groupby("event_id")[["source_id", "line"]].nunique()
    slips = [
        (len(each), "That is all events that three or more tell of."),
        (int((each["line"] == each["source_id"]).sum()), "Those have as many lines as witnesses."),
    ]
    return Key(int((each["line"] < each["source_id"]).sum()), slips, "Count sources and lines of each event.")


def document_with_most_headings_astray():
    """The document with most disputes of headline against body."""
    disputes = load("disputes").query("kind == 'headline-against-body'")
    ties = load("dispute_claims").merge(load("claims")[["claim_id", "source_id"]], on="claim_id")
    ties = ties[ties["dispute_id"].isin(disputes["dispute_id"])].drop_duplicates(["dispute_id", "source_id"])
    counts = ties["source_id"].value_counts()
    slips = [(name, "Another document has more of them.") for name in counts.index[1:]]
    return Key(counts.idxmax(), slips, "Answer with the source_id of one of the five documents.")

"""Keys of the exercises of notebook 00-start-here."""

from dprk_russia.exercises import Key
from dprk_russia.record import load, statements_on


def nearest_paper_on_recognition():
    """Kind of the document on Soviet recognition that was made in the year of the event."""
    event = "1948-soviet-recognition"
    year = load("events").set_index("event_id").loc[event, "date_start"].year
    told = load("event_sources").query("event_id == @event").merge(load("sources"), on="source_id")
    at_once = told["published"].str[:4].eq(str(year))
    kinds = statements_on(event)["kind"].value_counts()
    others = set(kinds[kinds > 0].index) - set(told.loc[at_once, "kind"]) - {kinds.idxmax()}
    slips = [
        (str(kinds.idxmax()), "That kind speaks most often, but it was written long after the event."),
        *((kind, "That page is of our days; look for a paper of the days themselves.") for kind in others),
    ]
    right = str(told.loc[at_once, "kind"].item())
    return Key(right, slips, "Look for a title that holds a day, and read its kind.")


def least_in_its_own_voice():
    """Short name of the document with the smallest share of claims asserted in its own voice."""
    claims = load("claims")
    asserted = claims["modality"].eq("asserted").groupby(claims["source_id"])
    slips = [
        (asserted.sum().idxmin(), "That one has the fewest such claims; the documents differ in length."),
        (asserted.mean().idxmax(), "That one speaks most in its own voice; take the other end."),
        (claims["source_id"].value_counts().idxmax(), "That is the longest of them; compare shares."),
    ]
    return Key(asserted.mean().idxmin(), slips, "Group the claims by source and compare shares.")

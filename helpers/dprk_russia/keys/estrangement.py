"""Keys of the exercises of notebook 06-estrangement."""

from dprk_russia.exercises import Key
from dprk_russia.record import during, load


def when_votes_came_closest():
    """The year of the chart in which China's and Russia's agreement with Pyongyang lay closest together."""
    votes = load("observations").query("'1992' <= period <= '1999'")
    shares = {
        state: votes[votes["series_id"] == f"unga-same-{state}-dprk"].set_index("period")["value"]
        for state in ("china", "russia")
    }
    gap = shares["china"] - shares["russia"]
    slips = [
        (
            int(shares["russia"].idxmax()),
            "In that year Russia agreed most often; China's line had moved as well. Compare the gaps.",
        ),
        (
            int(shares["china"].idxmin()),
            "In that year China agreed least often; look at the gap between both lines.",
        ),
        (int(gap.idxmax()), "There the gap is widest; look for the narrowest."),
    ]
    return Key(int(gap.idxmin()), slips, "For each year subtract the share of Russia from that of China.")


def longest_pause_to_a_new_treaty():
    """The steps on the road from the old treaty to the new one with the longest time between them."""
    road = ["1992-rogachev-in-pyongyang", "1992-yeltsin-in-seoul", "1993-kunadze-in-pyongyang"]
    road += ["1995-treaty-notice", "1996-alliance-ends", "1997-treaty-talks"]
    road += ["1999-treaty-text-agreed", "2000-friendship-treaty"]
    events = load("events")
    steps = events[events["event_id"].isin(road)].sort_values("date_start")
    pauses = (steps["date_start"].shift(-1) - steps["date_end"]).dt.days.to_numpy()[:-1]
    ids, order = list(steps["event_id"]), pauses.argsort()[::-1]
    slips = [
        (ids[order[1] : order[1] + 2], "That pause is long, but another one is longer."),
        (ids[order[-1] : order[-1] + 2], "That is the shortest pause; look for the longest."),
        ([ids[0], ids[-1]], "That is the whole road; compare the pauses between neighbouring steps."),
        (ids[order[0]], "The pause begins there; give the step that ends it as well, as a list."),
    ]
    hint = "Order the steps by date_start and subtract each end from the next start."
    return Key(ids[order[0] : order[0] + 2], slips, hint)


def without_a_missing_footnote():
    """Events that the five documents pass over once the claims of the missing footnote are struck."""
    events = during(load("events"), "estrangement")["event_id"]
    ties = load("claim_events").merge(load("claims"), on="claim_id")
    struck = ties["via_source_id"].eq("arwiki-note-6").fillna(False).astype(bool)
    told, kept = events.isin(ties["event_id"]), events.isin(ties.loc[~struck, "event_id"])
    touched = events.isin(ties.loc[struck, "event_id"])
    slips = [
        (list(events[touched]), "Those lose a claim; keep the ones that lose all their claims."),
        (list(events[touched & kept]), "Of those other claims still tell; which event keeps none?"),
        (list(events[~kept]), "Events of which no claim told before are in it; leave them out."),
        (
            list(ties.loc[struck, "claim_id"].unique()),
            "Those are the claims; give the events that only they tell of.",
        ),
    ]
    hint = "Compare the events that claims tell of before and after the footnote's claims are struck out."
    return Key(list(events[told & ~kept]), slips, hint)


def kinds_behind_the_accusations():
    """Citations of events on arms and nuclear matters by kind of source: columns kind and citations."""
    events = during(load("events"), "estrangement")
    cited = load("event_sources").merge(load("sources"), on="source_id")

    def counted(ids, observed=True):
        rows = cited[cited["event_id"].isin(ids)]
        return rows.groupby("kind", observed=observed).size().reset_index(name="citations")

    arms = events.loc[events["category"].isin(["arms", "nuclear"]), "event_id"]
    slips = [
        (
            counted(arms, observed=False),
            "Kinds that carry nothing are in it; leave them out (observed=True).",
        ),
        (counted(events["event_id"]), "That is the whole era; keep to the events of the frame arms."),
        (
            counted(events.loc[events["category"] == "arms", "event_id"]),
            "Nuclear matters belong to the frame arms too.",
        ),
    ]
    return Key(
        counted(arms), slips, "Filter the citations by the event_ids of arms, then count them by kind."
    )

"""Keys of the exercises of notebook 14-united-nations."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def moscow_high_with_halves():
    """Year in which Moscow stood nearest to Pyongyang, an abstention counted as half."""
    shares = load("observations").set_index("period")
    half = shares.loc[shares["series_id"].eq("unga-half-russia-dprk"), "value"]
    same = shares.loc[shares["series_id"].eq("unga-same-russia-dprk"), "value"]
    slips = [
        (int(same.idxmax()), "That is the high of the first chart, where an abstention counts for nothing."),
        (int(half.idxmin()), "That is a year in which the two stood farthest; look for the highest point."),
        (round(100 * half.max()), "That is the share; the answer is the year in which it stands."),
    ]
    return Key(int(half.idxmax()), slips, "Take the panel of Moscow in the second of the charts.")


def texts_lost_without_veto():
    """Texts on Korea that failed in the Council though Moscow did not veto them, as event_id."""
    votes = load("council_votes")
    failed, vetoed = votes["adopted"].eq("no"), votes["moscow_vote"].eq("veto")
    slips = [
        (votes.loc[failed, "event_id"], "Those all failed; leave out what a veto stopped."),
        (votes.loc[vetoed, "event_id"], "Those are the vetoes; look for the texts that failed otherwise."),
        (votes.loc[votes["moscow_vote"].eq("no"), "event_id"], "Was the text of that no adopted?"),
        (votes.loc[~vetoed, "event_id"], "Those are all votes without a veto; keep the texts that failed."),
    ]
    right = votes.loc[failed & ~vetoed, "event_id"].tolist()
    return Key(right, slips, "Two conditions: not adopted, and no veto of Moscow; give a list.")


def moscow_and_pyongyang_opposed():
    """Year with the largest share of roll calls in which one voted yes and the other no."""
    shares = load("observations").set_index("period")
    half = shares.loc[shares["series_id"].eq("unga-half-russia-dprk"), "value"]
    same = shares.loc[shares["series_id"].eq("unga-same-russia-dprk"), "value"]
    opposed = 1 + same - 2 * half
    slips = [
        (int(same.idxmin()), "There the same votes are fewest, but many of the others were abstentions."),
        (int(half.idxmin()), "A low share of agreement may come from abstentions; take them out as well."),
        (int(opposed.idxmin()), "There the opposed votes are fewest; look for the other end."),
    ]
    return Key(int(opposed.idxmax()), slips, "Same votes, abstentions and opposed votes make up the whole.")

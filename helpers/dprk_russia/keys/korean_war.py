"""Keys of the exercises of notebook 02-korean-war."""

from dprk_russia.exercises import Key
from dprk_russia.record import during, load


def aircraft_claimed_per_mig_lost():
    """Aircraft that the Soviet pilots claimed for each MiG-15 lost, by Soviet data."""
    figures = load("observations").set_index(["series_id", "item"])["value"]
    claims = figures["soviet-air-claims-korea"]
    lost, killed = figures["soviet-migs-lost-korea"].iloc[0], figures["soviet-pilots-killed-korea"].iloc[0]
    slips = [
        (claims.sum() / lost, "The claims of the guns are in it; take those of the pilots alone."),
        (lost / claims["pilots"], "Turn it round: claims for each aircraft lost."),
        (claims["pilots"] / killed, "You divided by pilots killed; divide by MiG-15 lost."),
        (claims["pilots"], "Those are the claims; divide them by the MiG-15 lost."),
    ]
    hint = "Divide what the pilots claimed by the MiG-15 lost; both stand in the table."
    return Key(float(claims["pilots"] / lost), slips, hint, within=0.05)


def failed_without_a_veto():
    """Texts of the era that the Council did not adopt although nobody vetoed them."""
    votes = during(load("council_votes"), "korean-war")
    failed, vetoed = votes["adopted"] == "no", votes["moscow_vote"] == "veto"
    slips = [
        (
            list(votes.loc[failed, "event_id"]),
            "Those are all that failed; leave out the ones that a veto stopped.",
        ),
        (
            list(votes.loc[vetoed, "event_id"]),
            "Those are the vetoed ones; the others that failed are asked for.",
        ),
        (
            list(votes.loc[~vetoed, "event_id"]),
            "Texts that were adopted are among them; keep to those that failed.",
        ),
        (int((failed & ~vetoed).sum()), "That many there are; give their event_ids as a list."),
    ]
    hint = "Two conditions on the frame votes: not adopted, and Moscow's vote no veto."
    return Key(list(votes.loc[failed & ~vetoed, "event_id"]), slips, hint)


def known_from_archives_alone():
    """Events outside the Council whose cited sources are all of the kind archive."""
    events = during(load("events"), "korean-war")
    cited = load("event_sources").merge(load("sources"), on="source_id")
    archive = cited["kind"].eq("archive").groupby(cited["event_id"])
    wide = events.loc[events["category"] != "united-nations", "event_id"]
    alone = archive.all().reindex(wide)
    slips = [
        (
            int(archive.any().reindex(wide).sum()),
            "Those have an archive paper among their sources; all of them must be.",
        ),
        (
            int(archive.all().reindex(events["event_id"]).sum()),
            "Votes of the Council are among them; keep to the frame wide.",
        ),
        (
            int(archive.sum().reindex(wide)[alone].sum()),
            "Those are the papers; count the events that rest on them.",
        ),
    ]
    hint = "For each event of wide ask whether all its citations are of the kind archive."
    return Key(int(alone.sum()), slips, hint)

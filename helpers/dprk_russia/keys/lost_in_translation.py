"""Keys of the exercises of notebook 19-lost-in-translation."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def damage_of_the_machine():
    """Disputes on damage by translation that touch the LifeGate page."""
    counts = _damage().groupby(["source_id", "kind"], observed=True).size()
    slips = [
        (int(counts["lifegate", "scraping-damage"]), "That is damage by copying."),
        (int(counts["lifegate"].sum()), "That is both kinds of damage together."),
    ]
    return Key(int(counts["lifegate", "translation-damage"]), slips, "Look at the row of LifeGate.")


def likely_share_of_damage():
    """The kind of damage of which a larger share is settled."""
    damage = load("disputes").query("kind in ['translation-damage', 'scraping-damage']")
    settled = damage["standing"].eq("settled").groupby(damage["kind"].astype(str)).mean()
    slips = [
        (settled.idxmin(), "Compare shares: settled disputes of a kind by all disputes of that kind."),
        ("settled", "Answer with the name of a kind."),
    ]
    return Key(settled.idxmax(), slips, "Answer with the name of a kind, as it stands in the column kind.")


def spellings_of_vladivostok():
    """Languages in which the name of Vladivostok was seen."""
    rows = load("names").query("kind == 'place' and entity_id == 'vladivostok'")
    forms = rows.drop_duplicates(["language", "form"])
    slips = [
        (len(rows), "Those are all rows; a language counts once."),
        (len(forms) if len(forms) != rows["language"].nunique() else 0, "Those are the spellings."),
    ]
    return Key(rows["language"].nunique(), slips, "Count the different languages of the rows of the place.")


def _damage():
    """Return the disputes on damage, a row for each document that they touch."""
    ties = load("dispute_claims").merge(load("claims")[["claim_id", "source_id"]], on="claim_id")
    ties = ties.drop_duplicates(["dispute_id", "source_id"])
    return (
        load("disputes")
        .query("kind in ['translation-damage', 'scraping-damage']")
        .merge(ties, on="dispute_id")
    )

"""Keys of the exercises of notebook 17-people-and-opinion."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def entries_for_study():
    """Share in percent of the entries of 2024 from North Korea that were declared as study."""
    figures = load("observations").query("series_id == 'border-dprk-to-russia-fsb'")
    entries = figures.set_index(["period", "item"])["value"]
    study, everyone = entries["2024", "study"], entries["2024", "all"]
    slips = [
        (study, "That is the number of entries for study; set it against all entries."),
        (100 - 100 * study / everyone, "That is the share of all other entries."),
        (100 * entries["2019", "study"] / entries["2019", "all"], "That is the share of 2019; take 2024."),
        (100 * entries["2019", "study"] / everyone, "Those for study are of another year than the whole."),
    ]
    right = float(100 * study / everyone)
    return Key(right, slips, "Divide the entries for study by all entries of the year.", within=1)


def two_counts_of_one_month():
    """Persons between the two stocks of workers that are given for one and the same month."""
    figures = load("observations").set_index(["series_id", "period"])["value"]
    officials = figures["dprk-workers-russian-officials"]
    permits = figures["workers-dprk-in-russia-un-report"]
    both = officials.index.intersection(permits.index)
    slips = [
        (officials.iloc[0] - permits.iloc[0], "Those are of different dates; both must give the month."),
        (permits.iloc[0] - permits.iloc[-1], "That is one counter at two dates; take two counters."),
        (officials[both].iloc[0], "That is one of the counts; how far is the other from it?"),
        (permits[both].iloc[0], "That is one of the counts; how far is the other from it?"),
    ]
    right = float(abs(officials[both] - permits[both]).iloc[0])
    return Key(right, slips, "Find the month that stands twice among the stocks.")


def poll_claims_without_a_trail():
    """Claims on the two polls that give a figure and name no work through which they have it."""
    ties = load("claim_events")
    ties = ties[ties["event_id"].isin(["2013-russian-poll", "2014-bbc-poll"])]
    told = load("claims").query("claim_id in @ties.claim_id")
    figure, trail = told["quantity"].notna(), told["via_source_id"].notna()
    slips = [
        (told.loc[~trail, "claim_id"], "One of these gives no figure; keep those with a quantity."),
        (told.loc[figure, "claim_id"], "Those are all with a figure; some name a work behind them."),
        (told.loc[figure & trail, "claim_id"], "Those do name a work; look for the others."),
        (told.loc[figure & told["modality"].eq("asserted"), "claim_id"], "Some of those have a footnote."),
    ]
    right = told.loc[figure & ~trail, "claim_id"].tolist()
    return Key(right, slips, "Two conditions: a quantity, and an empty via_source_id; give a list.")

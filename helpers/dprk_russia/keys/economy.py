"""Keys of the exercises of notebook 15-economy."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def oil_of_one_month():
    """Barrels that Washington named for one month beyond what Russia reported for 2023."""
    figures = load("observations").set_index(["series_id", "period"])
    reported = figures.loc["petroleum-un1718-russia"]["value"]
    claimed = figures.loc[("petroleum-us-claim-russia", "2024-03"), "low"]
    slips = [
        (claimed, "That is what Washington named; how much more is it than the report for the year?"),
        (reported["2023"], "That is what Russia reported; how much more did Washington name?"),
        (claimed - reported["2024-01"], "That report is for one month; take the one for the whole of 2023."),
        (claimed + reported["2023"], "How far do the two differ? Do not add them up."),
    ]
    right = float(claimed - reported["2023"])
    return Key(right, slips, "Both figures stand in the chart of refined petroleum.", within=1)


def trade_without_kotra():
    """Highest total of trade in million dollars from 1994 on, KOTRA's figures left out."""
    figures = load("observations").merge(load("series")[["series_id", "unit", "provider"]], on="series_id")
    figures = figures[figures["series_id"].str.match("trade-(?!china).*(?:total|derived|2000|1990s)")]
    figures = figures[figures["unit"].eq("million US dollars")]
    figures = figures[figures["item"].fillna("turnover").eq("turnover")]
    figures = figures[figures["period"].str.len().eq(4) & ~figures["provider"].str.startswith("unnamed")]
    late, kotra = figures["period"].ge("1994"), figures["provider"].str.startswith("KOTRA")
    customs = figures["provider"].str.startswith("Russian customs")
    slips = [
        (figures.loc[late, "value"].max(), "That figure is KOTRA's own; leave its points out."),
        (figures.loc[~kotra, "value"].max(), "That figure is older than 1994; keep the later years only."),
        (figures.loc[late & customs, "value"].max(), "That is the highest of customs; others counted too."),
    ]
    right = float(figures.loc[late & ~kotra, "value"].max())
    return Key(right, slips, "Filter by provider and by year, then look for the highest value.")


def one_part_at_the_market():
    """Million dollars of one of 40 parts when the stock of 2012 is worth 238 million."""
    parts = load("observations").query("series_id == 'debt-to-russia-2012-ria'").set_index("item")["value"]
    stock, left = parts["stock"], parts["left to pay"]
    slips = [
        (1000 * left / 40, "Those are dollars of account; turn them into dollars of the market."),
        (238 / 40, "That divides the whole stock; only a part of it was left to pay."),
        (238 * (stock - left) / stock / 40, "That is of the sum written off; take what was left to pay."),
        (238 * left / stock, "That is all that was left to pay; it came in many parts."),
    ]
    right = float(238 * left / stock / 40)
    return Key(right, slips, "What share of the stock was left, and how many parts?", within=0.01)

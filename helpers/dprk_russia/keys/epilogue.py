"""Keys of the exercises of notebook 11-epilogue."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def rise_of_dead_told_by_seoul():
    """By how many the dead told by South Korean intelligence rose from its first figure to its last."""
    figures = load("observations").sort_values("said_on")

    def told(series):
        return list(figures.loc[figures["series_id"] == series, "value"])

    dead, wounded = told("troop-deaths-nis"), told("troops-wounded-nis")
    slips = [
        (dead[-1], "That is the last figure; how far is it from the first?"),
        (dead[1] - dead[0], "That is the rise to the second figure; go on to the last."),
        (dead[-1] - dead[1], "Begin with the first figure, and count deaths, not wounded."),
        (wounded[-1], "Those are the wounded; take the rows that count deaths."),
        (dead[-1] - told("engineers-killed-dprk")[-1], "Those are of different owners; stay with one."),
    ]
    return Key(float(dead[-1] - dead[0]), slips, "Find the rows that count deaths and compare the days.", 0.5)


def oldest_word_on_the_troops():
    """The source that was published first among those that tell of the announced troops."""
    cited = load("event_sources").query("event_id == '2024-troops-announced'")
    told = load("sources").merge(cited[["source_id"]], on="source_id").sort_values("published")
    ids = list(told["source_id"])
    seoul = told["kind"].eq("broadcaster")
    slips = [
        (told.loc[seoul, "source_id"].iloc[0], "That is the announcement; was anything said before it?"),
        (ids[-1], "That was published last; sort the other way round."),
        (ids[2], "Something older is in the table; look at the days once more."),
        (told["title"].iloc[0], "That is the title; give the source_id."),
    ]
    return Key(ids[0], slips, "Keep the sources of the table and sort them by the column published.")


def figures_from_a_party():
    """Series of both tables that rest on the word of Moscow or Pyongyang."""
    names = ["engineers-killed-dprk", "troop-deaths-nis", "troops-casualties-rok-jcs", "troops-wounded-nis"]
    names += ["border-dprk-to-russia-fsb", "workers-dprk-sent-msmt", "petroleum-un1718-russia"]
    given = load("series").query("series_id in @names or series_id == 'containers-msmt'")
    party = given["provider"].str.contains("Russia|KCNA")
    ids, north = given["series_id"], given["provider"].str.contains("KCNA")
    slips = [
        (list(ids[~party]), "Those rest on others; which are given by the two states themselves?"),
        (list(ids), "Those are all series of both tables; look at the provider of each."),
        (list(ids[party & ~north]), "Pyongyang has given a figure of its own too; look at the casualties."),
        (list(ids[north]), "Moscow has given figures of its own too; look at the border."),
        (
            list(ids[party | ids.str.endswith("-msmt")]),
            "The monitoring team speaks for eleven other states; leave it out.",
        ),
    ]
    return Key(list(ids[party]), slips, "Read in provider who gives each series, through whatever paper.")

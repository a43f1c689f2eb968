"""Weigh who tells of an event: independent lines of witnesses, and a grade by a written rule.

A line is what witnesses share that are no independent confirmation of each other:

- a claim speaks for the document that it names as relayed (`via_source_id`), else for its own;
- a copy, a translation or an adaptation speaks for the document it descends from;
- a press report speaks for the agency that it names as author or maker, else for its publisher.

The grade adds up points, so that a reader can reckon it by hand:

- 2 for a witness of the first hand (archive, treaty text, UN document, official), else
  1 for scholarly work or the press, else 0;
- 2 for three or more independent lines, 1 for two, 0 for one;
- 1 for dates given in days, 0 for months and coarser;
- minus 1 while a dispute about the event is open.

Four points and more make A, three B, two C, fewer D. A grade says how well an event is witnessed
in this record, not how true it is.
"""

import re

import pandas as pd

from dprk_russia.asked import need
from dprk_russia.record import DATA, load

FIRST_HAND = {"archive", "treaty-text", "un-document", "official"}
PRESS = {"agency", "newspaper", "broadcaster", "magazine"}
PUBLISHED_WORK = PRESS | {"scholarly"}
GRADES = pd.CategoricalDtype(["D", "C", "B", "A"], ordered=True)


def corroboration(events, folder=DATA):
    """Return who tells of each of events: a row per event and witness.

    Columns event_id, source_id (the document that speaks), kind, said (number of its claims, or 1
    for a citation of the public record) and line (what it shares with those it is no check on).
    """
    need(events, "event_id")
    claims = load("claim_events", folder).merge(load("claims", folder), on="claim_id")
    told = pd.concat([claims, load("event_sources", folder)])[["event_id", "source_id", "via_source_id"]]
    told = told[told["event_id"].isin(events["event_id"])].merge(load("sources", folder), on="source_id")
    told["line"] = told["via_source_id"].fillna(told["source_id"]).map(_lines(folder))
    keys = ["event_id", "source_id", "kind", "line"]
    return told.groupby(keys, observed=True, as_index=False).size().rename(columns={"size": "said"})


def graded(events, folder=DATA):
    """Return events with what their grade is made of and the grade: columns lines, points, grade.

    lines counts independent lines; the rule stands at the head of this module. ValueError for an
    event that nothing tells of.
    """
    need(events, "event_id", "date_precision")
    witnesses = corroboration(events, folder).groupby("event_id")
    if untold := set(events["event_id"]) - set(witnesses.groups):
        raise ValueError(f"nothing tells of {', '.join(sorted(untold))}; add a row to event_sources.csv")
    kinds = witnesses["kind"].agg(set).reindex(events["event_id"])
    lines = witnesses["line"].nunique().reindex(events["event_id"]).to_numpy()
    disputes = load("disputes", folder).query("standing == 'open'")
    points = pd.Series([_hand(kind) for kind in kinds], events.index, dtype=int) + lines.clip(max=3) - 1
    points = points + events["date_precision"].isin(["day", "range"])
    points = points - events["event_id"].isin(disputes["event_id"])
    letters = pd.cut(points, [-2, 1, 2, 3, 5], labels=GRADES.categories).astype(GRADES)
    return events.assign(lines=lines, points=points, grade=letters)


def _hand(kinds):
    return 2 if kinds & FIRST_HAND else 1 if kinds & PUBLISHED_WORK else 0


def _lines(folder):
    """Return the line of every source, a dict by source_id."""
    sources = load("sources", folder)
    descent = load("source_lineage", folder).query("relation != 'relay'")
    parents = dict(zip(descent["source_id"], descent["parent_id"], strict=True))
    agencies = sources.loc[sources["kind"] == "agency", "publisher"].dropna()
    names = agencies[agencies.str.fullmatch(r"[\w .-]+")].unique()
    named = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len)[::-1]))
    own = {}
    for source in sources.fillna({"author": "", "publisher": ""}).itertuples():
        agency = named.search(source.author) or named.search(source.publisher)
        press = agency[0] if agency else source.publisher
        own[source.source_id] = press if source.kind in PRESS else source.source_id
    return {source: own[_root(source, parents)] for source in own}


def _root(source, parents):
    """Return the document that a source is a copy, translation or adaptation of, or itself."""
    while source in parents:
        source = parents[source]
    return source

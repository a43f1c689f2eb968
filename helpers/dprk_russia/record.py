"""Load the tables of the record, exactly as data/datapackage.json describes them."""

from pathlib import Path

import pandas as pd

from dprk_russia.asked import known, need
from dprk_russia.reading import read_columns, read_descriptor, typed

DATA = Path(__file__).resolve().parents[2] / "data"


def load(table, folder=DATA):
    """Return a table as a DataFrame, one row as the codebook says, typed as its schema says.

    Raises ValueError for a table that does not exist, and for a file whose bytes, header,
    types, allowed values, keys or required cells are wrong, with every fault and its place.
    """
    resource = _resource(table, Path(folder))
    columns, faults = read_columns(Path(folder), resource)
    if faults:
        raise ValueError("\n".join(faults))
    return typed(columns, resource)


def codebook(table, folder=DATA):
    """Return the codebook of a table: one row per column, with type, description and limits."""
    fields = _resource(table, Path(folder))["schema"]["fields"]
    rows = [
        {
            "column": field["name"],
            "type": field["type"],
            "required": bool(field.get("constraints", {}).get("required")),
            "allowed": ", ".join(field.get("constraints", {}).get("enum", [])),
            "description": field["description"],
        }
        for field in fields
    ]
    return pd.DataFrame(rows).set_index("column")


def during(frame, era, folder=DATA):
    """Return the rows of frame that begin in the era with this id.

    Takes events, or any table with event_id or claim_id; a claim begins when an event that it
    tells of begins, and one without an event belongs to no era.
    """
    eras = load("eras", folder).set_index("era_id")
    known(era, eras.index, "era")
    events = load("events", folder)
    since, until = eras.loc[era, ["start", "end"]]
    within = (events["date_start"] >= since) & ~(events["date_start"] >= until)
    ids = events.loc[within, "event_id"]
    if "event_id" in frame:
        return frame[frame["event_id"].isin(ids)]
    if "claim_id" in frame:
        ties = load("claim_events", folder)
        return frame[frame["claim_id"].isin(ties.loc[ties["event_id"].isin(ids), "claim_id"])]
    raise ValueError("the frame has neither event_id nor claim_id; give events, claims or a tie of them")


def dated(events):
    """Return events with a first column `when`: their dates as text, no finer than their precision."""
    need(events, "date_start", "date_end", "date_precision")
    when = [
        _when(start, end, precision)
        for start, end, precision in zip(
            events["date_start"], events["date_end"], events["date_precision"], strict=True
        )
    ]
    return pd.concat([pd.Series(when, index=events.index, name="when"), events], axis=1)


def _when(start, end, precision):
    """Return a span as text, leaving out of its first day what the last one repeats."""
    if precision == "decade":
        return f"{start.year}s"
    parts = {"year": ["%Y"], "month": ["%B", "%Y"], "season": ["%B", "%Y"]}.get(
        precision, ["%-d", "%B", "%Y"]
    )
    first = [str(start.day) if part == "%-d" else f"{start:{part}}" for part in parts]
    if pd.isna(end):
        return f"since {' '.join(first)}"
    last = [str(end.day) if part == "%-d" else f"{end:{part}}" for part in parts]
    if first == last:
        return " ".join(last)
    while first[-1] == last[len(first) - 1]:
        first.pop()
    return f"{' '.join(first)} to {' '.join(last)}"


def claims_about(event, folder=DATA):
    """Return the claims that tell of the event with this id, in reading order."""
    known(event, load("events", folder)["event_id"], "event")
    ties = load("claim_events", folder)
    claims = load("claims", folder)
    return claims[claims["claim_id"].isin(ties.loc[ties["event_id"] == event, "claim_id"])]


def statements_on(event, folder=DATA):
    """Return who says what of an event: a row per claim of the five documents and per citation.

    Columns source, language, kind, where and says; claims first, then the public record.
    """
    known(event, load("events", folder)["event_id"], "event")
    return statements(folder).query("event_id == @event").drop(columns=["event_id", "id"])


def statements(folder=DATA):
    """Return every statement on every event: columns event_id, id, source, language, kind, where, says.

    id is that of the claim, or that of the document for a citation of the public record.
    """
    ties, claims, cited = load("claim_events", folder), load("claims", folder), load("event_sources", folder)
    told = ties.merge(claims, on="claim_id").rename(columns={"claim_id": "id", "said": "says"})
    cited = cited.assign(id=cited["source_id"]).rename(columns={"note": "says"})
    sources = load("sources", folder)
    joined = pd.concat([told, cited]).merge(sources, on="source_id")
    joined = joined.assign(source=joined["source_id"].map(source_names(sources)), where=joined["locator"])
    return joined[["event_id", "id", "source", "language", "kind", "where", "says"]]


def source_names(sources):
    """Return the title of each of sources, in English where it has one, by source_id."""
    sources = sources.set_index("source_id")
    return sources["title_en"].fillna(sources["title"])


def sources_of(frame, folder=DATA):
    """Return the sources that the rows of frame rest on, each once.

    A row rests on its own source_id; an event rests on the sources that tell of it, those of
    its claims and those cited from the public record.
    """
    sources = load("sources", folder)
    if "source_id" in frame:
        return sources[sources["source_id"].isin(frame["source_id"])]
    if "event_id" not in frame:
        raise ValueError("the frame has neither source_id nor event_id; give claims, events or citations")
    told = load("claim_events", folder).merge(load("claims", folder), on="claim_id")
    cited = pd.concat([told, load("event_sources", folder)])
    return sources[
        sources["source_id"].isin(cited.loc[cited["event_id"].isin(frame["event_id"]), "source_id"])
    ]


def _resource(table, folder):
    resources = {resource["name"]: resource for resource in read_descriptor(folder)["resources"]}
    known(table, resources, "table")
    return resources[table]

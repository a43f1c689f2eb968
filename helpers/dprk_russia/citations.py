"""Resolve the citations of a notebook's prose, such as [mizan-17], to rows of the record."""

import json
import re
from pathlib import Path

import pandas as pd

from dprk_russia.asked import known
from dprk_russia.record import DATA, load, source_names, statements

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
ID = r"[a-z0-9]+(?:-[a-z0-9]+)+"
# As writers type it, [id](), or as it is filled; the groups are the id and the row.
CITATION = re.compile(rf'\[({ID})\]\((?:#Cited-here "([^"]*)")?\)')


def citable(folder=DATA):
    """Return every row that prose may cite: index id; columns says, source, where.

    Ids are those of claims, events, sources, series and disputes; an event names all its sources.
    """
    sources = load("sources", folder)
    names = source_names(sources)
    claims, events, series = load("claims", folder), load("events", folder), load("series", folder)
    disputes = load("disputes", folder)
    rows = [
        pd.DataFrame(
            {
                "id": claims["claim_id"],
                "says": claims["said"],
                "source": claims["source_id"].map(names),
                "where": claims["locator"],
            }
        ),
        pd.DataFrame(
            {
                "id": events["event_id"],
                "says": events["title"] + ". " + events["summary"],
                "source": events["event_id"].map(_witnesses(folder)),
            }
        ),
        pd.DataFrame({"id": names.index, "says": sources["kind"].astype("str").array, "source": names.array}),
        pd.DataFrame(
            {
                "id": series["series_id"],
                "says": series["title"] + ". " + series["note"],
                "source": series["provider"],
            }
        ),
        pd.DataFrame(
            {
                "id": disputes["dispute_id"],
                "says": disputes["question"] + " " + disputes["verdict"],
                "source": disputes["verdict_source_id"].map(names),
                "where": disputes["verdict_locator"],
            }
        ),
    ]
    return pd.concat(rows).set_index("id")[["says", "source", "where"]].fillna("")


def cited_here(notebook, folder=DATA):
    """Return the rows that a notebook's prose cites, in the order of their first citation.

    notebook is a file name in notebooks/; columns cited, says, source, where. ValueError for a
    citation that resolves to no row, and for a notebook that does not exist.
    """
    known(notebook, [path.name for path in NOTEBOOKS.glob("*.ipynb")], "notebook")
    ids = cited_in(prose(NOTEBOOKS / notebook))
    rows = citable(folder)
    if missing := [name for name in ids if name not in rows.index]:
        raise ValueError(f"{notebook} cites rows that do not exist: {', '.join(missing)}; correct the ids")
    return rows.loc[ids].rename_axis("cited").reset_index()


def prose(path):
    """Return the Markdown of a notebook as one text."""
    cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def cited_in(text):
    """Return the ids that Markdown cites, each once, in the order of their first citation."""
    return list(dict.fromkeys(found[1] for found in CITATION.finditer(text)))


def fill_citations(text, rows):
    """Return Markdown with each citation linked to the list below and its row shown on hover.

    rows is the frame of citable(); a citation that resolves to no row is left bare.
    """

    def link(match):
        name = match[1]
        if name not in rows.index:
            return f"[{name}]()"
        row = rows.loc[name]
        told = ", ".join(filter(None, [row["source"], row["where"]])) + ": " + row["says"]
        return f'[{name}](#Cited-here "{told.replace(chr(34), chr(39))}")'

    return CITATION.sub(link, text)


def _witnesses(folder):
    """Return the names of the sources of each event, joined, by event_id."""
    told = statements(folder)[["event_id", "source"]].drop_duplicates()
    return told.groupby("event_id")["source"].agg("; ".join)

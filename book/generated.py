"""What is written by machine, from the titles of the notebooks and the rows of the record.

Index in README.md and in the first notebook, links from notebook to notebook, the evidence
notebook, and the picture of the README. `make refresh` writes them, tests compare them.
"""

import base64
import json
import re
from pathlib import Path

import nbformat
import pandas as pd

from dprk_russia import during, load, statements
from dprk_russia.citations import CITATION, NOTEBOOKS
from dprk_russia.record import source_names

README = NOTEBOOKS.parent / "README.md"
ARC = Path(__file__).with_name("arc.png")
EVIDENCE = NOTEBOOKS / "evidence.ipynb"
READING_TIME = re.compile(r"Reading time: about \d+ minutes")
WORDS_A_MINUTE = 180  # of reading
INDEX = re.compile(r"(<!-- index -->\n).*?(<!-- /index -->)", re.S)


def story():
    """Return the paths of the notebooks that are read in order, the evidence left out."""
    return [path for path in sorted(NOTEBOOKS.glob("*.ipynb")) if path != EVIDENCE]


def cells(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def nbgrader(cell):
    """Return what a cell tells nbgrader."""
    return cell["metadata"].get("nbgrader", {})


def opening(path):
    """Return the title and the question of a notebook."""
    text = "".join(cells(path)[0]["source"])
    question = re.search(r"^\*\*(.+)\*\*$", text, re.M)
    return re.match(r"# (.+)", text)[1], question[1] if question else ""


def index(folder):
    """Return the list of notebooks as Markdown, with links that hold from folder."""
    lines = []
    for path in story():
        title, question = opening(path)
        lines.append(f"- [{title}]({folder}{path.name}): {question}\n")
    told = "all events with all who tell of them, disputes, series and sources"
    lines.append(f"- [Evidence]({folder}{EVIDENCE.name}): {told}.\n")
    return "".join(lines)


def with_index(text, folder):
    """Return text with the list of notebooks between its index marks."""
    return INDEX.sub(lambda marks: marks[1] + index(folder) + marks[2], text)


def with_reading_time(text, cells):
    """Return text with the notebook's reading time; an output takes half a minute."""
    prose = " ".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    words = len(INDEX.sub("", CITATION.sub("", prose)).split())
    outputs = sum(cell["cell_type"] == "code" for cell in cells) - 1
    minutes = round(words / WORDS_A_MINUTE + outputs / 2)
    return READING_TIME.sub(f"Reading time: about {minutes} minutes", text)


def navigation(path):
    """Return the line that leads from a notebook to its neighbours and to the evidence."""
    paths = story()
    place = paths.index(path)
    before = [f"Before: [{opening(near)[0]}]({near.name})" for near in paths[max(place - 1, 0) : place]]
    after = [f"Next: [{opening(near)[0]}]({near.name})" for near in paths[place + 1 : place + 2]]
    return " · ".join([*before, f"[Evidence]({EVIDENCE.name})", *after])


def evidence():
    """Return the evidence notebook: an era a section, an event a heading, a statement a line."""
    events, eras = load("events"), load("eras")
    dates = load("claims").rename(columns={"claim_id": "id"})[["id", "date_told"]]
    told = statements().merge(dates, how="left").groupby("event_id")
    duties, votes = (load(table).set_index("event_id") for table in ("treaties", "council_votes"))
    parts = {"Before 1945": events[events["date_start"] < eras["start"].min()]}
    parts |= {era.title: during(events, era.era_id) for era in eras.itertuples()}
    made = [
        "# Evidence\n\nEvery event of the record, era by era, with everyone who tells of it: claims of the "
        "five documents first, then the public record. Disputes, series of figures and sources with their "
        "addresses stand at the end. Search for an id with Ctrl+F."
    ]
    for title, within in parts.items():
        made.append(f"## {title}")
        for event in within.itertuples():
            made.append(entry(event, told.get_group(event.event_id)))
            for kind in (duties, votes):
                if event.event_id in kind.index:
                    made[-1] += "\n\n" + facts(kind.loc[event.event_id])
    untied = load("claims").query(
        "claim_id not in @tied", local_dict={"tied": set(load("claim_events")["claim_id"])}
    )
    made.append("## Claims without an event")
    made.append("\n".join(f"- {row.claim_id}, {row.locator}: {row.said}" for row in untied.itertuples()))
    made.append("## Disputes")
    sides = load("dispute_claims").groupby("dispute_id")
    made += [dispute_entry(row, sides.get_group(row.dispute_id)) for row in load("disputes").itertuples()]
    made.append("## Series")
    figures = load("observations").groupby("series_id")
    made += [series_entry(row, figures.get_group(row.series_id)) for row in load("series").itertuples()]
    sources = load("sources").assign(name=lambda frame: source_names(frame).array)
    made.append("## Sources")
    made += [
        "\n".join(map(source_entry, rows.itertuples()))
        for _, rows in sources.groupby(sources["source_id"].str[0])
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text) for text in made])
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"evidence-{number}"
    return notebook


def entry(event, told):
    dates = f"{event.date_start:%Y-%m-%d}"
    if event.date_end != event.date_start:
        dates += f" to {event.date_end:%Y-%m-%d}" if pd.notna(event.date_end) else " and still going on"
    lines = []
    for row in told.itertuples():
        dated = "" if pd.isna(row.date_told) else f"dated there “{row.date_told}”"
        where = "" if pd.isna(row.where) else row.where
        place = ", ".join(filter(None, [row.id, row.language, row.kind, where, dated]))
        lines.append(f"- *{row.source}* ({place}): {row.says}")
    head = f"### {event.event_id}\n\n**{event.title}.** {dates} ({event.date_precision}). {event.summary}"
    return head + "\n\n" + "\n".join(lines)


def facts(row):
    """Return what only a treaty or a vote has, as one line of Markdown."""
    told = row.dropna().items()
    return "; ".join(
        f"{name.replace('_', ' ')}: {str(value).removesuffix(' 00:00:00')}" for name, value in told
    )


def dispute_entry(dispute, sides):
    """Return a dispute as Markdown: question, sides with their claims, verdict and what it rests on."""
    lines = [
        f"- *{side}*: {', '.join(claims)}"
        for side, claims in sides.groupby("side")["claim_id"].agg(list).items()
    ]
    rests = "" if pd.isna(dispute.verdict_source_id) else f"; rests on {dispute.verdict_source_id}"
    head = f"### {dispute.dispute_id}\n\n**{dispute.question}** ({dispute.kind})"
    verdict = f"{dispute.verdict} ({dispute.standing}{rests}.)"
    return "\n\n".join([head, "\n".join(lines), verdict])


def series_entry(series, figures):
    """Return a series as Markdown: what it measures and who says so, then a line for each figure."""
    lines = []
    for row in figures.itertuples():
        parts = {"": row.value, "at least ": row.low, "at most ": row.high}
        told = [f"{end}{figure:,.10g}" for end, figure in parts.items() if pd.notna(figure)]
        told += [f"told {row.said_on}"] if pd.notna(row.said_on) else []
        told += [fact for fact in (row.source_id, row.note) if pd.notna(fact)]
        when = row.period if pd.isna(row.item) else f"{row.period}, {row.item}"
        lines.append(f"- {when}: {'; '.join(told)}")
    head = f"**{series.title}**, {series.unit}. {series.provider} ({series.source_id}). {series.note}"
    return "\n\n".join([f"### {series.series_id}", head, "\n".join(lines)])


def source_entry(source):
    """Return a source as a line of Markdown: id, title, who published it when, and its address."""
    facts = [source.name, source.publisher, source.published, source.kind, source.url]
    return f"- {source.source_id}: {', '.join(str(fact) for fact in facts if pd.notna(fact))}"


def arc():
    """Return the picture of the whole arc, as the first notebook shows it, as PNG bytes."""
    outputs = [output for cell in cells(story()[0]) for output in cell.get("outputs", [])]
    pictures = [output["data"]["image/png"] for output in outputs if "image/png" in output.get("data", {})]
    return base64.b64decode(pictures[-1])


def write_pages():
    """Write the README's index and picture and the evidence notebook."""
    ARC.write_bytes(arc())
    README.write_text(with_index(README.read_text("utf-8"), "notebooks/"), "utf-8", newline="\n")
    nbformat.write(evidence(), EVIDENCE)

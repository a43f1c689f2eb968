"""The evidence as pages: every event with everyone who tells of it, every dispute, source and series.

Each row that prose may cite has its id as an anchor on exactly one page.
"""

import re
from html import escape

import pandas as pd
from babel import Locale

from dprk_russia import dated, during, load, statements
from dprk_russia.record import source_names
from markup import apart, link, table

LANGUAGES = Locale("en").languages
RIGHT_TO_LEFT = {"ar", "fa", "he"}
COLUMNS = ("period", "item", "value", "low", "high", "note")
BEFORE, UNTIED, DISPUTES, SERIES = "before", "untied", "disputes", "series"
SOURCES = {"sources": "Sources, A to K", "sources-l-z": "Sources, L to Z"}


def pages():
    """Return the text of each evidence page by its name, eras first."""
    events = dated(load("events")).merge(load("places"), on="place_id", how="left")
    told = detailed(statements(), events)
    made = {}
    for name, title, within in by_era(events):
        entries = [entry(event, told.get_group(event.event_id)) for event in within.itertuples()]
        made[name] = page(f"Evidence: {title}", with_years(within, entries))
    made[UNTIED] = page("Claims without an event", [listed(untied())])
    made |= {name: page(title, sources(name)) for name, title in SOURCES.items()}
    made[SERIES] = page("Series of figures", figures())
    made[DISPUTES] = page("Disputes", disputes(homes(made)))
    return made


def homes(made):
    """Return where each id stands, as a link from the top folder of the site."""
    found = re.compile(r'<[a-z0-9]+ id="([^"]+)"')
    return {id: f"evidence/{name}.html#{id}" for name, text in made.items() for id in found.findall(text)}


def by_era(events):
    """Return name, title and events of what came before the first era and of each era."""
    eras = load("eras")
    early = events[events["date_start"] < eras["start"].min()]
    parts = [(BEFORE, f"before {eras['start'].min():%Y}", early)] if len(early) else []
    return parts + [(era.era_id, era.title, during(events, era.era_id)) for era in eras.itertuples()]


def detailed(told, events):
    """Return the statements by event, each with the rest of its claim and of its source.

    A claim on several events is `first` on the earliest, where its anchor stands.
    """
    claims = load("claims").rename(columns={"claim_id": "id"})
    told = told.merge(claims[["id", "source_id", "modality", "attributed_to", "date_told"]], how="left")
    told["source_id"] = told["source_id"].fillna(told["id"])
    told = told.merge(load("sources")[["source_id", "url"]], how="left")
    order = told["event_id"].map({event: place for place, event in enumerate(events["event_id"])})
    told = told.assign(order=order).sort_values("order", kind="stable")
    told["first"] = told["modality"].notna() & ~told["id"].duplicated()
    return told.groupby("event_id")


def page(title, blocks):
    # A blank line ends a block of HTML in Markdown, so each block is one line.
    return f"# {title}\n\n" + "\n\n".join(map(apart, blocks)) + "\n"


def with_years(events, entries):
    """Return the entries with a heading before the first of each year."""
    blocks, year = [], None
    for start, text in zip(events["date_start"], entries, strict=True):
        if start.year != year:
            year = start.year
            blocks.append(f"## {year}")
        blocks.append(text)
    return blocks


def entry(event, told):
    """Return an event with what each source says of it."""
    facts = [event.category, event.name, f"precision: {event.date_precision}"]
    return (
        f'<section id="{event.event_id}" class="event"><h3>{escape(event.title)}</h3>'
        f"<p><b>{event.when}.</b> {escape(event.summary)}</p>"
        f'<p class="facts">{joined(facts)} · <code>{event.event_id}</code></p>'
        f"{listed(told)}</section>"
    )


def listed(told):
    return f'<ul class="statements">{"".join(map(statement, told.itertuples()))}</ul>'


def statement(row):
    """Return what one source says, with where it says so; the anchor of a claim stands here."""
    anchor = f' id="{row.id}"' if row.first else ""
    facts = [LANGUAGES.get(row.language, row.language), row.kind, row.where]
    short = ""
    if pd.notna(row.modality):
        facts += [row.modality, phrase("by {}", row.attributed_to), phrase("dated there “{}”", row.date_told)]
        short = f" <code>{row.id}</code>"
    source = link(at(row.source_id), f"<cite>{escape(row.source)}</cite>")
    return (
        f"<li{anchor}>{source}: {escape(row.says)} "
        f'<span class="facts">({joined(facts)}){short}{document(row.url)}</span></li>'
    )


def phrase(words, fact):
    """Return the fact within its words, nothing where it is missing."""
    return words.format(fact) if pd.notna(fact) else None


def document(url):
    return f" · {link(url, 'read it')}" if pd.notna(url) else ""


def joined(facts):
    return ", ".join(escape(str(fact)) for fact in facts if pd.notna(fact) and fact)


def untied():
    """Return the claims that tell of no event of the record, as statements."""
    claims = load("claims")
    sources = load("sources").assign(source=lambda frame: source_names(frame).array)
    claims = claims[~claims["claim_id"].isin(load("claim_events")["claim_id"])]
    names = {"claim_id": "id", "said": "says", "locator": "where"}
    return claims.rename(columns=names).merge(sources, on="source_id").assign(first=True)


def disputes(places):
    """Return a heading for each kind of dispute and under it a block for each; places lead to claims."""
    sides = load("dispute_claims").groupby("dispute_id")
    blocks = []
    for kind, rows in load("disputes").groupby("kind", observed=True):
        blocks.append(f"## {kind.replace('-', ' ').capitalize()}")
        blocks += [dispute(row, sides.get_group(row.dispute_id), places) for row in rows.itertuples()]
    return blocks


def dispute(row, claims, places):
    """Return a dispute with its sides, the verdict and the document that it rests on, and the lesson."""
    sides = ""
    for side, ids in claims.groupby("side")["claim_id"]:
        links = [link(places[claim].removeprefix("evidence/"), claim) for claim in ids]
        sides += f"<li>{escape(side)}: {', '.join(links)}</li>"
    rests = ""
    if pd.notna(row.verdict_source_id):
        rests = f"Rests on {link(at(row.verdict_source_id), escape(row.verdict_source_id))}"
    words = ""
    if pd.notna(row.original):
        turned = f'<bdi lang="{row.original_language}" dir="rtl">{escape(row.original)}</bdi>'
        words = f"<p>{turned}. {escape(row.meaning)}</p>"
    return (
        f'<section id="{row.dispute_id}" class="event"><h3>{escape(row.question)}</h3><ul>{sides}</ul>{words}'
        f'<p><b>{row.standing.capitalize()}:</b> {escape(row.verdict)} <span class="facts">{rests}</span></p>'
        f'<p class="facts">{escape(row.lesson)} · <code>{row.dispute_id}</code></p></section>'
    )


def at(source_id):
    """Return the address of a source among the evidence pages."""
    return f"{shelf(source_id)}.html#{source_id}"


def shelf(source_id):
    """Return the name of the page of a source; all on one page would weigh over a megabyte."""
    return "sources-l-z" if source_id >= "l" else "sources"


def sources(name):
    """Return a block for each first letter of the sources on a page."""
    frame = load("sources")
    frame = frame[frame["source_id"].map(shelf).eq(name)]
    letters = frame["source_id"].str[0].str.upper()
    blocks = []
    for letter, rows in frame.groupby(letters, sort=True):
        blocks.append(f"## {letter}")
        blocks.append(f'<ul class="sources">{"".join(map(source, rows.itertuples()))}</ul>')
    return blocks


def source(row):
    turned = ' dir="rtl"' if row.language in RIGHT_TO_LEFT else ""
    title = f'<cite lang="{row.language}"{turned}>{escape(row.title)}</cite>'
    english = f" ({escape(row.title_en)})" if pd.notna(row.title_en) else ""
    facts = [row.author, row.publisher, row.published, LANGUAGES.get(row.language, row.language), row.kind]
    terms = [phrase("owner: {}", row.owner), row.licence]
    return (
        f'<li id="{row.source_id}">{title}{english} <span class="facts">{joined(facts)}; {joined(terms)} · '
        f"<code>{row.source_id}</code>{document(row.url)}</span></li>"
    )


def figures():
    """Return a heading, the note and the table of figures of each series."""
    observations = load("observations").groupby("series_id")
    return [figure(row, observations.get_group(row.series_id)) for row in load("series").itertuples()]


def figure(row, observed):
    columns = [name for name in COLUMNS if observed[name].notna().any()]
    cells = [list(map(number, cells)) for cells in observed[columns].itertuples(index=False)]
    origin = link(at(row.source_id), "source")
    return (
        f'<section id="{row.series_id}"><h2>{escape(row.title)}</h2><p>{escape(row.note)}</p>'
        f'<p class="facts">{joined([row.provider, row.kind])} · {origin} · <code>{row.series_id}</code></p>'
        f"{table(f'{row.title}, {row.unit}', columns, cells)}</section>"
    )


def number(cell):
    if pd.isna(cell):
        return ""
    return f"{cell:,.10g}" if isinstance(cell, float) else escape(str(cell))

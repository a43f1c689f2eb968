"""Check the record as a whole: each table by its schema, then what only several rows can tell."""

import calendar
import re
from itertools import pairwise
from math import inf
from pathlib import Path

from dprk_russia.reading import NUMERAL, day, read_columns, read_descriptor
from dprk_russia.record import DATA

# A phrase that is shown as evidence is no copy of a sentence.
MOST_WORDS = 6


def validate(folder=DATA):
    """Return every fault of the data package in folder, a list of text, empty when all is well.

    A fault reads `file:row:column: what is wrong, what to do`; faults of a whole file have no row.
    """
    folder = Path(folder)
    try:
        resources = read_descriptor(folder)["resources"]
    except ValueError as error:
        return [str(error)]
    faults = _strangers(folder, resources)
    tables = {}
    for resource in resources:
        tables[resource["name"]], found = read_columns(folder, resource)
        faults += found
    readable = {name for name, columns in tables.items() if columns}
    for resource in resources:
        if resource["name"] in readable:
            faults += _reference_faults(resource, tables, readable)
            faults += _order_faults(resource, tables[resource["name"]])
    for needs, rule in RULES:
        if needs <= readable:
            faults += rule(tables)
    return faults


def _strangers(folder, resources):
    known = {resource["path"] for resource in resources}
    return [
        f"{path.name}: no table of the codebook; remove it or describe it in datapackage.json"
        for path in sorted(folder.glob("*.csv"))
        if path.name not in known
    ]


def _reference_faults(resource, tables, readable):
    """Yield a fault for each reference to a row that does not exist."""
    name, columns = resource["path"], tables[resource["name"]]
    for key in resource["schema"].get("foreignKeys", []):
        target = key["reference"]["resource"]
        if target not in readable:
            continue
        there = set(zip(*(tables[target][field] for field in key["reference"]["fields"]), strict=True))
        here = zip(*(columns[field] for field in key["fields"]), strict=True)
        for row, cells in enumerate(here, 2):
            if all(cells) and cells not in there:
                told = " ".join(map(repr, cells))
                yield (
                    f"{name}:{row}:{key['fields'][-1]}: {told} is not in {target}.csv; "
                    "correct it or add the row there"
                )


def _order_faults(resource, columns):
    """Yield a fault for the first row that stands before its place."""
    order = resource.get("sortedBy")
    if not order:
        return
    # A cell that is no date has its own fault and would have the next row called out of order.
    days = {field["name"] for field in resource["schema"]["fields"] if field["type"] == "date"}
    rows = [
        (row, tuple(map(_natural, cells)))
        for row, cells in enumerate(zip(*(columns[name] for name in order), strict=True), 2)
        if all(day(cell) for name, cell in zip(order, cells, strict=True) if name in days)
    ]
    for (_, above), (row, key) in pairwise(rows):
        if key < above:
            yield f"{resource['path']}:{row}:{order[0]}: out of order; sort the rows by {', '.join(order)}"
            return


def _natural(cell):
    """Return a sort key in which mizan-9 comes before mizan-10."""
    return [(part.isdigit(), int(part) if part.isdigit() else part) for part in re.split(r"(\d+)", cell)]


def _event_dates(tables):
    """An event ends after it starts, and its dates are no finer than its precision."""
    events = tables["events"]
    for row, (start, end, precision) in enumerate(
        zip(events["date_start"], events["date_end"], events["date_precision"], strict=True), 2
    ):
        first, last = day(start), day(end)
        if first and last and last < first:
            yield f"events.csv:{row}:date_end: {end} is before {start}; correct one of them"
        elif first and (fault := _precision_fault(first, last, precision)):
            yield f"events.csv:{row}:date_precision: {fault}"


def _precision_fault(first, last, precision):
    month_ends = last is None or last.day == calendar.monthrange(last.year, last.month)[1]
    year_ends = last is None or (last.month, last.day) == (12, 31)
    if precision in ("month", "season") and not (first.day == 1 and month_ends):
        return f"a {precision} runs from the first to the last day of months; give those or write 'day'"
    if precision == "year" and not ((first.month, first.day) == (1, 1) and year_ends):
        return "a year runs from 1 January to 31 December; give those or a finer precision"
    if precision == "decade" and (first.year % 10 or last is None or last.year != first.year + 9):
        return "a decade runs from a year ending in 0 to one ending in 9; give those or write 'range'"
    if precision == "range" and first == last:
        return "a range needs two different days; write 'day' if it was one"
    return None


def _event_years(tables):
    """The slug of an event begins with the year in which it starts."""
    events = tables["events"]
    for row, (name, start) in enumerate(zip(events["event_id"], events["date_start"], strict=True), 2):
        if day(start) and name[:4] != start[:4]:
            yield f"events.csv:{row}:event_id: {name!r} does not begin with {start[:4]}; rename it everywhere"


def _eras_adjoin(tables):
    """Each era starts where the last ended, and only the last is open."""
    eras = tables["eras"]
    for row, (end, start) in enumerate(zip(eras["end"], eras["start"][1:], strict=False), 3):
        if not end:
            yield f"eras.csv:{row - 1}:end: empty, but another era follows; give its first day"
        elif start < end:
            yield f"eras.csv:{row}:start: {start} overlaps the era before, which ends on {end}; join them"
        elif start > end:
            yield f"eras.csv:{row}:start: a gap after {end}; let the era start there"


def _paragraphs_accounted(tables):
    """Each paragraph of a source document has claims, or says why not."""
    claims, paragraphs = tables["claims"], tables["paragraphs"]
    told = set(zip(claims["source_id"], claims["locator"], strict=True))
    places = zip(paragraphs["source_id"], paragraphs["locator"], paragraphs["why_none"], strict=True)
    for row, (source, locator, why) in enumerate(places, 2):
        if ((source, locator) in told) == bool(why):
            fault = (
                "has claims and a reason for none; keep one" if why else "has no claim; add one or say why"
            )
            yield f"paragraphs.csv:{row}:why_none: {source} {locator!r} {fault}"


def _claims_named_for_their_source(tables):
    """The id of a claim is its document and a number."""
    claims = tables["claims"]
    for row, (name, source) in enumerate(zip(claims["claim_id"], claims["source_id"], strict=True), 2):
        if not re.fullmatch(rf"{re.escape(source)}-\d+", name):
            yield f"claims.csv:{row}:claim_id: {name!r} is no claim of {source!r}; write {source}-NUMBER"


def _figures_whole(tables):
    """A quantity has a unit, a range two ends in order, and a value lies within them."""
    for table, value in (("claims", "quantity"), ("observations", "value")):
        columns = tables[table]
        for row, cells in enumerate(zip(columns[value], columns["low"], columns["high"], strict=True), 2):
            figure, low, high = (float(cell) if NUMERAL["number"].fullmatch(cell) else None for cell in cells)
            low, high = (-inf if low is None else low), (inf if high is None else high)
            if high < low:
                yield f"{table}.csv:{row}:high: {cells[2]} is below low {cells[1]}; swap or correct them"
            elif figure is not None and not low <= figure <= high:
                yield f"{table}.csv:{row}:{value}: {cells[0]} lies outside its range; correct one of them"
            if not any(cells) and table == "observations":
                yield f"{table}.csv:{row}:{value}: no figure; give a value or a range"
    units = zip(*(tables["claims"][name] for name in ("quantity", "low", "high", "unit")), strict=True)
    for row, (*figures, unit) in enumerate(units, 2):
        if any(figures) != bool(unit):
            yield f"claims.csv:{row}:unit: a figure needs a unit and a unit a figure; fill or empty both"


def _events_have_witnesses(tables):
    """Each event is told by a claim or cited from the public record."""
    told = set(tables["claim_events"]["event_id"]) | set(tables["event_sources"]["event_id"])
    for row, event in enumerate(tables["events"]["event_id"], 2):
        if event not in told:
            yield (
                f"events.csv:{row}:event_id: nothing tells of {event!r}; "
                "add a row to claim_events.csv or event_sources.csv"
            )


def _votes_add_up(tables):
    """A veto is a no to a text that failed, and a vote has at most fifteen voices."""
    votes = tables["council_votes"]
    counts = zip(votes["yes"], votes["no"], votes["abstain"], strict=True)
    for row, cells in enumerate(counts, 2):
        if sum(int(cell) for cell in cells if cell.isdigit()) > 15:
            yield f"council_votes.csv:{row}:yes: more than fifteen votes; correct the counts"
    for row, (vote, adopted) in enumerate(zip(votes["moscow_vote"], votes["adopted"], strict=True), 2):
        if vote == "veto" and adopted == "yes":
            yield f"council_votes.csv:{row}:adopted: a vetoed text is not adopted; correct one of them"


def _shipped_whole_only_if_free(tables):
    """Only series that may be redistributed are shipped whole."""
    free = dict(zip(tables["sources"]["source_id"], tables["sources"]["redistributable"], strict=True))
    series = zip(tables["series"]["source_id"], tables["series"]["shipped"], strict=True)
    for row, (source, shipped) in enumerate(series, 2):
        if shipped == "whole" and free.get(source, "yes") != "yes":
            yield f"series.csv:{row}:shipped: {source!r} may not be redistributed; cite single figures only"


def _lineage_has_no_circle(tables):
    """No document descends from itself."""
    lineage = tables["source_lineage"]
    parents = {}
    for child, parent in zip(lineage["source_id"], lineage["parent_id"], strict=True):
        parents.setdefault(child, set()).add(parent)
    for row, child in enumerate(lineage["source_id"], 2):
        above, todo = set(), {child}
        while todo:
            todo = set().union(*(parents.get(name, set()) for name in todo)) - above
            above |= todo
        if child in above:
            yield f"source_lineage.csv:{row}:parent_id: {child!r} descends from itself; break the circle"


def _disputes_have_sides(tables):
    """A dispute has a claim, and either two sides or a document that its verdict rests on."""
    sides = {}
    for dispute, side in zip(
        tables["dispute_claims"]["dispute_id"], tables["dispute_claims"]["side"], strict=True
    ):
        sides.setdefault(dispute, set()).add(side)
    disputes = tables["disputes"]
    rows = zip(disputes["dispute_id"], disputes["verdict_source_id"], strict=True)
    for row, (dispute, document) in enumerate(rows, 2):
        there = len(sides.get(dispute, ()))
        if not there:
            yield f"disputes.csv:{row}:dispute_id: no claim takes a side; add rows to dispute_claims.csv"
        elif there == 1 and not document:
            yield (
                f"disputes.csv:{row}:verdict_source_id: one side and no document against it; "
                "name the document or add claims of another side"
            )


def _originals_are_phrases(tables):
    """Original words have a language and a meaning, and are no more than six."""
    disputes = tables["disputes"]
    rows = zip(*(disputes[name] for name in ("original", "original_language", "meaning")), strict=True)
    for row, (original, *told) in enumerate(rows, 2):
        if bool(original) != all(told) or bool(original) != any(told):
            yield f"disputes.csv:{row}:original: words, language and meaning go together; fill or empty all"
        elif len(original.split()) > MOST_WORDS:
            yield f"disputes.csv:{row}:original: more than {MOST_WORDS} words; show a phrase, not a sentence"


def _names_lead_somewhere(tables):
    """A name leads to a row of the table that its kind tells; a term leads to none."""
    homes = {
        "actor": set(tables["actors"]["actor_id"]),
        "place": set(tables["places"]["place_id"]),
        "treaty": set(tables["treaties"]["event_id"]),
    }
    names = zip(tables["names"]["kind"], tables["names"]["entity_id"], strict=True)
    for row, (kind, entity) in enumerate(names, 2):
        if kind in homes and entity not in homes[kind]:
            yield f"names.csv:{row}:entity_id: no {kind} {entity!r}; correct it or add the row there"


RULES = [
    ({"events"}, _event_dates),
    ({"events"}, _event_years),
    ({"events", "claim_events", "event_sources"}, _events_have_witnesses),
    ({"eras"}, _eras_adjoin),
    ({"claims", "paragraphs"}, _paragraphs_accounted),
    ({"claims"}, _claims_named_for_their_source),
    ({"claims", "observations"}, _figures_whole),
    ({"council_votes"}, _votes_add_up),
    ({"series", "sources"}, _shipped_whole_only_if_free),
    ({"source_lineage"}, _lineage_has_no_circle),
    ({"disputes", "dispute_claims"}, _disputes_have_sides),
    ({"disputes"}, _originals_are_phrases),
    ({"names", "actors", "places", "treaties"}, _names_lead_somewhere),
]

"""The fact check (`make facts`): every numeral in a notebook's prose is backed by a row it cites.

A numeral is a year, a day, an amount or a percentage, in digits or written out. It is backed when
a row that its sentence cites holds it (in its dates, figures or words), or when the paragraph
speaks of a table or chart and the output of the cell before or after it shows the numeral. A
sentence without a citation rests on the next one in its paragraph, or else on the last. The
opening, the limits, the key points and the exercises sum a notebook up: where they cite nothing,
any row that the notebook cites may back them.
"""

import json
import re
import sys
from functools import cache
from typing import NamedTuple

import pandas as pd

import generated
from dprk_russia import load
from dprk_russia.citations import CITATION, NOTEBOOKS, cited_in

# What needs no row, with the reason. At most 3 % of the numerals may rest on this list.
EXCEPTIONS = {
    r"Reading time: about \d+ minutes": "reckoned from the words of the notebook, by a test of its own",
    r"\b(the|all|these|of|our) five( documents)?\b|\bfive (source )?documents\b": "the source documents",
    r"\b(the|these|those|its|other|between|any|only) two\b|\btwo (sides|states|governments)\b": "the parties",
    r"[Nn]otebooks? \d+": "the number of a notebook",
}
SUMMING_UP = ("# ", "**After this", "## What this does not show", "## Key points", "## Exercises")

TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ONES = dict(
    zip(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(2, 20),
        strict=True,
    )
)
WORD = rf"(?:{'|'.join(TENS)})(?:-(?:one|{'|'.join(ONES)}))?|{'|'.join(ONES)}|dozen"
NUMERAL = re.compile(
    rf"(?P<years>\b(?:1[89]|20)\d\d[-–]\d\d\b(?!\d|-))|(?P<digits>(?<![\w.,])\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th|s)?"
    rf"|(?P<word>\b(?:{WORD})\b)(?:th)?",
    re.I,
)
# Code, the minutes and words of a task, and links to notebooks, whose titles are checked where they stand.
NO_PROSE = re.compile(
    r"`[^`]*`|\((?:recall|apply|judge), \d+ minutes\)|about \d+ words"
    r"|<!-- index -->.*?<!-- /index -->|\[[^\]]*\]\([^)]*\.ipynb\)",
    re.S,
)
UNIT = re.compile(
    r"\s*(?:(?P<percent>%|per ?cent)|(?P<month>January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b)"
)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'])")


class Numeral(NamedTuple):
    """A numeral in a text: as written, its value, and "percent", the month it is a day of, or ""."""

    text: str
    value: float
    unit: str


class Finding(NamedTuple):
    """A numeral of a notebook's prose and its backing: a row's id, output, a key of EXCEPTIONS, or None."""

    notebook: str
    cell: int
    numeral: str
    backing: str | None
    nearest: str


def numerals(text):
    """Return the numerals of a text, written out ones and both ends of ranges included."""
    found = []
    for match in NUMERAL.finditer(text):
        after = UNIT.match(text, match.end())
        unit = "" if after is None else after["month"] or "percent"
        if match["years"]:
            first, last = re.split("[-–]", match["years"])
            found += [Numeral(first, float(first), ""), Numeral(last, float(first[:2] + last), "")]
        elif match["digits"]:
            found.append(Numeral(match[0], float(match["digits"].replace(",", "")), unit))
        else:
            found.append(Numeral(match[0], written(match["word"].lower()), unit))
    return found


def written(word):
    """Return the value of a number written out, up to ninety-nine."""
    if word == "dozen":
        return 12.0
    tens, _, ones = word.rpartition("-")
    return float(TENS.get(tens, 0) + (1 if ones == "one" else ONES.get(ones) or TENS.get(ones, 0)))


@cache
def backings():
    """Return {id of a citable row: set of its numerals as (value, unit)} from all its cells."""
    claims, events, sources = load("claims"), load("events"), load("sources")
    figures = load("observations").merge(load("series")[["series_id", "unit"]], on="series_id")
    texts = {
        **texts_of(claims, "claim_id", ["said", "date_told", "low", "high", "quantity", "unit"]),
        **texts_of(events, "event_id", ["title", "summary", "date_start", "date_end"]),
        **texts_of(sources, "source_id", ["title", "title_en", "published", "published_as_told"]),
        **texts_of(load("series"), "series_id", ["title", "unit", "note"]),
        **texts_of(load("disputes"), "dispute_id", ["question", "verdict", "lesson", "meaning"]),
    }
    further = [
        (load("event_sources"), "event_id", ["locator", "note"]),
        (load("treaties"), "event_id", ["official_title", "date_in_force", "date_ended", "obliges"]),
        (load("council_votes"), "event_id", ["symbol", "yes", "no", "abstain"]),
        (load("dispute_claims"), "dispute_id", ["side"]),
        (figures, "series_id", ["period", "low", "high", "value", "unit", "said_on", "note"]),
    ]
    for frame, key, columns in further:
        for name, text in texts_of(frame, key, columns).items():
            texts[name] += " ; " + text
    return {name: values(text) for name, text in texts.items()}


def texts_of(frame, key, columns):
    cells = frame[columns].map(as_text)
    joined = cells.agg(" ; ".join, axis=1).str.replace(r"(\d)[ ;]+percent", r"\1 percent", regex=True)
    return joined.groupby(frame[key]).agg(" ; ".join).to_dict()


def as_text(cell):
    if not isinstance(cell, str) and pd.isna(cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return f"{cell.day} {cell:%B} {cell.year}"
    return (
        f"{cell:.10g}"
        if isinstance(cell, float)
        else re.sub(r"(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)", r"\1 \2 \3", str(cell))
    )


def values(text):
    """Return the (value, unit) of the numerals of a text; days and percentages are numbers too."""
    found = numerals(text)
    return {(n.value, n.unit) for n in found} | {(n.value, "") for n in found}


def is_backed(numeral, held):
    """Tell whether held backs a numeral; a decade is backed by any of its years."""
    if re.fullmatch(r"\d{3}0s", numeral.text):
        return any(numeral.value <= value < numeral.value + 10 for value, _ in held)
    return (numeral.value, numeral.unit) in held


def check(path):
    """Return a Finding for each numeral in the prose of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    cited_anywhere = set(cited_in("\n".join(map(source, cells))))
    findings, summing_up = [], False
    for number, cell in enumerate(cells):
        if cell["cell_type"] != "markdown":
            continue
        for paragraph in re.split(r"\n\s*\n|\n(?=[-*] )", NO_PROSE.sub("", source(cell))):
            if paragraph.startswith(("# ", "## ", "**After")):
                summing_up = paragraph.startswith(SUMMING_UP)
            speaks_of_output = re.search(r"\b(table|chart)s?\b", paragraph, re.I)
            shown = outputs_beside(cells, number) if speaks_of_output else set()
            for sentence, cited in cited_sentences(paragraph):
                rows = cited or (cited_anywhere if summing_up else set())
                findings += judge(path.name, number, sentence, rows, shown)
    return findings


def cited_sentences(paragraph):
    """Return (sentence, ids of the rows it rests on) for each sentence of a paragraph."""
    sentences = SENTENCE_END.split(CITATION.sub(r"[\1]()", paragraph))
    cited = [set(cited_in(sentence)) for sentence in sentences]
    covered = [next(filter(None, [*cited[n:], *cited[n::-1]]), set()) for n in range(len(cited))]
    return zip(sentences, covered, strict=True)


def judge(notebook, cell, sentence, cited, shown):
    text = CITATION.sub("", sentence)
    excepted = [match for pattern in EXCEPTIONS for match in re.finditer(pattern, text, re.I)]
    held = {name: backings().get(name, set()) for name in sorted(cited)}
    if text.startswith("#"):
        held["eras"] = era_years()
    for match in NUMERAL.finditer(text):
        for numeral in numerals(text[match.start() : match.end() + 12])[: 2 if match["years"] else 1]:
            backing = next((name for name, values in held.items() if is_backed(numeral, values)), None)
            if backing is None and is_backed(numeral, shown):
                backing = "output"
            if backing is None:
                within = (found for found in excepted if found.start() <= match.start() < found.end())
                backing = next((found.re.pattern for found in within), None)
            near = nearest(numeral, set().union(shown, *held.values()))
            yield Finding(notebook, cell, text[max(0, match.start() - 25) : match.end() + 25], backing, near)


def nearest(numeral, held):
    near = sorted((value for value, _ in held), key=lambda value: abs(value - numeral.value))
    return f"{near[0]:g}" if near else "nothing: the paragraph cites no row"


@cache
def era_years():
    eras = load("eras")
    years = {date.year for date in pd.concat([eras["start"], eras["end"]]).dropna()}
    return {(float(year), "") for year in years | {year - 1 for year in years}}


def outputs_beside(cells, number):
    """Return the values shown by the nearest code cell before and the nearest after a cell."""
    code = [
        place for place, cell in enumerate(cells) if cell["cell_type"] == "code" and not is_exercise(cell)
    ]
    beside = [place for place in code if place < number][-1:] + [place for place in code if place > number][
        :1
    ]
    texts = [
        "".join(output.get("data", {}).get("text/plain", ""))
        for n in beside
        for output in cells[n]["outputs"]
    ]
    return values(re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\1 \2 \3", "\n".join(texts)))


def is_exercise(cell):
    return "nbgrader" in cell.get("metadata", {})


def source(cell):
    return "".join(cell["source"])


def main(names):
    paths = [NOTEBOOKS / name.split("/")[-1] for name in names] or generated.story()
    findings = [finding for path in paths for finding in check(path)]
    for finding in findings:
        if finding.backing is None:
            told = " ".join(finding.numeral.split())
            where = f"{finding.notebook}, cell {finding.cell}"
            print(f"{where}: '...{told}...' is not backed; nearest: {finding.nearest}")
    excepted = sum(finding.backing in EXCEPTIONS for finding in findings)
    unbacked = sum(finding.backing is None for finding in findings)
    backed = len(findings) - excepted - unbacked
    print(f"{len(findings)} numerals: {backed} backed, {excepted} excepted, {unbacked} not backed")
    return bool(unbacked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Teacher's sheets and worksheets: what each task needs, its key, and room to write."""

import re
from collections import Counter
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from classroom import pages
from classroom.parts import charts, source
from classroom.plans import clock, everything
from dprk_russia import dated, graded, load, statements
from dprk_russia.citations import CITATION
from dprk_russia.exercises import key
from dprk_russia.record import source_names

ON_CODE = re.compile(r"`[\w.]+\(|\bframe\b|\bThe answer is\b|\bcolumns?\b|\bevent_id|`\w+_\w+`|are in `")
MOST_SAID = 150  # a chart whose words are longer prints its figures itself
LINES = {"recall": 2, "apply": 4, "judge": 14}


class Exhibit(NamedTuple):
    """A chart or table: its section and kind, itself as HTML, its code and the words about it."""

    heading: str
    kind: str
    html: Markup
    source: str
    words: set[str]


def write_sheet(lesson, path):
    """Write the teacher's sheet of a lesson."""
    items = everything(lesson, groups=True)
    keyed = [(task, key(task.check) if task.check else None) for task in lesson.tasks]
    total = sum(item.minutes for item in items)
    pages.write(path, "sheet.html.j2", lesson=lesson, clock=clock(items), total=total, tasks=keyed)


def write_worksheet(lesson, path):
    """Write the worksheet of a lesson, for rooms without computers."""
    told = [
        (task, on_paper(task), exhibit(lesson, task) + handout(task), rows(task), LINES[task.level])
        for task in lesson.tasks
    ]
    pages.write(path, "worksheet.html.j2", lesson=lesson, tasks=told)


def on_paper(task):
    """Return the words of a task for a pupil with a pencil, without citations' hover texts.

    The task says them as `paper` where the way without code leads to what is not printed; else
    they are its question and its words after *Without code*.
    """
    if task.paper:
        return task.paper
    text = CITATION.sub(r"[\1]", task.text)  # the rows are printed below the task
    text = re.sub(r"\babove(?=[.,;:])", "below", text)  # where the worksheet prints the chart
    before, mark, without = text.partition("*Without code:*")
    if not mark:
        return text
    sentences = re.split(r"(?<=[.?!]) ", re.sub(r"; the frame [^.;]*", "", before.strip()))
    kept = [text for text in sentences if text.endswith("?") or not ON_CODE.search(text)]
    without = without.strip()
    return " ".join([*kept, without[:1].upper() + without[1:]])


def rows(task):
    """Return the id of each row that a task cites, with what it says."""
    return list(dict.fromkeys(CITATION.findall(task.text)))


def exhibit(lesson, task):
    """Return the chart or table that a task is about, as HTML, or nothing.

    The task names the cells as `shows` (`none` for no cell); else it is the cell that shares most of
    its rarer words and ids with task and solution. A judge task rests on the rows it cites, so it
    gets a cell only if that cell is made from one of them.
    """
    shown = exhibits(lesson)
    if task.shows:
        return Markup("").join(shown[name].html for name in task.shows.split() if name != "none")
    fitting = narrowed(task, list(shown.values()))
    if not fitting:
        return Markup()
    asked = words(f"{task.title} {task.text} {task.solution}")
    common = Counter(word for found in shown.values() for word in found.words)
    return max(fitting, key=lambda found: sum(1 / common[word] for word in asked & found.words)).html


def narrowed(task, shown):
    """Return the exhibits of the section and of the kind that a task names, as far as there are any."""
    if task.level == "judge":
        return [found for found in shown if any(f'"{name}"' in found.source for name, _ in rows(task))]
    shown = [found for found in shown if f"*{found.heading}*" in task.text] or shown
    return [found for found in shown if re.search(rf"\b{found.kind}\b", task.text)] or shown


def handout(task):
    """Return the rows of the record that a task needs where there is no computer, as a table in HTML.

    The task names as `bring` a table, a query for its rows and the columns to print. Rows that
    read alike are printed once, with their number; each series of figures has a column of its own.
    """
    if not task.bring:
        return Markup()
    table, columns = task.bring["table"], task.bring["columns"]
    wanted = READABLE.get(table, load)(table).query(task.bring["rows"])[columns]
    wanted = wanted.apply(lambda column: column.dt.date if column.dtype.kind == "M" else column)
    if "series_id" in columns:
        kept = [name for name in columns if name not in ("series_id", "value") and wanted[name].notna().any()]
        wanted = (
            wanted.pivot(index=kept, columns="series_id", values="value")
            .rename_axis(columns=None)
            .reset_index()
        )
        columns = list(wanted)
    counted = (
        wanted.groupby(columns, sort=False, dropna=False, observed=True).size().reset_index(name="count")
    )
    printed = (counted if counted["count"].gt(1).any() else wanted).astype(object)
    return Markup(printed.mask(printed.isna(), "").to_html(index=False, border=0))


def events(_):
    """Return all events with day as text, grade, lines and who tells of them; a star marks the five."""
    told = statements().merge(
        load("sources")[["source_id", "owner"]], left_on="id", right_on="source_id", how="left"
    )
    five = told["source_id"].isna()
    told["told by"] = (
        told["source"] + " (" + told["kind"].astype(str) + ")" + five.map({True: " *", False: ""})
    )
    told["told by the five"] = told["source"].where(five)
    told["kinds in the public record"] = told["kind"].astype(str).where(~five)
    columns = ["told by", "told by the five", "kinds in the public record", "owner"]
    listed = told.groupby("event_id")[columns].agg(lambda names: "; ".join(names.dropna().unique()))
    return dated(graded(load("events"))).merge(listed, on="event_id")


def with_events(table):
    """Return a table of events of one kind with their days and titles, and its people by name."""
    people = load("actors").set_index("actor_id")["name"]
    frame = load(table).merge(dated(load("events")), on="event_id").sort_values("date_start", kind="stable")
    sides = {"Pyongyang": "dprk_person", "Moscow": "moscow_person"}
    return frame.assign(**{side: frame[name].map(people) for side, name in sides.items() if name in frame})


def claims(table):
    """Return all claims with the events that they tell of, joined."""
    told = load("claim_events").groupby("claim_id")["event_id"].agg("; ".join).rename("events")
    return load(table).merge(told, on="claim_id", how="left")


def disputes(table):
    """Return all disputes with the documents whose claims take a side, joined."""
    sides = load("dispute_claims").merge(load("claims"), on="claim_id").groupby("dispute_id")["source_id"]
    documents = sides.agg(lambda names: "; ".join(names.unique())).rename("documents")
    return load(table).merge(documents, on="dispute_id")


def sources(table):
    """Return all sources with an English title, their own where they have none."""
    return load(table).assign(title_en=lambda frame: source_names(frame).array)


READABLE = {
    "events": events,
    "claims": claims,
    "disputes": disputes,
    "sources": sources,
    "meetings": with_events,
    "treaties": with_events,
    "council_votes": with_events,
}


def exhibits(lesson):
    """Return each chart and table of a lesson by the id of its cell."""
    pairs = [(part.heading, piece) for part in lesson.parts for piece in part.pieces]
    made = [exhibit_of(heading, piece) for heading, piece in pairs if not isinstance(piece, str)]
    return {piece_id: found for piece_id, found in made if found}


def exhibit_of(heading, cell):
    """Return the id of a cell and what it shows, if that is a chart or a table."""
    code = source(cell)
    for picture, told in charts(cell):
        image = f'<img src="data:image/png;base64,{picture}" alt="">'
        said = f"<figcaption>In words: {escape(told)}</figcaption>" if len(told.split()) < MOST_SAID else ""
        html = Markup(image + said)
        return cell["id"], Exhibit(heading, "chart", html, code, words(f"{heading} {code} {told}"))
    for output in cell["outputs"]:
        if "text/html" in output.get("data", {}):
            caption = "".join(output["data"]["text/plain"]).split("\n")[:2]
            html = Markup("".join(output["data"]["text/html"]))
            return cell["id"], Exhibit(
                heading, "table", html, code, words(f"{heading} {code} {' '.join(caption)}")
            )
        if output["output_type"] == "stream":
            text = "".join(output["text"])
            return cell["id"], Exhibit(
                heading, "text", Markup(f"<pre>{escape(text)}</pre>"), code, words(heading)
            )
    return cell["id"], None


def words(text):
    """Return the ids of a text and its words that carry meaning, cut short so that their forms agree."""
    text = CITATION.sub(r"[\1]", text).lower()
    return set(re.findall(r"\w+(?:-\w+)+|\d{4}", text)) | {
        word[:6] for word in re.findall(r"[a-z]{4,}", text)
    }

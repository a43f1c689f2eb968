"""What a class gets holds together: plans keep their time, slides show charts, students see no key."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

import generated
from classroom import pages, parts, plans, sheets, slides
from classroom.parts import Part, Task, lessons, objectives, part_minutes, sections, source, uncited
from dprk_russia import load
from dprk_russia.exercises import key

LESSONS = lessons()
PLANS = plans.read()
PATHS = generated.story()
EQUIDISTANCE = LESSONS["04-equidistance"]
TASK = Task("", "", "recall", 1, 1, "", "", {}, "", "", "", "")


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def editions():
    """The editions, which nbgrader makes."""
    pytest.importorskip("nbgrader", reason="nbgrader is not installed; run: make class")
    from classroom import editions

    return editions


# Parts and plans


def test_parts_and_tasks_hold_all_prose_but_exercises_and_what_is_written_by_machine(path):
    kept = "".join(
        piece for part in LESSONS[path.stem].parts for piece in part.pieces if isinstance(piece, str)
    )
    for cell in generated.cells(path):
        text = source(cell)
        if cell["cell_type"] == "code" or cell["id"] == "navigation" or "## Cited here" in text:
            continue
        if not re.match(r"(task|rubric)-|exercises$", cell["id"]):
            for paragraph in re.split(r"\n\n|^## .*\n", text, flags=re.M):
                assert paragraph.strip() in kept


def test_a_section_takes_its_words_and_a_minute_an_output():
    shown, silent = {"outputs": [{}]}, {"outputs": []}
    assert part_minutes(["word " * 180, shown, silent]) == 2
    assert part_minutes(["word " * 181]) == 1.5
    assert part_minutes(["word " * 180 + '[mizan-17](#Cited-here "a long row ' + "word " * 180 + '")']) == 1


def test_sections_begin_at_headings_wherever_these_stand():
    cells = [
        {"cell_type": "markdown", "id": "a", "source": "# Title\n\nFirst."},
        {"cell_type": "code", "id": "b", "source": "load()"},
        {"cell_type": "markdown", "id": "c", "source": "Still first.\n\n## One\n\ntext\n\n## Two\n\n- more"},
    ]
    assert [(head, len(pieces)) for head, pieces in sections(cells)] == [
        ("Opening", 3),
        ("One", 1),
        ("Two", 1),
    ]


def test_objectives_are_read_from_the_opening():
    text = "# Title\n\n**After this you can**\n\n- tell one;\n- tell two.\n\nMore."
    assert objectives(text) == ["tell one", "tell two"]
    assert objectives("# Title") == []


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan["title"])
def test_every_plan_keeps_its_time_names_what_exists_and_reaches_an_objective_per_quarter_hour(plan):
    assert plans.faults(plan, LESSONS) == []


def test_there_are_four_plans_and_a_semester():
    assert [plan["minutes"] for plan in PLANS[:4]] == [45, 45, 90, 180]
    assert 12 <= len(PLANS[4:]) <= 15
    named = {step["notebook"] for plan in PLANS for step in plan["steps"]}
    assert named == set(LESSONS), "each notebook has its place in a plan"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"notebook": "04-equidistances"}, "no notebook '04-equidistances'; choose from 00-start-here, "),
        (
            {"notebook": "04-equidistance", "parts": ["Debts"]},
            "04-equidistance has no part 'Debts'; choose",
        ),
        (
            {"notebook": "04-equidistance", "tasks": ["debts"]},
            "04-equidistance has no task 'debts'; choose",
        ),
        ({"notebook": "04-equidistance", "groups": ["debts"]}, "04-equidistance has no task 'debts'"),
        ({"notebook": "04-equidistance", "groups": ["judge"] * 3}, "takes 60 of 45 minutes; leave out"),
        ({"notebook": "04-equidistance", "tasks": ["judge"] * 2}, "reaches 1 objectives in 20 minutes"),
    ],
)
def test_a_plan_that_does_not_hold_is_told_with_what_to_do(step, told):
    faults = plans.faults({"title": "A plan", "minutes": 45, "steps": [step]}, LESSONS)
    assert any(told in fault and fault.startswith("book/plans.json, 'A plan': ") for fault in faults)


def test_groups_take_twice_the_time_and_a_level_names_all_its_tasks():
    alone, grouped = (
        plans.step_items({"notebook": "04-equidistance", how: ["judge"]}, EQUIDISTANCE)
        for how in ("tasks", "groups")
    )
    assert [item.minutes * 2 for item in alone] == [item.minutes for item in grouped] != []


# Slides


def test_slides_are_the_title_the_charts_and_the_key_points_and_prose_goes_to_the_notes(path):
    lesson, cells = LESSONS[path.stem], slides.deck(LESSONS[path.stem]).cells
    shown, notes = (
        [cell.source for cell in cells if slide_type(cell) == kind] for kind in ("slide", "notes")
    )
    pieces = [(part.heading, piece) for part in lesson.parts for piece in part.pieces]
    charts = [chart for _, piece in pieces if not isinstance(piece, str) for chart in parts.charts(piece)]
    points = [text for text in shown if text.startswith("## Key points")]
    assert shown[0].startswith(f"# {lesson.title}\n\n**{lesson.question}**")
    assert len(shown) == 1 + len(charts) + len(points)
    assert all("<img " in text or text in points for text in shown[1:])
    places = {"Opening": shown[:1] + notes[:1], "Key points": points}
    for heading, piece in pieces:
        place = "\n".join(places.get(heading, notes))
        lines = uncited(piece).splitlines() if isinstance(piece, str) else []
        assert [line for line in lines if line.rstrip(".;") not in place] in ([], ["**After this you can**"])


def slide_type(cell):
    return cell.metadata.slideshow.slide_type


def test_key_points_are_spread_over_slides_when_they_are_long():
    assert len(slides.spread("- few words\n- a few more")) == 1
    assert [text.count("- ") for text in slides.spread("\n".join(["- " + "word " * 50] * 4))] == [2, 2]


@pytest.fixture(scope="module")
def written_slides(tmp_path_factory):
    pytest.importorskip("sphinx_revealjs", reason="reveal.js is not installed; run: make class")
    folder = tmp_path_factory.mktemp("slides")
    slides.copy_reveal(folder)
    for lesson in LESSONS.values():
        slides.write(lesson, folder)
    return folder


def test_slides_take_nothing_from_the_network(written_slides):
    for page in written_slides.glob("*.html"):
        loaded = re.findall(
            r'<(?:script|link|img|iframe)[^>]* (?:src|href)="([^"]{,80})', page.read_text("utf-8")
        )
        beside = [name for name in loaded if not name.startswith("data:image/png;base64,")]
        assert len(beside) == 4
        assert all((written_slides / name).is_file() for name in beside), beside


def test_no_slide_overflows_and_no_request_fails_in_a_browser_without_network(written_slides):
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed; run: make browse")
    from browser import CHROMIUM, chromium

    if not CHROMIUM.exists():
        pytest.skip("no Chromium; on Debian: apt install chromium")
    with chromium() as browser:
        page = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True).new_page()
        failed = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.on("request", lambda request: request.url.startswith("http") and failed.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        for file in sorted(written_slides.glob("*.html")):
            page.goto(file.as_uri())
            page.wait_for_function("window.Reveal && Reveal.isReady()")
            for number in range(page.evaluate("Reveal.getTotalSlides()")):
                page.evaluate(f"Reveal.slide({number})")
                assert page.evaluate(OVERFLOW) == [], f"{file.name}, slide {number + 1}"
    assert failed == []


OVERFLOW = """() => [...Reveal.getCurrentSlide().querySelectorAll(':not(aside):not(aside *)')]
  .filter(shown => shown.getClientRects().length)
  .filter(shown => { const box = shown.getBoundingClientRect();
                     return box.bottom > 720 || box.right > 1280 || box.top < 0 || box.left < 0; })
  .map(shown => shown.outerHTML.slice(0, 200))"""


# Sheets and worksheets


def test_a_sheet_tells_key_slips_and_their_hints(tmp_path):
    sheets.write_sheet(EQUIDISTANCE, tmp_path / "sheet.html")
    text = (tmp_path / "sheet.html").read_text("utf-8")
    held = key("goods_missing_in_1976")
    assert f"<strong>Key:</strong> {pages.answer(held.right)}</p>" in text
    assert all(f"<td>{pages.answer(slip)}</td><td>{hint}</td>" in text for slip, hint in held.slips)


def test_a_worksheet_holds_the_chart_the_rows_and_lines_but_no_key_and_no_rubric(tmp_path):
    sheets.write_worksheet(EQUIDISTANCE, tmp_path / "worksheet.html")
    text = (tmp_path / "worksheet.html").read_text("utf-8")
    assert text.count("<img ") == 1
    assert "<strong>[1970-equal-distance]</strong>" in text
    assert text.count('class="line"') == sum(sheets.LINES[task.level] for task in EQUIDISTANCE.tasks)
    assert "SOLUTION" not in text
    assert "Rubric" not in text
    assert not any(hint in text for _, hint in key("goods_missing_in_1976").slips)


def test_on_paper_a_task_keeps_its_question_and_loses_its_calls():
    asked = "How many of `load('events')` are told? Use `load('claims')`. Use the chart above."
    task = TASK._replace(text=f"{asked} *Without code:* count in the file `data/events.csv`.")
    assert sheets.on_paper(task) == (
        "How many of `load('events')` are told? Use the chart below. Count in the file `data/events.csv`."
    )
    assert sheets.on_paper(task._replace(paper="Count below.")) == "Count below."
    assert sheets.on_paper(TASK._replace(text="Use `load('claims')`.")) == "Use `load('claims')`."


def test_a_handout_prints_the_rows_that_a_task_brings_and_counts_those_that_read_alike():
    bring = {"table": "claims", "rows": "source_id == 'mizan'", "columns": ["source_id", "modality"]}
    counts = re.findall(r"<td>(\d+)</td>\s*</tr>", sheets.handout(TASK._replace(bring=bring)))
    assert sum(map(int, counts)) == (load("claims")["source_id"] == "mizan").sum()
    bring = {
        "table": "events",
        "rows": "event_id == '1948-soviet-recognition'",
        "columns": ["told by the five"],
    }
    assert "Hamichlol" in sheets.handout(TASK._replace(bring=bring))
    assert sheets.handout(TASK) == ""


def test_every_handout_has_rows(path):
    for task in LESSONS[path.stem].tasks:
        assert not task.bring or sheets.handout(task).count("<tr>") > 0, task.title
        assert not re.search(r"data/|\bevidence\b|the section|validate", sheets.on_paper(task)), task.title


def test_a_task_gets_the_exhibit_that_it_names_or_speaks_of():
    cell = {
        "cell_type": "code",
        "source": "plot(goods)",
        "outputs": [{"data": {"image/png": "aa", "text/plain": ""}}],
    }
    table = {"data": {"text/html": "<table>", "text/plain": "Votes\nyear | votes"}}
    votes = {"data": {"image/png": "cc", "text/plain": ""}}
    cells = [cell | {"id": "a"}, cell | {"id": "b", "source": "plot(votes)", "outputs": [votes]}]
    cells.append({"cell_type": "code", "id": "c", "source": "show_table(votes)", "outputs": [table]})
    rest = cell | {"id": "d", "outputs": [{"data": {"image/png": "bb", "text/plain": ""}}]}
    lesson = EQUIDISTANCE._replace(parts=[Part("Goods", cells, 1), Part("Rest", [rest], 1)])
    asked = TASK._replace(text="Read the chart of votes.")
    shown = sheets.exhibits(lesson)
    assert sheets.exhibit(lesson, asked) == shown["b"].html
    assert sheets.exhibit(lesson, asked._replace(text="Read the table of votes.")) == shown["c"].html
    assert sheets.exhibit(lesson, asked._replace(text="See *Rest* on votes.")) == shown["d"].html
    assert sheets.exhibit(lesson, asked._replace(shows="a")) == shown["a"].html
    assert sheets.exhibit(lesson, asked._replace(level="judge")) == ""


# Editions


def test_the_student_edition_holds_nothing_of_a_solution(path, editions):
    notebook = editions.student(path)
    cells, shown = generated.cells(path), json.dumps(notebook)
    taught = "".join(source(cell) for cell in cells if not generated.nbgrader(cell).get("solution"))
    for cell, given in zip(cells, notebook.cells, strict=True):
        if generated.nbgrader(cell).get("solution"):
            code = cell["cell_type"] == "code"
            assert given.source == (editions.CODE_STUB if code else editions.TEXT_STUB)
            lines = [line.strip() for line in source(cell).splitlines() if len(line.strip()) > 15]
            leaked = [line for line in lines if line not in taught and json.dumps(line)[1:-1] in shown]
            assert leaked == []
        if generated.nbgrader(cell):
            assert given.get("outputs", []) == []
            assert "jupyter" not in given.metadata
        elif cell["id"] != "exercises":
            assert given.source == source(cell)
            assert len(given.get("outputs", [])) == len(cell.get("outputs", []))
    assert not [cell for cell in notebook.cells if cell.id == "exercises" and "rubric" in cell.source]
    assert "teaching" not in notebook.metadata


def test_the_solution_edition_is_the_notebook_unfolded(path, editions):
    notebook, shown = nbformat.read(path, as_version=4), editions.solutions(path)
    for cell, given in zip(notebook.cells, shown.cells, strict=True):
        assert given.source.replace("<details open>", "<details>") == cell.source
        assert given.get("outputs") == cell.get("outputs")
        assert not given.metadata.get("jupyter", {}).get("source_hidden")


def test_nbgrader_releases_our_student_edition_and_grades_right_and_wrong_submissions(tmp_path, editions):
    stem = EQUIDISTANCE.name
    path = generated.NOTEBOOKS / f"{stem}.ipynb"
    (tmp_path / "nbgrader_config.py").write_text(editions.NBGRADER_CONFIG)
    write(editions.solutions(path), tmp_path / "source" / "ps1" / f"{stem}.ipynb")
    nbgrader(tmp_path, "generate_assignment", "ps1")

    released = nbformat.read(tmp_path / "release" / "ps1" / f"{stem}.ipynb", as_version=4)
    ours = editions.student(path)
    differing = [
        cell.id for cell, our in zip(released.cells, ours.cells, strict=True) if cell.source != our.source
    ]
    assert differing == ["exercises"], "ours does not speak of folded solutions"

    solved = {cell["id"]: source(cell) for cell in generated.cells(path)}
    for student, answered in (("right", lambda cell: solved[cell.id]), ("wrong", lambda cell: "answer = -1")):
        submitted = nbformat.from_dict(released)
        for cell in submitted.cells:
            if cell.id.startswith("answer-"):
                cell.source = answered(cell)
        write(submitted, tmp_path / "submitted" / student / "ps1" / f"{stem}.ipynb")
    nbgrader(tmp_path, "autograde", "ps1")
    assert scores(tmp_path) == {"right": (2, 2), "wrong": (0, 2)}


def write(notebook, path):
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


def nbgrader(course, *words):
    """Run nbgrader in a course folder, away from the settings of whoever runs the tests."""
    # nbgrader calls alembic by name.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = os.environ | {"PATH": path, "HOME": str(course), "JUPYTER_CONFIG_DIR": str(course)}
    command = [sys.executable, "-m", "nbgrader", *words]
    done = subprocess.run(command, cwd=course, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]


def scores(course):
    """Return the points by check and the points to be had by check, for each student."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        return {
            sent.student.id: (
                sum(grade.auto_score for grade in sent.notebooks[0].grades if grade.auto_score is not None),
                sum(grade.max_score for grade in sent.notebooks[0].grades if grade.cell.cell_type == "code"),
            )
            for sent in book.assignment_submissions("ps1")
        }

"""Slides of a notebook: title, charts and key points; the prose before them goes to the notes."""

import shutil
from html import escape
from importlib.resources import files
from pathlib import Path

import nbformat
from nbconvert.exporters import SlidesExporter

from classroom.parts import charts, uncited

HERE = Path(__file__).parent
WORDS_A_SLIDE = 130
THEME = "classroom"
CARRIED = ("LICENSE", "dist/reveal.css", "dist/reveal.js", "plugin/notes/notes.js")


def write(lesson, folder):
    """Write the slides of a lesson to folder and return how many there are."""
    notebook = deck(lesson)
    exporter = SlidesExporter(
        template_file=str(HERE / "slides.html.j2"),
        reveal_url_prefix="reveal.js",
        reveal_theme=THEME,
        exclude_anchor_links=True,
    )
    page, _ = exporter.from_notebook_node(notebook)
    (folder / f"{lesson.name}.html").write_text(page, "utf-8", newline="\n")
    return sum(cell.metadata.slideshow.slide_type == "slide" for cell in notebook.cells)


def copy_reveal(folder):
    """Copy reveal.js, which sphinx-revealjs carries, and our theme beside the slides."""
    carried, beside = files("sphinx_revealjs") / "_static" / "revealjs", folder / "reveal.js"
    for part in CARRIED:
        (beside / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(carried / part, beside / part)
    (beside / "dist" / "theme").mkdir()
    shutil.copy(HERE / "slides.css", beside / "dist" / "theme" / f"{THEME}.css")


def deck(lesson):
    """Return the slides of a lesson as a notebook of slides, each followed by its notes."""
    cells = []
    for _, shown, prose in told(lesson):
        cells.append(cell(shown, "slide"))
        if notes := uncited("\n\n".join(prose)).strip():
            cells.append(cell(notes, "notes"))
    return nbformat.v4.new_notebook(cells=cells, metadata={"title": lesson.title})


def numbers(lesson):
    """Return the numbers of the slides of each part of a lesson, by its heading."""
    found = {}
    for number, (heading, _, _) in enumerate(told(lesson), 1):
        found.setdefault(heading, []).append(number)
    return found


def cell(text, slide_type):
    return nbformat.v4.new_markdown_cell(text, metadata={"slideshow": {"slide_type": slide_type}})


def title(lesson):
    """Return the title slide: title, question and objectives."""
    listed = "\n".join(f"- {objective}" for objective in lesson.objectives)
    return f"# {lesson.title}\n\n**{lesson.question}**\n\n{listed}"


def told(lesson):
    """Return the slides of a lesson: the part of each, its text and the prose that leads to it."""
    opening, *parts = lesson.parts
    made, prose = [(opening.heading, title(lesson), opening_prose(opening))], []
    for part in parts:
        if part.heading == "Key points":
            for few in spread("\n".join(piece for piece in part.pieces if isinstance(piece, str))):
                made.append((part.heading, f"## Key points\n\n{few}", prose))
                prose = []
            continue
        prose.append(f"**{part.heading}**")
        for piece in part.pieces:
            if isinstance(piece, str):
                prose.append(piece)
                continue
            for picture, words in charts(piece):
                made.append((part.heading, chart(part.heading, picture, words), prose))
                prose = []
    heading, text, before = made[-1]
    return [*made[:-1], (heading, text, before + prose)]


def opening_prose(opening):
    """Return what is said over the title slide: the opening without what stands on that slide."""
    text = "\n\n".join(piece for piece in opening.pieces if isinstance(piece, str))
    return [text.partition("\n")[2].partition("**After this you can**")[0]]


def chart(heading, picture, words):
    """Return the slide of a chart, with its words for those who hear it."""
    return f'## {heading}\n\n<img src="data:image/png;base64,{picture}" alt="{escape(words)}">'


def spread(text):
    """Return a list of key points in portions that fit a slide."""
    portions, words = [[]], 0
    for line in filter(None, uncited(text).splitlines()):
        words += len(line.split())
        if portions[-1] and words > WORDS_A_SLIDE:
            portions.append([])
            words = len(line.split())
        portions[-1].append(line)
    return ["\n".join(portion) for portion in portions]

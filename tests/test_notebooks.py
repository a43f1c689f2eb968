"""The notebooks are run, short-celled, cited and in step with the data."""

import json
import re
import statistics

import nbformat
import pytest

import generated
import narrative
from dprk_russia.citations import CITATION, citable, cited_here, cited_in, fill_citations, prose

PATHS = generated.story()
ROWS = citable()


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request):
    return request.param


def cells(path, kind):
    return [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == kind]


def outputs(path):
    return [output for cell in cells(path, "code") for output in cell["outputs"]]


def test_every_code_cell_was_run_once_from_the_top(path):
    counts = [cell["execution_count"] for cell in cells(path, "code")]
    assert counts == list(range(1, len(counts) + 1)), f"{path.name}: make refresh"


def test_no_cell_ends_in_an_error_or_a_warning(path):
    assert not [output for output in outputs(path) if output["output_type"] == "error"]
    assert not [output for output in outputs(path) if output.get("name") == "stderr"]


def test_every_code_cell_but_imports_parameters_and_solutions_shows_something(path):
    silent = [cell for cell in cells(path, "code") if not cell["outputs"]]
    sources = [
        "".join(cell["source"]) for cell in silent if "parameters" not in cell["metadata"].get("tags", [])
    ]
    assert all(source.startswith(("import ", "### BEGIN SOLUTION")) for source in sources), sources


def test_code_cells_read_like_sentences(path):
    lengths = ["".join(cell["source"]).count("\n") + 1 for cell in cells(path, "code")]
    story = [
        length
        for length, cell in zip(lengths, cells(path, "code"), strict=True)
        if "nbgrader" not in cell["metadata"]
    ]
    assert statistics.median(story) <= 3
    assert max(lengths) <= 10
    assert not any(re.search(r"^\s*def ", "".join(cell["source"]), re.M) for cell in cells(path, "code"))


def test_every_citation_is_linked_and_tells_its_row_as_the_data_do(path):
    text = prose(path)
    assert fill_citations(text, ROWS) == text, f"{path.name}: make refresh"
    assert set(cited_in(text)) <= set(ROWS.index)


def test_nothing_that_looks_like_a_citation_escapes_the_check(path):
    links = re.findall(r"\[([^\]]*)\]\((#Cited-here[^)]*|)\)", prose(path))
    assert len(links) == len(CITATION.findall(prose(path)))


def test_the_list_of_cited_rows_is_the_last_thing_shown(path):
    last = cells(path, "code")[-1]
    assert f'cited_here("{path.name}")' in "".join(last["source"])
    assert "\n".join(cited_here(path.name)["cited"]) == "\n".join(
        line.split(" | ")[0] for line in "".join(last["outputs"][0]["data"]["text/plain"]).splitlines()[2:]
    )


def test_every_chart_has_a_finding_a_source_and_a_description(path):
    for output in outputs(path):
        if "image/png" in output.get("data", {}):
            words = "".join(output["data"]["text/plain"])
            assert len(words) >= 40
            assert not words.startswith(".")
            assert len(re.findall(r"\d+", words)) >= 2
            assert " Sources: " in words


def test_nothing_shown_names_this_machine(path):
    text = path.read_text("utf-8")
    assert not re.search(r"/(root|home|Users|work|tmp)/|0x[0-9a-f]{8}|localhost", text)


def test_a_citation_of_no_row_is_told_by_name(tmp_path, monkeypatch):
    notebook = {"cells": [{"cell_type": "markdown", "source": ["So says [mizan-999]()."]}]}
    (tmp_path / "x.ipynb").write_text(json.dumps(notebook))
    monkeypatch.setattr("dprk_russia.citations.NOTEBOOKS", tmp_path)
    with pytest.raises(ValueError, match=r"x.ipynb cites rows that do not exist: mizan-999"):
        cited_here("x.ipynb")


def test_every_numeral_in_the_prose_is_backed(path):
    unbacked = [finding for finding in narrative.check(path) if finding.backing is None]
    assert not unbacked, "\n".join(f"cell {f.cell}: {f.numeral!r}; nearest {f.nearest}" for f in unbacked)


def test_few_numerals_are_exceptions():
    backings = [finding.backing for path in PATHS for finding in narrative.check(path)]
    excepted = [backing for backing in backings if backing in narrative.EXCEPTIONS]
    assert len(excepted) <= 0.03 * len(backings)
    assert set(excepted) == set(narrative.EXCEPTIONS), "take out the exception that excuses nothing"


def test_the_reading_time_is_reckoned_from_the_words(path):
    assert generated.READING_TIME.search(prose(path))
    story = [cell for cell in generated.cells(path) if cell["id"] != "navigation"]
    assert generated.with_reading_time(prose(path), story) == prose(path)


def test_index_links_picture_and_evidence_are_up_to_date():
    readme = generated.README.read_text("utf-8")
    assert generated.with_index(readme, "notebooks/") == readme
    assert generated.ARC.read_bytes() == generated.arc()
    assert generated.EVIDENCE.read_text("utf-8") == nbformat.writes(generated.evidence()) + "\n"


def test_each_notebook_leads_to_its_neighbours(path):
    assert "".join(generated.cells(path)[-1]["source"]) == generated.navigation(path)
    assert generated.with_index(prose(path), "") == prose(path)

"""`make refresh` tells what is wrong by notebook and cell, with what to do, and saves nothing of it."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import generated
import refresh


@pytest.fixture
def notebook(tmp_path, monkeypatch):
    """A function that makes these cells the one notebook of the story and returns its path."""

    def made(*cells):
        path = tmp_path / "01-made.ipynb"
        nbformat.write(new_notebook(cells=[new_markdown_cell("# Title"), *cells]), path)
        monkeypatch.setattr(generated, "story", lambda: [path])
        monkeypatch.setattr(generated, "write_pages", lambda: pytest.fail("pages are written"))
        return path

    return made


@pytest.mark.parametrize("id", ["mizan-999", "Mizan-17", "mizan 17"])
def test_a_citation_of_no_row_is_told_before_any_notebook_is_written(notebook, capsys, id):
    path = notebook(new_markdown_cell(f"So says [mizan-17](), and so [{id}]()."))
    before = path.read_bytes()
    assert refresh.main() == 1
    assert f"01-made.ipynb, cell 1: [{id}]() cites no row; correct the id" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_a_cell_that_fails_is_told_and_no_output_is_saved(notebook):
    path = notebook(new_code_cell("1 + 1"), new_code_cell("1 / 0"), new_code_cell("2"))
    told = "^01-made.ipynb, cell 2: ZeroDivisionError: division by zero; mend the cell, then make refresh"
    with pytest.raises(SystemExit, match=told):
        refresh.main()
    assert not any(cell.get("outputs") for cell in nbformat.read(path, as_version=4).cells)

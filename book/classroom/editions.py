"""The two editions of a notebook: for students, without solutions, and with solutions shown.

Solutions are cleared by nbgrader's own preprocessor, so that what we hand out is what
`nbgrader generate_assignment` would release.
"""

import re

import nbformat
from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import is_grade, is_solution

CODE_STUB = "answer = ..."
TEXT_STUB = "*Write your answer here.*"
NBGRADER_CONFIG = f"""# For a course in nbgrader: put this beside its source folder.
c = get_config()
c.ClearSolutions.code_stub = {{"python": {CODE_STUB!r}}}
c.ClearSolutions.text_stub = {TEXT_STUB!r}
"""


def student(path):
    """Return a notebook as students get it: solutions, rubrics and what checks said are gone."""
    notebook = nbformat.read(path, as_version=4)
    notebook, _ = ClearSolutions(code_stub={"python": CODE_STUB}, text_stub=TEXT_STUB).preprocess(
        notebook, {}
    )
    for cell in notebook.cells:
        if is_solution(cell) or is_grade(cell):
            silence(cell)
        elif cell.id == "exercises":
            cell.source = re.sub(r" In this edition that cell.*", "", cell.source)
    notebook.metadata.pop("teaching", None)
    return notebook


def silence(cell):
    """Take the outputs from a cell and open it."""
    cell.metadata.pop("jupyter", None)
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None


def solutions(path):
    """Return a notebook with its solutions and rubrics unfolded."""
    notebook = nbformat.read(path, as_version=4)
    for cell in filter(is_solution, notebook.cells):
        cell.metadata.pop("jupyter", None)
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace("<details>", "<details open>")
    return notebook

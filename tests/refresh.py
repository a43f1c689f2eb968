"""Bring the notebooks in step with the data, and tell which cells changed (`make refresh`).

Checks the record, fills the citations in the prose, reruns each notebook from the top and
prints each output that differs, before and after.
"""

import difflib
import sys
from concurrent.futures import ThreadPoolExecutor

import nbformat
from nbclient import NotebookClient

from dprk_russia.citations import NOTEBOOKS, citable, fill_citations
from dprk_russia.rules import validate


def main():
    if faults := validate():
        print(*faults, sep="\n")
        print(f"{len(faults)} faults in the data; mend them, then make refresh again")
        return 1
    rows = citable()
    paths = sorted(NOTEBOOKS.glob("*.ipynb"))
    with ThreadPoolExecutor(2) as pool:
        for path, changes in zip(paths, pool.map(lambda path: refresh(path, rows), paths), strict=True):
            print(f"{path.name}: {f'{len(changes)} changed' if changes else 'unchanged'}", flush=True)
            print("".join(changes), end="")
    return 0


def refresh(path, rows):
    """Rerun one notebook in place and return a text for each cell that changed."""
    notebook = nbformat.read(path, as_version=4)
    before = [shown(cell) for cell in notebook.cells]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = fill_citations(cell.source, rows)
    # Citations are read from the file by the notebook's own last cell, so they are saved first.
    nbformat.write(notebook, path)
    NotebookClient(
        notebook,
        timeout=120,
        record_timing=False,
        resources={"metadata": {"path": path.parent}},
        extra_arguments=["--log-level=40"],
    ).execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(notebook, path)
    return [
        f"  cell {number}:\n{change}"
        for number, (old, cell) in enumerate(zip(before, notebook.cells, strict=True))
        if (change := difference(old, shown(cell)))
    ]


def shown(cell):
    """Return what a reader sees of a cell as lines of text."""
    if cell.cell_type == "markdown":
        return cell.source.splitlines()
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return "\n".join(texts).splitlines()


def difference(old, new):
    lines = [
        line
        for line in difflib.unified_diff(old, new, n=0, lineterm="")
        if line[:2] not in ("--", "++", "@@")
    ]
    return "".join(f"    {line[:300]}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())

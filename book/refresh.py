"""Bring the notebooks in step with the data, and tell which cells changed (`make refresh`).

Checks the record and the citations, fills these in the prose, reruns each notebook from the top
and prints each output that differs, before and after. Where a cell fails, no output is saved.
"""

import difflib
import re
import sys
from concurrent.futures import ThreadPoolExecutor

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

import generated
from dprk_russia.citations import ID, citable, fill_citations
from dprk_russia.rules import validate

BARE = re.compile(rf"\[({ID})\](?!\()")
CITED = re.compile(r"\[([^\]]*)\]\((?:#Cited-here|\))")


def main():
    if faults := validate():
        return stop("Faults in the data", faults)
    paths, rows = generated.story(), citable()
    if faults := [fault for path in paths for fault in misspelt(path, rows)]:
        return stop("Citations of no row", faults)
    changes, run = {path: write_prose(path, rows) for path in paths}, {}
    with ThreadPoolExecutor(2) as pool:
        for path, (notebook, rerun_changes) in zip(paths, pool.map(rerun, paths), strict=True):
            run[path] = notebook
            changes[path] += rerun_changes
            print(f"{path.name}: {len(changes[path]) or 'no'} cells changed", flush=True)
            print(*changes[path], sep="", end="")
    for path, notebook in run.items():
        nbformat.write(notebook, path)
    generated.write_pages()
    print("evidence.ipynb, book/arc.png and the index of the README: written anew from these")
    return 0


def stop(what, faults):
    """Tell the faults and return the exit status."""
    print(*faults, sep="\n")
    print(f"{what}: {len(faults)}; mend them, then make refresh again")
    return 1


def misspelt(path, rows):
    """Return a message for each citation of a notebook that resolves to no row."""
    return [
        f"{path.name}, cell {number}: [{name}]() cites no row; correct the id or add its row"
        for number, cell in enumerate(generated.cells(path))
        if cell["cell_type"] == "markdown"
        for name in CITED.findall("".join(cell["source"]))
        if name not in rows.index
    ]


def write_prose(path, rows):
    """Fill citations, index and navigation of a notebook; return a text for each cell that changed."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.id != "navigation"]
    before, told = [shown(cell) for cell in notebook.cells], []
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            told += [
                f"  cell {number}: [{name}] is a row but no citation; write [{name}]()\n"
                for name in BARE.findall(cell.source)
                if name in rows.index
            ]
            text = generated.with_reading_time(generated.with_index(cell.source, ""), notebook.cells)
            cell.source = fill_citations(text, rows)
    changes = told + differences(before, notebook.cells)
    notebook.cells.append(nbformat.v4.new_markdown_cell(generated.navigation(path), id="navigation"))
    nbformat.write(notebook, path)
    return changes


def rerun(path):
    """Run a notebook from the top; return it, with a text for each cell whose output changed.

    SystemExit tells the cell that fails.
    """
    notebook = nbformat.read(path, as_version=4)
    before = [shown(cell) for cell in notebook.cells]
    client = NotebookClient(
        notebook,
        timeout=120,
        record_timing=False,
        resources={"metadata": {"path": path.parent}},
        extra_arguments=["--log-level=40"],
    )
    try:
        client.execute()
    except CellExecutionError as error:
        number = next(number for number, cell in enumerate(notebook.cells) if failed(cell))
        told = f"{path.name}, cell {number}: {error.ename}: {error.evalue}"
        raise SystemExit(f"{told}; mend the cell, then make refresh again") from None
    notebook.metadata = {
        "teaching": notebook.metadata.get("teaching", {}),
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook, differences(before, notebook.cells)


def failed(cell):
    return any(output.output_type == "error" for output in cell.get("outputs", []))


def shown(cell):
    """Return what a reader sees of a cell as lines of text."""
    if cell.cell_type == "markdown":
        return cell.source.splitlines()
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    # The description of a chart is one long line: a sentence a line shows where it differs.
    return re.sub(r"(?<=[.;]) ", "\n", "\n".join(dict.fromkeys(texts))).splitlines()


def differences(before, cells):
    """Return a text for each cell that reads otherwise than before: its number and changed lines."""
    told = []
    for number, (old, cell) in enumerate(zip(before, cells, strict=True)):
        lines = list(difflib.unified_diff(old, shown(cell), n=0, lineterm=""))[2:]
        if lines := [line for line in lines if not line.startswith("@@")]:
            told.append(f"  cell {number}:\n" + "".join(f"    {line}\n" for line in lines))
    return told


if __name__ == "__main__":
    sys.exit(main())

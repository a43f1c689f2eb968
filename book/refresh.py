"""Bring the notebooks in step with the data, and tell which cells changed (`make refresh`).

Checks the record, fills the citations in the prose, reruns each notebook from the top and
prints each output that differs, before and after.
"""

import difflib
import re
import sys
from concurrent.futures import ThreadPoolExecutor

import nbformat
from nbclient import NotebookClient

import generated
from dprk_russia.citations import citable, fill_citations
from dprk_russia.rules import validate

BARE = re.compile(r"\[([a-z0-9-]+)\](?!\()")


def main():
    if faults := validate():
        print(*faults, sep="\n")
        print(f"Faults in the data: {len(faults)}; mend them, then make refresh again")
        return 1
    paths, rows = generated.story(), citable()
    changes = {path: write_prose(path, rows) for path in paths}
    with ThreadPoolExecutor(2) as pool:
        for path, rerun_changes in zip(paths, pool.map(rerun, paths), strict=True):
            changes[path] += rerun_changes
            print(f"{path.name}: {len(changes[path]) or 'no'} cells changed", flush=True)
            print(*changes[path], sep="", end="")
    generated.write_pages()
    print("evidence.ipynb, book/arc.png and the index of the README: written anew from these")
    return 0


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
    """Run a notebook from the top and save it; return a text for each cell whose output changed."""
    notebook = nbformat.read(path, as_version=4)
    before = [shown(cell) for cell in notebook.cells]
    NotebookClient(
        notebook,
        timeout=120,
        record_timing=False,
        resources={"metadata": {"path": path.parent}},
        extra_arguments=["--log-level=40"],
    ).execute()
    notebook.metadata = {
        "teaching": notebook.metadata.get("teaching", {}),
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(notebook, path)
    return differences(before, notebook.cells)


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

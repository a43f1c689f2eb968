"""Read one table as its schema says, and say where the file departs from it."""

import csv
import io
import json
import re
import unicodedata
from datetime import date

import pandas as pd

DESCRIPTOR = "datapackage.json"
NUMERAL = {"integer": re.compile(r"-?\d+"), "number": re.compile(r"-?\d+(\.\d+)?")}
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Control and direction characters; the half-space of Persian (U+200C) is none of them.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
STAND_INS = {"-", "--", "?", "n/a", "na", "nan", "none", "null", "tbd", "unknown"}


def read_descriptor(folder):
    """Return the descriptor of the Data Package in folder, a dict; ValueError if there is none."""
    path = folder / DESCRIPTOR
    try:
        made = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise ValueError(f"{path}: no such file; name its folder, or copy it from the study's data") from None
    except ValueError as error:
        raise ValueError(f"{path}: not valid JSON ({error}); mend it or copy it anew") from None
    if not isinstance(made, dict) or "resources" not in made:
        raise ValueError(f"{path}: describes no tables (resources); copy it anew from the study's data")
    return made


def read_columns(folder, resource):
    """Return the cells of a table as {column: list of text} and the list of faults found.

    A fault reads `file:row:column: what is wrong, what to do`; row 1 is the header.
    Columns are empty where the file itself cannot be read.
    """
    name = resource["path"]
    text, faults = _text(folder / name)
    if faults:
        return {}, [f"{name}{fault}" for fault in faults]
    fields = resource["schema"]["fields"]
    rows = []
    try:
        rows.extend(csv.reader(io.StringIO(text), strict=True))
    except csv.Error as error:
        return {}, [f"{name}:{len(rows) + 1}: not CSV ({error}); mend the double quotes of this row"]
    header, *rows = rows
    names = [field["name"] for field in fields]
    if header != names:
        return {}, [f"{name}:1: {_header_fault(header, names)}"]
    ragged = [(row, line) for row, line in enumerate(rows, 2) if len(line) != len(names)]
    if ragged:
        return {}, [f"{name}:{row}: {_ragged_fault(len(line), len(names))}" for row, line in ragged]
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {}
    columns = columns or {column: [] for column in names}
    for field in fields:
        faults += [
            f"{name}:{row}:{field['name']}: {fault}"
            for row, fault in _cell_faults(columns[field["name"]], field)
        ]
    return columns, faults + [f"{name}:{row}: {fault}" for row, fault in _key_faults(columns, resource)]


def typed(columns, resource):
    """Return faultless columns as a DataFrame, typed as the schema says.

    Text becomes str, integer Int64, number float64, date datetime64; a field with an enum
    becomes a categorical in the schema's order. Empty cells are missing.
    """
    frame = {}
    for field in resource["schema"]["fields"]:
        cells = [cell or None for cell in columns[field["name"]]]
        if levels := field.get("constraints", {}).get("enum"):
            frame[field["name"]] = pd.Categorical(cells, levels)
        elif field["type"] == "date":
            frame[field["name"]] = pd.to_datetime(cells, format="%Y-%m-%d")
        elif field["type"] == "integer":
            frame[field["name"]] = pd.array([cell and int(cell) for cell in cells], "Int64")
        elif field["type"] == "number":
            frame[field["name"]] = pd.array([float(cell or "nan") for cell in cells], "float64")
        else:
            frame[field["name"]] = pd.array(cells, "str")
    return pd.DataFrame(frame)


def day(cell):
    """Return a cell as a date, or None where it is no ISO day."""
    try:
        return date.fromisoformat(cell) if ISO_DAY.fullmatch(cell) else None
    except ValueError:
        return None


def _text(path):
    """Return the text of a file and its faults as bytes: what no CSV reader would tell."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", [": no such file; restore it or take its table out of datapackage.json"]
    if not raw.strip():
        return "", [": the file is empty; it needs at least the header"]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [": is UTF-16; save as UTF-8"]
    faults = []
    if raw.startswith(b"\xef\xbb\xbf"):
        faults.append(": begins with a byte order mark; save as UTF-8 without BOM")
    if b"\r" in raw:
        row = raw[: raw.index(b"\r")].count(b"\n") + 1
        faults.append(f":{row}: carriage return (Windows line end); save with LF line ends")
    if b"\0" in raw:
        row = raw[: raw.index(b"\0")].count(b"\n") + 1
        faults.append(f":{row}: NUL byte; delete it")
    try:
        return raw.decode("utf-8"), faults
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        return "", [*faults, f":{row}: not UTF-8 (byte {raw[error.start]:#x}); save as UTF-8"]


def _header_fault(header, names):
    if not header:
        return "empty line; delete it"
    if re.split("[;\t]", header[0]) == names:
        return f"cells are parted by {header[0][len(names[0])]!r}; save with commas between cells"
    missing = [name for name in names if name not in header]
    extra = [name for name in header if name not in names]
    if missing or extra:
        told = [f"column {name!r} is missing; add it" for name in missing]
        told += [f"column {name!r} is not in the codebook; remove or describe it" for name in extra]
        return "; ".join(told)
    return f"columns in another order or repeated; the codebook's order is {','.join(names)}"


def _ragged_fault(count, wanted):
    if not count:
        return "empty line; delete it"
    told = f"{count} cells instead of {wanted}; "
    if count < wanted:
        return told + "add the missing cell, or close a double quote that was opened"
    return told + "put a cell that holds a comma in double quotes, or take out the cell too many"


def _cell_faults(cells, field):
    """Yield (row, fault) for each cell that the field does not allow."""
    rules = field.get("constraints", {})
    kind = field["type"]
    allowed = rules.get("enum")
    has_form = re.compile(rules["pattern"]).search if "pattern" in rules else None
    for row, cell in enumerate(cells, 2):
        if not cell:
            if rules.get("required"):
                yield row, "required cell is empty; fill it or remove the row"
        elif allowed:
            if cell not in allowed:
                yield row, f"{cell!r} is not allowed; choose from {', '.join(allowed)}"
        elif kind == "string":
            if fault := _text_fault(cell):
                yield row, fault
            elif has_form and not has_form(cell):
                yield row, f"{cell!r} has the wrong form; see the codebook ({rules['pattern']})"
        elif kind == "date" and not day(cell):
            yield row, f"{cell!r} is no date; write YYYY-MM-DD"
        elif kind in NUMERAL and not NUMERAL[kind].fullmatch(cell):
            yield row, f"{cell!r} is no {kind}; write digits only, with a point for decimals"
        else:
            value = cell if kind == "date" else float(cell)
            if not rules.get("minimum", value) <= value <= rules.get("maximum", value):
                span = f"{rules.get('minimum', 'any')} to {rules.get('maximum', 'any')}"
                yield row, f"{cell} is out of range; allowed is {span} (set in {DESCRIPTOR})"


def _text_fault(cell):
    if cell != cell.strip() or "  " in cell:
        return f"{cell[:30]!r} has spaces too many; trim it"
    if "\n" in cell:
        return "line break inside a cell; write one row on one line"
    if CONTROL.search(cell):
        return f"{cell[:30]!r} holds a control character; delete it"
    if cell[0] in "=+@" or (cell[0] == "-" and len(cell) > 1):
        return f"{cell[:30]!r} looks like a formula to a spreadsheet; begin with a letter or digit"
    if len(cell) < 8 and cell.lower() in STAND_INS:
        return f"{cell!r} stands in for a missing value; leave the cell empty"
    if not cell.isascii() and not unicodedata.is_normalized("NFC", cell):
        return f"{cell[:30]!r} is not in Unicode form NFC; normalise it"
    return None


def _key_faults(columns, resource):
    """Yield (row, fault) for each key, or row of a table without one, that an earlier row holds already."""
    key = resource["schema"].get("primaryKey") or list(columns)
    first = {}
    for row, cells in enumerate(zip(*(columns[name] for name in key), strict=True), 2):
        if first.setdefault(cells, row) != row:
            told = ", ".join(map(repr, cells[:3]))
            yield row, f"{told} stands in row {first[cells]} already; keep one"

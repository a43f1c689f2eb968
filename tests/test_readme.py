"""What the README promises holds."""

import re
from pathlib import Path

import pandas as pd

from dprk_russia import validate
from dprk_russia.reading import read_descriptor
from dprk_russia.record import DATA

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_the_event_that_the_readme_adds_is_valid(copy):
    added = re.findall(r"^\d\. `data/(\w+)\.csv`:.*?`([^`]+)`$", README, re.M | re.S)
    assert [table for table, _ in added] == ["events", "claims", "claim_events"]
    for table, line in added:
        path = copy / f"{table}.csv"
        text = path.read_text("utf-8")
        if line not in text:  # who follows the README has added it
            path.write_text(text + line + "\n", "utf-8", newline="\n")
        order = next(r.get("sortedBy") for r in read_descriptor(copy)["resources"] if r["name"] == table)
        rows = pd.read_csv(path, dtype=str, keep_default_na=False)
        assert line.split(",")[0] in set(rows.iloc[:, 0])
        key = {"key": lambda column: column.str.replace(r"\d+", lambda n: n[0].zfill(6), regex=True)}
        rows.sort_values(order, **key).to_csv(path, index=False, lineterminator="\n")
    assert validate(copy) == []


def test_the_readme_names_every_table():
    assert {resource["name"] for resource in read_descriptor(DATA)["resources"]} <= set(
        re.findall(r"`(\w+)`", README)
    )


def test_readme_and_makefile_name_the_same_verbs():
    makefile = (Path(__file__).parents[1] / "Makefile").read_text("utf-8")
    verbs = set(re.findall(r"^(\w+):.*##", makefile, re.M)) - {"help", "lock"}
    assert verbs == set(re.findall(r"(?:^|`)make (\w+)", README, re.M))


def test_the_python_of_the_readme_runs():
    exec(re.search(r"```python\n(.*?)```", README, re.S)[1], {})

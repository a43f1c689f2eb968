"""Measure what the library adds to bare pandas (`make bench`): import, and loading all tables."""

import statistics
import subprocess
import sys
import time

import pandas as pd

from dprk_russia.reading import read_descriptor
from dprk_russia.record import DATA, load

ROUNDS = 15


def median_seconds(task):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def interpreter(statement):
    return lambda: subprocess.run([sys.executable, "-c", statement], check=True)


def main():
    tables = [resource["name"] for resource in read_descriptor(DATA)["resources"]]
    pairs = {
        "import": (interpreter("import dprk_russia"), interpreter("import pandas")),
        "load all tables": (
            lambda: [load(table) for table in tables],
            lambda: [pd.read_csv(DATA / f"{table}.csv") for table in tables],
        ),
    }
    for name, (ours, bare) in pairs.items():
        bare(), ours()
        ours, bare = 1000 * median_seconds(ours), 1000 * median_seconds(bare)
        print(f"{name}: {ours:.0f} ms, pandas alone {bare:.0f} ms, {ours / bare:.2f} times as long")


if __name__ == "__main__":
    main()

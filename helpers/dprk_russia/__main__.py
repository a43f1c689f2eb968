"""python -m dprk_russia validate [folder]: check a data package and tell every fault."""

import sys
from pathlib import Path

from dprk_russia.record import DATA
from dprk_russia.rules import validate


def main(arguments):
    """Return the exit status: 0 when the data are well, 1 when faults were told, 2 for bad usage."""
    if not arguments or arguments[0] != "validate" or len(arguments) > 2:
        print("usage: python -m dprk_russia validate [folder]", file=sys.stderr)
        return 2
    folder = Path(arguments[1]) if len(arguments) == 2 else DATA
    faults = validate(folder)
    print(*faults, sep="\n", end="\n" if faults else "")
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    print(f"{folder}: {count if faults else 'no faults'}")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

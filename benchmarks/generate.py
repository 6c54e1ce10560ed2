"""Write a synthetic week as a folder: `python -m benchmarks.generate --items 300 --to /tmp/week`."""

import argparse
from pathlib import Path

from benchmarks.generating import Size, generated_week
from kakehashi.folder import dump


def main() -> None:
    """Reads the options and writes the folder."""
    options = argparse.ArgumentParser(description=__doc__)
    for name, default in (("items", 300), ("rooms", 10), ("days", 3), ("institutions", 12), ("languages", 3)):
        options.add_argument(f"--{name}", type=int, default=default)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--to", type=Path, required=True)
    chosen = options.parse_args()
    size = Size(chosen.items, chosen.rooms, chosen.days, chosen.institutions, chosen.languages)
    dump(generated_week(size, chosen.seed), chosen.to)


if __name__ == "__main__":
    main()

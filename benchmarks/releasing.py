"""`python -m benchmarks.releasing`: how long a release takes after one changed title, and how much disk twenty take."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.generating import Size, generated_week
from benchmarks.machine import described
from kakehashi.folder import dump, edit, load
from kakehashi.words import Text

RESULTS = Path(__file__).parent / "results"
SIZES = {300: Size(), 3_000: Size(3_000, 40, 5)}
AIMS = {(300, False): 1.0, (300, True): 4.0, (3_000, False): 3.0, (3_000, True): 30.0}
"""Seconds for a release after one changed item, by the items of the week and whether it has a search index."""
TIMES, IN_A_ROW = 5, 20


def main() -> None:
    """Runs every measurement and writes the results."""
    rows, chain = [], {}
    with tempfile.TemporaryDirectory() as there:
        for items, size in SIZES.items():
            folder, data = Path(there, f"week-{items}"), Path(there, f"data-{items}")
            dump(generated_week(size, seed=0), folder)
            for search in (False, True):
                rows.append(_row(items, folder, data, search=search))
                print(_line(rows[-1]), flush=True)
            if items == min(SIZES):
                chain = _in_a_row(folder, Path(there, "row"))
    told = {"machine": described(), "rows": rows, "in_a_row": chain}
    (RESULTS / "releasing.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (RESULTS / "releasing.md").write_text(_table(", ".join(described().values()), rows, chain), encoding="utf-8")
    print((RESULTS / "releasing.md").read_text(encoding="utf-8"))


def _row(items: int, folder: Path, data: Path, *, search: bool) -> dict[str, float]:
    first = _released(folder, data, search=search)
    later = list(_after_changes(folder, data, TIMES, search=search))
    return {"items": items, "search": search, "first": first, "later": round(median(later), 2), "slowest": max(later)}


def _after_changes(folder: Path, data: Path, times: int, *, search: bool) -> Iterator[float]:
    """The seconds of one release after another, each after the title of another item was changed."""
    week = load(folder).week
    assert week is not None
    slugs = list(week.items)
    for number in range(times):
        place = ("items", slugs[(len(slugs) * (number + 1)) // (times + 1)], "title")
        edit(folder, {place: Text({tag: f"Changed {number} {time.time_ns()}" for tag in week.languages})})
        yield _released(folder, data, search=search)


def _released(folder: Path, data: Path, *, search: bool) -> float:
    """The seconds of the whole command, from its start to its end."""
    command = [sys.executable, "-m", "kakehashi", "release", str(folder), "--data", str(data), "--again"]
    # As on anybody's machine, bytecode is kept: without it every command would compile the program first.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(
        [*command, "--search" if search else "--no-search"], capture_output=True, check=True, env=environment
    )
    return round(time.perf_counter() - start, 2)


def _in_a_row(folder: Path, data: Path) -> dict[str, float]:
    """Twenty releases with a search index after a first one: seconds in all, and megabytes on the disk."""
    _released(folder, data, search=True)
    one = _megabytes(data)
    seconds = sum(_after_changes(folder, data, IN_A_ROW, search=True))
    return {"releases": IN_A_ROW, "seconds": round(seconds, 1), "first_mb": one, "all_mb": _megabytes(data)}


def _megabytes(data: Path) -> float:
    """What the files of a folder take on the disk, each counted once however many links lead to it."""
    taken = {entry.stat().st_ino: entry.stat().st_blocks * 512 for entry in data.rglob("*") if not entry.is_symlink()}
    return round(sum(taken.values()) / 1e6, 1)


def _line(row: dict[str, float]) -> str:
    index = "with" if row["search"] else "without"
    return f"{row['items']:>6} items {index} search: first {row['first']} s, after a change {row['later']} s"


def _table(machine: str, rows: Sequence[dict[str, float]], chain: dict[str, float]) -> str:
    lines = [
        "# Releasing",
        "",
        f"{machine}. Seconds of the whole command `kakehashi release`, median of {TIMES}, each after the",
        "title of one item was changed in all languages.",
        "",
        "| items | search index | first release | after one change | slowest | aim |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        aim = AIMS[int(row["items"]), bool(row["search"])]
        index = "with" if row["search"] else "without"
        lines.append(f"| {row['items']} | {index} | {row['first']} | {row['later']} | {row['slowest']} | {aim} |")
    lines += [
        "",
        f"{chain['releases']} releases in a row of the week of {min(SIZES)} items, each after a change, with a search",
        f"index: {chain['seconds']} s in all; {chain['first_mb']} MB on the disk after the first release,",
        f"{chain['all_mb']} MB after the last.",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()

"""`python -m benchmarks.cosplib DIR`: every instance of a folder of CoSPLib, each solved in a process of its own.

Writes a table (the value to beat, ours, bound, gap, seconds to the value to beat and in all, megabytes) and a plot of
value and bound against time. The clock runs from the start of the process. Values to beat stand in
`cosplib_values.json`, by the names of the files; nothing else looks at these.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.machine import described
from benchmarks.traces import traces
from kakehashi.formats.cosplib import read_instance
from kakehashi.planner import TimeLimit, check
from kakehashi.planner.solving import solve

RESULTS = Path(__file__).parent / "results"
VALUES = Path(__file__).with_name("cosplib_values.json")


def main() -> None:
    """Solves every instance, prints the table and writes the results."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, help="with the workbooks; or one workbook")
    options.add_argument("--seconds", type=int, default=300, help="of each instance")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--began", type=float, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.began is not None:
        print(json.dumps(_solved(chosen)))
        return
    beat = json.loads(VALUES.read_text(encoding="utf-8"))
    rows = []
    for file in sorted(chosen.folder.glob("*.xlsx")):
        rows.append(_row(file, beat.get(file.stem), chosen))
        print(_line(rows[-1]), flush=True)
    machine = described() | {"ortools": version("ortools"), "workers": str(chosen.workers), "seed": str(chosen.seed)}
    told = {"machine": machine, "seconds": chosen.seconds, "rows": rows}
    (RESULTS / "cosplib.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (RESULTS / "cosplib.md").write_text(_table(machine, chosen.seconds, rows), encoding="utf-8")
    (RESULTS / "cosplib.svg").write_text(traces(rows, chosen.seconds), encoding="utf-8")


def _row(file: Path, beat: int | None, chosen: argparse.Namespace) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.cosplib", str(file), "--began", str(time.time())]
    limits = ["--seconds", str(chosen.seconds), "--workers", str(chosen.workers), "--seed", str(chosen.seed)]
    ended = subprocess.run([*command, *limits], capture_output=True, text=True, check=True)
    row: dict[str, Any] = json.loads(ended.stdout)
    reached = [
        now["seconds"] for now in row["trace"] if beat is not None and now["value"] is not None and now["value"] <= beat
    ]
    return {"instance": file.stem, "beat": beat, "reached": reached[0] if reached else None} | row


def _solved(chosen: argparse.Namespace) -> dict[str, Any]:
    instance = read_instance(chosen.folder)
    late = time.time() - chosen.began
    result = solve(
        instance.problem,
        TimeLimit(chosen.seconds - late),
        objective=instance.objective,
        seed=chosen.seed,
        workers=chosen.workers,
    )
    if result.solution is not None and check(instance.problem, result.solution):
        raise AssertionError("not sound")
    trace = [{"seconds": round(now.seconds + late, 1), "value": now.value, "bound": now.bound} for now in result.trace]
    return {
        "status": result.status.value,
        "value": result.value,
        "bound": result.bound,
        "gap": result.gap,
        "seconds": round(time.time() - chosen.began, 1),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "trace": trace,
    }


def _line(row: dict[str, Any]) -> str:
    gap = "" if row["gap"] is None else f"{row['gap']:.1%}"
    cells = (row["instance"], row["beat"], row["value"], row["bound"], gap, row["status"], row["reached"])
    told = ("-" if cell is None else str(cell) for cell in (*cells, row["seconds"], row["megabytes"]))
    return f"| {' | '.join(told)} |"


def _table(machine: dict[str, str], seconds: int, rows: list[dict[str, Any]]) -> str:
    head = ("instance", "value to beat", "ours", "bound", "gap", "status", "s to the value to beat", "s in all", "MB")
    return "\n".join(
        [
            "# CoSPLib",
            "",
            f"Made by `python -m benchmarks.cosplib DIR --seconds {seconds}`: {', '.join(machine.values())}.",
            "",
            f"| {' | '.join(head)} |",
            f"|---|{'--:|' * (len(head) - 1)}",
            *map(_line, rows),
            "",
            "Every timetable is sound and was priced by `planner.checking`; bounds hold for every sound timetable.",
            "",
            "![Value and bound against time](cosplib.svg)",
            "",
        ]
    )


if __name__ == "__main__":
    main()

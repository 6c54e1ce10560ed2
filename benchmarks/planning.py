"""`python -m benchmarks.planning`: how soon a week has a timetable, how good it is, and what a change of it costs."""

import argparse
import json
import resource
import subprocess
import sys
import time
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.machine import described
from benchmarks.planned_week import tight_week, waiting_week
from benchmarks.plotting import plot
from kakehashi.planner import Incumbent, Observer, Place, Solution, TimeLimit, check, solve, what_if
from kakehashi.timetable import pose
from kakehashi.week import Week

RESULTS = Path(__file__).parent / "results"
SIZES = (30, 100, 300, 1_000, 3_000)
WEEKS = {"roomy": waiting_week, "tight": tight_week}
TIGHT = ((300, 0), (300, 1), (300, 2))
"""Talks and seeds of the tight weeks."""
CHANGES = 40
"""How many single changes are priced."""


class Moments(Observer):
    """When the first timetable was there, and when each aim was turned to."""

    def __init__(self) -> None:
        self.valid: float | None = None
        self.aims: list[float] = []
        self.begun = time.perf_counter()

    def improved(self, now: Incumbent, solution: Solution) -> None:
        """A better timetable was found."""
        if self.valid is None:
            self.valid = time.perf_counter() - self.begun

    def aimed(self, number: int, among: int) -> None:
        """The search turned to another aim."""
        self.aims.append(time.perf_counter() - self.begun)


def main() -> None:
    """Measures every size in a process of its own, and writes the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20, help="for each size up to 300 talks; larger ones get more")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--talks", type=int, help="one week alone: one line of JSON, nothing written")
    parser.add_argument("--week", choices=WEEKS, default="roomy")
    parser.add_argument("--draw", type=int, default=0, help="the seed by which the week is drawn")
    chosen = parser.parse_args()
    if chosen.talks:
        print(json.dumps(_measured(WEEKS[chosen.week](chosen.talks, seed=chosen.draw), chosen)))
        return
    rows = []
    for kind, talks, draw in (*(("roomy", size, 0) for size in SIZES), *(("tight", *which) for which in TIGHT)):
        seconds = chosen.seconds * (1 if talks <= 300 else 3)
        which = ["--week", kind, "--talks", str(talks), "--draw", str(draw)]
        command = [sys.executable, "-m", "benchmarks.planning", *which, "--seconds", str(seconds)]
        ended = subprocess.run([*command, "--workers", str(chosen.workers)], capture_output=True, text=True, check=True)
        rows.append(json.loads(ended.stdout))
        print(rows[-1], flush=True)
    _write(rows)


def _measured(week: Week, chosen: argparse.Namespace) -> dict[str, Any]:
    begun = time.perf_counter()
    posed = pose(week)
    posing = time.perf_counter() - begun
    moments = Moments()
    limit = TimeLimit(chosen.seconds)
    result = solve(posed.problem, limit, objective=posed.objective, workers=chosen.workers, observer=moments)
    if result.solution is None or check(posed.problem, result.solution):
        raise AssertionError("no sound timetable")
    return {
        "week": chosen.week,
        "draw": chosen.draw,
        "talks": chosen.talks,
        "slots": sum(talk.slots for talk in posed.problem.talks),
        "all_slots": sum(block.slots for block in posed.problem.blocks) * len(week.rooms),
        "parties": len(posed.problem.parties),
        "rooms": len(week.rooms),
        "blocks": len(week.blocks),
        "posing": round(posing, 2),
        "valid": round(moments.valid or 0, 2),
        "first_level": round(moments.aims[1] if len(moments.aims) > 1 else result.seconds, 1),
        "fair": round(moments.aims[len(result.means)] if len(moments.aims) > len(result.means) else result.seconds, 1),
        "status": result.status.value,
        "levels": [(level.value, level.bound, round(level.gap, 4)) for level in result.levels],
        "worst": max(result.means.values()),
        "seconds": round(result.seconds, 1),
        "change_ms": round(1000 * _change(posed.problem, result.solution), 1),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _change(problem: Any, solution: Solution) -> float:
    """The median seconds to price one exchange of two talks, all others fixed."""
    alike = [talk for talk in problem.talks if talk.slots == 1 and talk.track == problem.tracks[0].name]
    taken = []
    for one, other in zip(alike[:CHANGES], reversed(alike), strict=False):
        at, there = solution.place(one.name), solution.place(other.name)
        begun = time.perf_counter()
        what_if(problem, solution, {one.name: Place(*there), other.name: Place(*at)})
        taken.append(time.perf_counter() - begun)
    return median(taken)


def _write(rows: list[dict[str, Any]]) -> None:
    told = {"machine": described(), "rows": rows}
    (RESULTS / "planning.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (RESULTS / "planning.md").write_text(_table(", ".join(described().values()), rows), encoding="utf-8")
    roomy = (row for row in rows if row["week"] == "roomy")
    points = [{"items": row["talks"], "valid": row["valid"], "in all": row["seconds"]} for row in roomy]
    drawn = plot(points, (("valid", "#1d3f78"), ("in all", "#a71e31")))
    (RESULTS / "planning.svg").write_text(drawn, encoding="utf-8")
    print((RESULTS / "planning.md").read_text(encoding="utf-8"))


def _table(machine: str, rows: list[dict[str, Any]]) -> str:
    columns = ("week", "talks", "rooms", "blocks", "full", "valid s", "first step s", "all steps s")
    lines = [
        "# Planning a week",
        "",
        f"{machine}. Weeks of four groups and twelve institutions in five zones; two workers. In roomy weeks nearly",
        "half of all slots are free, in tight ones hardly any, and in most of these it is evening for half of the",
        "institutions; `full` is the part of all slots that talks fill. Seconds from the call: until there is a sound",
        "timetable, until the first step of fairness and the last one were left, and in all. Of each level its value",
        "and the bound that was proven: the means of institutions from the worst off on, equal ones as one, then",
        "wishes and compactness. A change is one exchange of two talks.",
        "",
        "| " + " | ".join((*columns, "means", "other levels", "in all s", "change ms", "MB")) + " |",
        "|---" * (len(columns) + 5) + "|",
    ]
    for row in rows:
        levels, parties = [f"{value} ≥ {bound}" for value, bound, _ in row["levels"]], row["parties"]
        fair = [f"{len(list(those))} × {level}" for level, those in groupby(levels[:parties])]
        full = f"{100 * row['slots'] / row['all_slots']:.0f} %"
        cells = [
            row["week"],
            row["talks"],
            row["rooms"],
            row["blocks"],
            full,
            row["valid"],
            row["first_level"],
            row["fair"],
        ]
        cells += [", ".join(fair), ", ".join(levels[parties:]), row["seconds"], row["change_ms"], row["megabytes"]]
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()

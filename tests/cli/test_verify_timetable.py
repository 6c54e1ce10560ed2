"""Whoever verifies a timetable trusts neither the solver nor anything else that has no part in it."""

import subprocess
import sys
from pathlib import Path

from tests.formats.workbooks import tea, write_sheets

from kakehashi.formats.cosplib import read_instance, write_solution
from kakehashi.planner import Place, Solution


def test_neither_solver_nor_site_is_loaded(tmp_path: Path) -> None:
    conference = write_sheets(tea(), tmp_path / "tea.xlsx")
    problem = read_instance(conference).problem
    at = {"leaves": Place("am", "hall", 0), "water": Place("pm", "hall", 0), "crumbs": Place("am", "attic", 0)}
    found = Solution.of(problem, at | {"icing": Place("am", "attic", 1)})
    write_solution(found, problem, tmp_path / "timetable.xlsx")
    asked = ["verify", "timetable", str(conference), str(tmp_path / "timetable.xlsx")]
    program = f"import sys; from kakehashi.cli import run; status = run({asked!r}); print(status, *sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    status, *modules = done.stdout.splitlines()[-1].split()
    rooms = {".".join(name.split(".")[:3]) for name in modules if name.startswith("kakehashi.")}
    heavy = {"ortools", "django", "jinja2", "httptools", "yaml", "rich"}
    others = {"kakehashi.site", "kakehashi.week", "kakehashi.folder", "kakehashi.releases", "kakehashi.server"}
    solving = {"kakehashi.planner.modelling", "kakehashi.planner.searching"}
    assert (status, rooms & (others | solving), heavy & set(modules)) == ("0", set(), set())

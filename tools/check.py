"""Checks of the repository that no linter makes; one line for each thing that is wrong."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tools import ROOT
from tools.commands import unknown_commands
from tools.documents import dead_links, unknown_targets
from tools.fragments import misshapen
from tools.pins import disagreements
from tools.reference import stale
from tools.tracked import traces

CHECKS: dict[str, Callable[[Path], Iterable[str]]] = {
    "changelog": misshapen,
    "commands": unknown_commands,
    "links": dead_links,
    "pins": disagreements,
    "reference": stale,
    "targets": unknown_targets,
    "traces": traces,
}
"""Each check by name: given the top folder, it tells what is wrong."""


def main() -> int:
    """Run every check on the repository; the exit status says whether all is well."""
    problems = [f"{name}: {problem}" for name, check in CHECKS.items() for problem in check(ROOT)]
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

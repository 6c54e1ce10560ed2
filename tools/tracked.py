"""The files of the repository as git knows them, and what must not stand in any of them."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

FORBIDDEN = {
    "the host of a package registry": r"(pypi|pythonhosted|npmjs|yarnpkg|debian|crates|conda|anaconda)[.](org|com|io)",
    "an index address": r"--(extra-)?index-[u]rl|--find-[l]inks|^registry *=",
    "a path of one machine": r"(?<![\w./])/(work|root|home/\w+|Users/\w+)/",
    "a folder outside the repository": r"\.\./shared",
}
"""What ties a file to one machine or one supplier of packages, with the pattern that finds it."""


def tracked(root: Path) -> list[Path]:
    """The files that a commit of everything here would hold."""
    listing = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = subprocess.run(listing, cwd=root, capture_output=True, check=True).stdout
    paths = (root / name for name in names.decode().split("\0") if name)
    return [path for path in paths if path.is_file()]


def traces(root: Path) -> Iterator[str]:
    """Every line of a tracked text file that names what it should not."""
    for path in tracked(root):
        for number, kind in _traces_in(_lines(path)):
            yield f"{path.relative_to(root)}:{number}: {kind}"


def _traces_in(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        for kind, pattern in FORBIDDEN.items():
            if re.search(pattern, line):
                yield number, kind


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        return []

"""Changelog fragments: one file per change, so that parallel work never meets in one file."""

import re
from collections.abc import Iterator
from pathlib import Path

NAME = re.compile(r"\d+-[a-z0-9-]+\.(added|changed|fixed|removed|security)\.md")
LONGEST = 240


def misshapen(root: Path) -> Iterator[str]:
    """Every fragment that is not `<issue>-<word>.<kind>.md` holding one sentence on one line."""
    for path in sorted((root / "changelog.d").iterdir()):
        if path.name != "README.md" and (fault := _fault(path)):
            yield f"changelog.d/{path.name}: {fault}"


def _fault(path: Path) -> str | None:
    if not NAME.fullmatch(path.name):
        return "not named <issue>-<word>.<added|changed|fixed|removed|security>.md"
    text = path.read_text("utf-8")
    if text.count("\n") != 1 or not re.search(r"[.!?]\n$", text):
        return "not one sentence on one line"
    return f"longer than {LONGEST} characters" if len(text) > LONGEST else None

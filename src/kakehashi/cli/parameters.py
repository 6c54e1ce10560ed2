"""A file of parameters for a search, with the line of whatever is wrong in it."""

import re
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import TYPE_CHECKING

from kakehashi.findings import Finding, Refused, Source

if TYPE_CHECKING:
    from kakehashi.planner import Parameters

_AT = re.compile(r"at line (\d+), column (\d+)")


def parameters_of(file: Path | None) -> "Parameters":
    """The parameters that a file names, all others as usual. Raises `Refused` with everything that is wrong with it."""
    from kakehashi.planner import Parameters

    if file is None:
        return Parameters()
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.reason if isinstance(error, UnicodeDecodeError) else error.strerror
        values = {"value": str(file), "reason": reason or str(error)}
        raise Refused([Finding("parameters.unreadable", values=values)]) from error
    try:
        return Parameters.from_toml(text)
    except Refused as refused:
        syntax = refused.__cause__
        found = [
            one.at(_broken(file, text, syntax) if isinstance(syntax, TOMLDecodeError) else _named(file, text, one))
            for one in refused.findings
        ]
        raise Refused(found) from refused


def _broken(file: Path, text: str, error: TOMLDecodeError) -> Source:
    """Where a file is no TOML any more; its end, if it is broken off."""
    at = _AT.search(str(error))
    line, column = map(int, at.groups()) if at else (len(text.splitlines()) or 1, 1)
    return Source(str(file), line, column)


def _named(file: Path, text: str, finding: Finding) -> Source:
    """Where a file names the parameter that a finding is about."""
    name = re.escape(str(finding.place[0]))
    at = re.search(rf"^[ \t]*\[?[\"']?({name})\b", text, re.MULTILINE)
    start = at.start(1) if at else 0
    return Source(str(file), text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))

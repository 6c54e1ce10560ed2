"""Commands as a person types them: each `.txt` beside this file is a script with what it prints and how it ends.

# a comment
$ kakehashi check week            a command; `LANG=ja kakehashi ...` sets the environment for it
week.yaml:3:1: error: ...         what it prints on stdout; `[..]` stands for anything within a line,
[...]                             and this for any lines
2> kakehashi: ...                 what it prints on stderr
= 2                               its exit status, 0 when not said
-- week/week.yaml --              a file that is there before; what follows is its content
-- tea.xlsx --                    a workbook, in the notation of `tests.formats.workbooks`
"""

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.formats.workbooks import sheets_of, write_sheets

from kakehashi.cli import run

HERE = Path(__file__).parent
SCRIPTS = sorted(path.name for path in HERE.glob("*.txt"))


@dataclass
class Step:
    """A command, and what is expected of it."""

    command: str
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    status: int = 0


def parse(script: str) -> tuple[list[Step], dict[str, str]]:
    """The steps of a script, and its files."""
    head, *rest = re.split(r"^-- (.+) --\n", script, flags=re.MULTILINE)
    steps: list[Step] = []
    for line in head.splitlines():
        if line.startswith("$ "):
            steps.append(Step(line[2:]))
        elif line.startswith("= "):
            steps[-1].status = int(line[2:])
        elif line.startswith("2> "):
            steps[-1].err.append(line[3:])
        elif line and not line.startswith("#"):
            steps[-1].out.append(line)
    return steps, dict(zip(rest[::2], rest[1::2], strict=True))


def as_expected(told: str, expected: list[str]) -> bool:
    """Whether the lines told are those expected."""
    lines = [line for line in told.splitlines() if line.strip()]
    patterns = [".*".join(re.escape(part) for part in line.split("[..]")) for line in expected]
    wholes = ["(?s:.*)" if line == "[...]" else f"{one}\n" for line, one in zip(expected, patterns, strict=True)]
    return re.fullmatch("".join(wholes), "".join(f"{line}\n" for line in lines)) is not None


def put(path: Path, content: str) -> None:
    """Writes a file of a script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".xlsx":
        write_sheets(sheets_of(content), path)
    else:
        path.write_text(content, encoding="utf-8")


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_runs_as_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    steps, files = parse((HERE / name).read_text(encoding="utf-8"))
    for path, content in files.items():
        put(tmp_path / path, content)
    monkeypatch.chdir(tmp_path)
    for step in steps:
        with monkeypatch.context() as environment:
            for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "COLUMNS"):
                environment.delenv(variable, raising=False)
            environment.setenv("LANG", "C")
            words = shlex.split(step.command)
            while "=" in words[0]:
                environment.setenv(*words.pop(0).split("=", 1))
            status = run(words[1:])
        told = capsys.readouterr()
        assert as_expected(told.out, step.out), (step.command, told.out)
        assert as_expected(told.err, step.err), (step.command, told.err)
        assert status == step.status, step.command


def test_there_are_scripts() -> None:
    assert len(SCRIPTS) >= 5

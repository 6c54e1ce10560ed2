"""What commands print with `--json` is what the specification says, however they end."""

import json
import os
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from signal import SIGINT, default_int_handler, raise_signal, signal
from typing import Any

import pytest
from tools import ROOT

from kakehashi.cli import run
from kakehashi.cli.terminal import Exit

SCHEMA = json.loads((ROOT / "docs" / "specification" / "command-output.schema.json").read_text("utf-8"))
FINDING = SCHEMA["$defs"]["finding"]


@pytest.fixture(autouse=True)
def week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A week in the folder one is in, beside other things, for somebody who reads English."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    assert run(["init", "week"]) == 0
    Path("broken").mkdir()
    Path("broken", "week.yaml").write_text("titel: x\n", "utf-8")
    Path("taken").mkdir()
    Path("taken", "thesis.doc").write_text("years of work")


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """The one object of a command, of the form that is specified, with the status that it ended with."""
    capsys.readouterr()
    status = run([*arguments, "--json"])
    told = capsys.readouterr()
    assert (told.out.count("\n"), told.err) == (1, "")
    found = json.loads(told.out)
    assert (list(found), found["status"]) == (list(SCHEMA["properties"]), status)
    assert found["command"] in SCHEMA["properties"]["command"]["enum"]
    assert status in SCHEMA["properties"]["status"]["enum"]
    for finding in found["findings"]:
        assert set(finding) == set(FINDING["required"]) == set(FINDING["properties"])
        assert re.fullmatch(FINDING["properties"]["code"]["pattern"], finding["code"])
        assert (finding["message"] != "", "%(" in finding["message"]) == (True, False)
    return found


@pytest.mark.parametrize(
    ("typed", "status", "code"),
    [
        ("check nowhere", 2, "source.no-folder"),
        ("check week/week.yaml", 2, "source.not-a-folder"),
        ("check week --frobnicate", 2, "command.unknown-option"),
        ("check", 2, "command.no-folder"),
        ("build week", 2, "command.no-option"),
        ("build week --to out --audience friends", 2, "command.not-one-of"),
        ("build week --to out --at yesterday", 2, "command.not-a-moment"),
        ("build week --to out --workers 0", 2, "command.not-a-number"),
        ("build nowhere --to out", 2, "source.no-folder"),
        ("build week --to out --draft kazn", 2, "build.no-institution"),
        ("build week --to taken", 2, "build.not-ours"),
        ("build week --to week/week.yaml", 2, "build.not-a-folder"),
        ("build week --to week", 2, "build.not-ours"),
        ("build week --to week/week.yaml/out", 3, "build.disk"),
        ("plan nowhere", 2, "source.no-folder"),
        ("plan week --time-limit soon", 2, "command.not-a-number"),
        ("explain week", 2, "command.no-item"),
        ("explain week nothing", 2, "explain.unknown-item"),
        ("buidl week", 2, "command.unknown"),
        ("serve", 2, "command.unknown-option"),
    ],
)
def test_a_refusal_is_an_object(capsys: pytest.CaptureFixture[str], typed: str, status: int, code: str) -> None:
    found = answer(capsys, *typed.split())
    assert (found["status"], [finding["code"] for finding in found["findings"]]) == (status, [code])
    assert (found["command"], found["result"]) == (typed.split(maxsplit=1)[0] if "buidl" not in typed else None, {})


def test_a_week_with_errors_tells_them_all_to_build_as_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    check, build = answer(capsys, "check", "broken"), answer(capsys, "build", "broken", "--to", "out")
    assert build["findings"] == check["findings"]
    assert (check["status"], build["status"], Path("out").exists()) == (2, 2, False)


def test_what_is_done_is_an_object_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "build", "week", "--to", "out")["result"]["folder"] == "out"
    assert answer(capsys, "check", "week")["status"] == 0


interrupting: list[str] = []
"""While this names a kind of act, the process is interrupted, as by Ctrl-C, before it makes such a folder."""


def _interrupt(event: str, arguments: tuple[object, ...]) -> None:
    if interrupting and event == "os.mkdir" and interrupting[0] in str(arguments[0]):
        interrupting.clear()
        raise_signal(SIGINT)


@pytest.fixture(scope="module", autouse=True)
def hook() -> None:
    """An audit hook, which no process gets rid of; it does nothing until it is asked to."""
    sys.addaudithook(_interrupt)


@pytest.fixture
def heeding() -> Iterator[None]:
    """A process that hears Ctrl-C: one that was started in the background is told by its shell not to."""
    before = signal(SIGINT, default_int_handler)
    yield
    signal(SIGINT, before)


@pytest.mark.usefixtures("heeding")
@pytest.mark.parametrize("moment", [".out.aside-", "/en"])
def test_an_interrupt_is_told_and_leaves_nothing_half_done(capsys: pytest.CaptureFixture[str], moment: str) -> None:
    before = sorted(path.name for path in Path().iterdir())
    interrupting.append(moment)
    found = answer(capsys, "build", "week", "--to", "out")
    assert (found["status"], [finding["code"] for finding in found["findings"]]) == (130, ["command.interrupted"])
    interrupting.append(moment)
    assert run(["build", "week", "--to", "out"]) == Exit.INTERRUPTED
    assert capsys.readouterr() == ("", "Interrupted; nothing is left half done.\n")
    assert sorted(path.name for path in Path().iterdir()) == before


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@pytest.mark.parametrize("verb", ["serve week", "preview week", "demo"])
def test_a_port_in_use_is_no_fault_of_what_was_given(
    capsys: pytest.CaptureFixture[str], taken_port: int, verb: str
) -> None:
    capsys.readouterr()
    assert run([*verb.split(), "--port", str(taken_port)]) == Exit.UNDECIDED
    told = capsys.readouterr()
    mend = "Stop that program, or choose another with --port."
    assert (told.out, told.err) == ("", f"error: Port {taken_port} is used by another program. {mend}\n")


def onto(path: str, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The status of a command whose stdout is a file of the system."""
    with Path(path).open("w", encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        return run(list(arguments))


@pytest.mark.parametrize("verb", ["check week", "check week --json", "init second", "--help"])
def test_an_answer_that_cannot_be_written_is_told_on_stderr(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    capsys.readouterr()
    assert onto("/dev/full", monkeypatch, *verb.split()) == Exit.UNDECIDED
    assert capsys.readouterr().err == "error: This machine stood in the way: No space left on device.\n"


@pytest.mark.parametrize(("source", "status"), [("week", 0), ("broken", 2)])
@pytest.mark.parametrize("json", [[], ["--json"]])
def test_a_reader_who_has_enough_changes_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, source: str, status: int, json: list[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    capsys.readouterr()
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        assert run(["check", source, *json]) == status
    assert capsys.readouterr().err == ""

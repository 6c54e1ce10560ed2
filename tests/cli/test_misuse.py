"""What is typed wrongly is answered with what to type, whatever the verb."""

import json
from pathlib import Path
from typing import Any

import pytest
import typer

from kakehashi.cli import run
from kakehashi.cli.app import app
from kakehashi.cli.misuse import misuse

PROGRAM: Any = typer.main.get_command(app)
VERBS = tuple(PROGRAM.commands)
VALUED = [
    (verb, parameter.opts[0])
    for verb in VERBS
    for parameter in PROGRAM.commands[verb].params
    if parameter.opts[0].startswith("--") and not parameter.is_flag
]


def answer(capsys: pytest.CaptureFixture[str], *typed: str) -> dict[str, Any]:
    """The one finding of a command that is refused."""
    assert run([*typed, "--json"]) == 2
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    return dict(finding)


@pytest.mark.parametrize("verb", VERBS)
def test_all_that_a_verb_cannot_do_without_is_a_folder_and_its_help_shows_how(verb: str) -> None:
    command = PROGRAM.commands[verb]
    required = [parameter for parameter in command.params if parameter.required]
    assert {parameter.type_descriptor.annotation for parameter in required} <= {Path}
    assert f"kakehashi {verb} " in command.help or not required


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "demo"])
def test_without_a_folder_the_verb_itself_is_shown_with_one(capsys: pytest.CaptureFixture[str], verb: str) -> None:
    assert run([verb]) == 2
    told = f"error: “kakehashi {verb}” needs the name of a folder. Write, for example: kakehashi {verb} "
    assert capsys.readouterr().err.startswith(told)


@pytest.mark.parametrize(("verb", "option"), VALUED)
def test_an_option_at_the_end_misses_its_value(capsys: pytest.CaptureFixture[str], verb: str, option: str) -> None:
    assert run([verb, option]) == 2
    end = f"See what belongs there with: kakehashi {verb} --help"
    assert capsys.readouterr().err == f"error: Nothing stands after {option}. {end}\n"


def test_of_an_option_written_twice_the_last_counts(capsys: pytest.CaptureFixture[str]) -> None:
    finding = answer(capsys, "build", "week", "--audience", "staff", "--audience", "Staf", "--to", "out")
    assert (finding["value"], finding["nearest"], finding["expected"][0]) == ("Staf", "staff", "public")


def test_an_error_of_a_kind_that_is_not_known_is_told_in_its_own_words() -> None:
    class Newer(typer.TyperException):
        def format_message(self) -> str:
            return "The moon is full."

    finding = misuse(Newer(""), "check", PROGRAM, ["check"])
    assert (finding.code, finding.values["reason"]) == ("command.misused", "The moon is full.")

"""What is typed wrongly is answered with what to type, whatever the verb."""

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from tools.commands import commands

from kakehashi.cli import run
from kakehashi.cli.misuse import misuse
from kakehashi.cli.program import whole_program

PROGRAM: Any = typer.main.get_command(whole_program())
VERBS = commands()
VALUED = [
    (verb, parameter.opts[0])
    for verb in VERBS
    for parameter in VERBS[verb].params
    if parameter.opts[0].startswith("--") and not parameter.is_flag
]


def required(verb: str) -> list[Any]:
    """What a verb cannot do without."""
    return [parameter for parameter in VERBS[verb].params if parameter.required]


def answer(capsys: pytest.CaptureFixture[str], *typed: str) -> dict[str, Any]:
    """The one finding of a command that is refused."""
    assert run([*typed, "--json"]) == 2
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    return dict(finding)


@pytest.mark.parametrize("verb", VERBS)
def test_all_that_a_verb_cannot_do_without_is_a_path_or_a_week_and_its_help_shows_how(verb: str) -> None:
    needed = required(verb)
    assert {parameter.type_descriptor.annotation for parameter in needed} <= {Path, str, int}
    assert f"kakehashi {verb} " in VERBS[verb].help or not needed


@pytest.mark.parametrize("verb", [verb for verb in VERBS if required(verb)])
def test_without_a_folder_or_file_the_verb_itself_is_shown_with_one(
    capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    assert run(verb.split()) == 2
    what = "file" if required(verb)[0].metavar == "FILE" else "folder"
    told = f"error: “kakehashi {verb}” needs the name of a {what}. Write, for example: kakehashi {verb} "
    assert capsys.readouterr().err.startswith(told)


@pytest.mark.parametrize(("verb", "option"), VALUED)
def test_an_option_at_the_end_misses_its_value(capsys: pytest.CaptureFixture[str], verb: str, option: str) -> None:
    assert run([*verb.split(), option]) == 2
    end = f"See what belongs there with: kakehashi {verb} --help"
    assert capsys.readouterr().err == f"error: Nothing stands after {option}. {end}\n"


@pytest.mark.parametrize("group", sorted({verb.partition(" ")[0] for verb in VERBS if " " in verb}))
def test_a_verb_that_has_verbs_of_its_own_names_them(capsys: pytest.CaptureFixture[str], group: str) -> None:
    own = tuple(verb.partition(" ")[2] for verb in VERBS if verb.startswith(f"{group} "))
    assert run([group]) == 2
    told = capsys.readouterr().err
    assert told.startswith(
        f"error: “kakehashi {group}” needs one more word. Write one of these words after it: {own[0]}"
    )
    finding = answer(capsys, group, f"{own[0]}x", "week")
    assert (finding["code"], finding["nearest"]) == ("command.unknown", own[0])


def test_of_an_option_written_twice_the_last_counts(capsys: pytest.CaptureFixture[str]) -> None:
    finding = answer(capsys, "build", "week", "--audience", "staff", "--audience", "Staf", "--to", "out")
    assert (finding["value"], finding["nearest"], finding["expected"][0]) == ("Staf", "staff", "public")


def test_an_error_of_a_kind_that_is_not_known_is_told_in_its_own_words() -> None:
    class Newer(typer.TyperException):
        def format_message(self) -> str:
            return "The moon is full."

    finding = misuse(Newer(""), "check", PROGRAM, ["check"])
    assert (finding.code, finding.values["reason"]) == ("command.misused", "The moon is full.")

"""The person's language, as their environment names it."""

from collections.abc import Callable

import pytest

from kakehashi.cli.terminal import safe_words, say, terminal_words, write_json
from kakehashi.findings import Fact, Refused


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANGUAGE": "xx:ru:en", "LANG": "ja_JP.UTF-8"}, "ru"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "tlh"}, "en"),
        ({"LANG": "de@euro"}, "de"),
        ({"LANG": "es_419.UTF-8"}, "es"),
        ({"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANGUAGE": "", "LC_MESSAGES": "de_AT", "LANG": "ja_JP"}, "de"),
        ({"LANGUAGE": "../ja", "LANG": "_:@."}, "en"),
        ({}, "en"),
    ],
)
def test_the_first_language_that_we_speak_is_spoken(environment: dict[str, str], language: str) -> None:
    assert terminal_words(environment).language == language


@pytest.fixture
def told(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[[], bytes]:
    """What has come out on stdout, byte by byte."""
    return lambda: capsysbinary.readouterr().out


def test_a_name_that_is_no_text_is_said_all_the_same(told: Callable[[], bytes]) -> None:
    say("week-\udcff")
    assert told() == b"week-\\udcff\n"


def test_a_name_that_is_no_text_is_json_all_the_same(told: Callable[[], bytes]) -> None:
    write_json({"file": "\udcff"})
    assert told() == b'{"file": "\\udcff"}\n'


def test_a_folder_of_catalogues_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        terminal_words({"KAKEHASHI_CATALOGUES": "nowhere", "LANG": "ja"})
    assert [(finding.code, finding.values["value"]) for finding in refused.value.findings] == [
        ("catalogue.no-folder", "nowhere")
    ]


def test_a_refusal_can_be_spoken_of_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAKEHASHI_CATALOGUES", "nowhere")
    monkeypatch.setenv("LANGUAGE", "ja")
    assert safe_words().tell(Fact("command.interrupted")) == "Interrupted; nothing is left half done."

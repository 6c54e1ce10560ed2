"""The person's language, as their environment names it."""

from collections.abc import Callable

import pytest

from kakehashi.cli.terminal import say, terminal_words, write_json


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANGUAGE": "xx:ru:en", "LANG": "ja_JP.UTF-8"}, "ru"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "tlh"}, "en"),
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

"""The person's language, as their environment names it."""

import pytest

from kakehashi.cli.terminal import terminal_words


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

"""A name is spelt once for each script."""

import pytest

from kakehashi.words import Passage, ProperName, Text
from kakehashi.words.scripts import read_as, script_of, spelling_for


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        *(("de", "Latn"), ("vi", "Latn"), ("sw", "Latn"), ("ru", "Cyrl"), ("bg", "Cyrl"), ("el", "Grek")),
        *(("ja", "Jpan"), ("ko", "Kore"), ("zh", "Hans"), ("zh-TW", "Hant"), ("zh-Hant", "Hant"), ("zh-HK", "Hant")),
        *(("sr", "Cyrl"), ("sr-Latn", "Latn"), ("sr-Latn-RS", "Latn"), ("uz", "Latn"), ("kk", "Cyrl")),
        *(("ar", "Arab"), ("he", "Hebr"), ("hi", "Deva"), ("am", "Ethi"), ("de-CH", "Latn"), ("es-419", "Latn")),
    ],
)
def test_every_language_has_its_usual_script_unless_its_tag_names_another(tag: str, script: str) -> None:
    assert script_of(tag) == script


def test_a_language_that_nobody_knows_shares_its_script_with_no_other() -> None:
    assert spelling_for("qaa", ["qab", "ja"], ["ja"]) == "ja"
    assert read_as("qaa", "qaa") == "qaa"
    assert read_as("qab", "qaa") == "qab"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", Passage("en", "Lima")),
        ("es", Passage("es", "Lima")),
        ("sr-Latn", Passage("sr-Latn", "Lima")),
        ("ja", Passage("ja", "リマ")),
        ("ru", Passage("ja", "リマ")),
        ("zh-Hans", Passage("ja", "リマ")),
    ],
)
def test_a_city_is_shown_in_the_readers_script_before_any_other(language: str, expected: Passage) -> None:
    assert ProperName(ja="リマ", de="Lima").best(language, ["ja", "de", "en"]) == expected


def test_of_two_spellings_in_a_script_the_first_of_the_week_stands_in() -> None:
    city = ProperName(en="Munich", de="München")
    assert city.best("es", ["de", "en"]) == Passage("es", "München")
    assert city.best("es", ["en", "de"]) == Passage("es", "Munich")
    assert city.best("de", ["en"]) == Passage("de", "München")


def test_a_name_that_nobody_has_spelt_is_none() -> None:
    assert ProperName().best("en", ["de"]) is None
    assert ProperName().wanting("en") and not ProperName(de="Lima").wanting("en")


def test_any_other_text_stays_in_the_language_in_which_it_was_written() -> None:
    assert Text(ja="橋", de="Brücke").best("en", ["ja", "de"]) == Passage("ja", "橋")
    assert Text(de="Brücke").wanting("en")


def test_a_proper_name_is_a_text_like_any_other_with_the_same_wordings() -> None:
    assert ProperName(de="Lima") == Text(de="Lima")
    assert hash(ProperName(de="Lima")) == hash(Text(de="Lima"))

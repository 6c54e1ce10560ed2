"""Counts, numbers, lists and names of languages."""

import pytest

from kakehashi.words import own_name, spoken_languages, words_of
from kakehashi.words.extraction import FOLDER
from kakehashi.words.messages import translations_from


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 минут"),
        (1, "1 минута"),
        (2, "2 минуты"),
        (4, "4 минуты"),
        (5, "5 минут"),
        (11, "11 минут"),
        (12, "12 минут"),
        (21, "21 минута"),
        (22, "22 минуты"),
        (101, "101 минута"),
        (104, "104 минуты"),
        (111, "111 минут"),
        (1001, "1 001 минута"),
    ],
)
def test_russian_counts_in_three_forms_of_whole_numbers(number: int, expected: str) -> None:
    assert plain(words_of("ru").minutes(number)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("1 minute", "10 minutes")),
        ("ja", ("1分", "10分")),
        ("de", ("1 Minute", "10 Minuten")),
        ("es", ("1 minuto", "10 minutos")),
        ("zz", ("1 minute", "10 minutes")),
    ],
)
def test_a_length_of_time_is_counted(language: str, expected: tuple[str, str]) -> None:
    assert (words_of(language).minutes(1), words_of(language).minutes(10)) == expected


def test_a_number_and_what_it_counts_stay_on_one_line_in_russian() -> None:
    assert words_of("ru").minutes(10) == "10\N{NO-BREAK SPACE}минут"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "12,345.5"), ("ja", "12,345.5"), ("ru", "12 345,5"), ("de", "12.345,5")],
)
def test_a_number_has_the_marks_of_its_language(language: str, expected: str) -> None:
    assert plain(words_of(language).number(12345.5)) == expected


def test_a_number_past_counting_stays_as_it_is() -> None:
    assert [words_of("de").number(number) for number in (10**25, 1e25)] == ["1" + "0" * 25, "1e+25"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "A, B and C"), ("ja", "A、B、C"), ("ru", "A, B и C"), ("de", "A, B und C"), ("es", "A, B y C")],
)
def test_a_list_ends_as_its_language_ends_lists(language: str, expected: str) -> None:
    assert words_of(language).listing(["A", "B", "C"]) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Inés", "Ana e Inés"),
        ("hijos", "Ana e hijos"),
        ("Íñigo", "Ana e Íñigo"),
        ("Yolanda", "Ana y Yolanda"),
        ("hierro", "Ana y hierro"),
        ("Iago", "Ana y Iago"),
        ("Luis", "Ana y Luis"),
        (" y Inés", "Ana y  y Inés"),
    ],
)
def test_a_spanish_and_is_not_swallowed_by_the_sound_after_it(last: str, expected: str) -> None:
    assert words_of("es").listing(["Ana", last]) == expected


@pytest.mark.parametrize(("language", "expected"), [("es", "Inés"), ("ja", "Inés"), ("en", "Inés")])
def test_a_list_of_one_is_that_one(language: str, expected: str) -> None:
    assert (words_of(language).listing(["Inés"]), words_of(language).listing([])) == (expected, "")


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "Japanese"), ("ja", "日本語"), ("ru", "японский"), ("de", "Japanisch")]
)
def test_a_language_has_a_name_in_another(language: str, expected: str) -> None:
    assert words_of(language).language_name("ja") == expected


def test_a_language_calls_itself_by_its_own_name() -> None:
    assert [own_name(tag) for tag in ("ja", "en", "ru", "de", "es")] == [
        "日本語",
        "English",
        "Русский",
        "Deutsch",
        "Español",
    ]


def test_a_language_that_nobody_knows_is_called_by_its_tag() -> None:
    assert (own_name("qqq"), words_of("ja").language_name("qqq")) == ("qqq", "qqq")


def test_a_message_without_translation_is_said_in_english() -> None:
    assert words_of("ja").say("Nobody says %(what)s.", what="this") == "Nobody says this."


def test_a_context_parts_two_senses_of_one_english_word() -> None:
    assert words_of("ru").say_in("mark", "sample") == "пример"


def test_what_parts_things_of_different_kinds_begins_no_line() -> None:
    assert [words_of(tag).dot for tag in ("en", "ru", "ja")] == ["\xa0· ", "\xa0· ", "\u3000"]


def test_a_region_speaks_the_words_of_its_language() -> None:
    assert words_of("ja-JP").say("Break") == "休憩"


def test_words_of_a_language_are_made_once() -> None:
    assert words_of("ru") is words_of("ru")


def test_english_and_every_catalogue_are_spoken() -> None:
    catalogues = {path.stem for path in (FOLDER / "words" / "catalogues").glob("*.po")}
    assert spoken_languages() == tuple(sorted(catalogues | {"en"}))


def test_a_catalogue_that_was_just_begun_speaks_english() -> None:
    assert translations_from(b"", "fr").gettext("Break") == "Break"

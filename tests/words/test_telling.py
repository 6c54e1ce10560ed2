"""Facts become sentences."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kakehashi.findings import Fact, Stretch, Value
from kakehashi.words import words_of
from kakehashi.words.facts import codes, mend_of, sentence_of
from kakehashi.words.telling import LONGEST, shown, value

ENGLISH = words_of("en")
NOON = datetime(2021, 9, 29, 12, tzinfo=ZoneInfo("Asia/Tokyo"))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, "nothing"),
        (True, "yes"),
        (False, "no"),
        (2021, "2021"),
        (30000, "30,000"),
        (0.5, "0.5"),
        ("room", "room"),
        ((), "nothing"),
        (("a", "b"), "a and b"),
        ({}, "nothing"),
        ({"ja": "架け橋", "en": "bridge"}, "bridge"),
        ({"ja": "架け橋"}, "架け橋"),
        (date(2021, 9, 29), "Wednesday 29 September 2021"),
        (datetime(2021, 9, 29, 6, tzinfo=UTC), "Wednesday 29 September 2021 06:00"),
        (datetime(2021, 9, 29, 15, tzinfo=ZoneInfo("Asia/Tokyo")), "Wednesday 29 September 2021 15:00 (UTC+9)"),
        (Stretch(NOON, NOON + timedelta(hours=2)), "Wednesday 29 September 2021 12:00–14:00 (UTC+9)"),
        (
            Stretch(NOON, NOON + timedelta(hours=12)),
            "Wednesday 29 September 2021 12:00 (UTC+9) – Thursday 30 September 2021 00:00 (UTC+9)",
        ),
        (
            Stretch(*(datetime(2027, 3, 28, hour, tzinfo=ZoneInfo("Europe/Berlin")) for hour in (1, 6))),
            "Sunday 28 March 2027 01:00 (UTC+1) – Sunday 28 March 2027 06:00 (UTC+2)",
        ),
    ],
)
def test_a_value_reads_by_its_type(given: Value, expected: str) -> None:
    assert plain(value(ENGLISH, given)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ja", "2021年9月29日（水）15:00（UTC+9）"), ("ru", "среда, 29 сентября 2021 г., 15:00 (UTC+9)")],
)
def test_day_and_time_are_parted_as_the_language_does_it(language: str, expected: str) -> None:
    moment = datetime(2021, 9, 29, 15, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert plain(value(words_of(language), moment)) == expected


def test_a_text_is_told_in_the_readers_language() -> None:
    assert value(words_of("ja"), {"en": "bridge", "ja": "架け橋"}) == "架け橋"


def test_a_value_cannot_turn_the_line_it_stands_in() -> None:
    assert shown("a\x1b[31m\u202eb\nc") == "a\\u001b[31m\\u202eb c"
    assert shown("a\u2028b\u2029c\u061cd") == "a\\u2028b\\u2029c\\u061cd"


def test_a_long_value_is_shortened() -> None:
    assert shown("x" * 10_000) == "x" * (LONGEST - 1) + "…"


def test_a_fact_without_a_sentence_is_told_by_its_code_and_values() -> None:
    assert ENGLISH.tell(Fact("no.such", (), {"value": "x", "count": 2})) == "no.such: value = x, count = 2"


def test_a_known_name_that_is_near_is_the_mend() -> None:
    assert ENGLISH.mend(Fact("no.such", (), {"nearest": "room"})) == "Did you mean “room”?"


def test_a_fact_that_nothing_general_mends_has_no_mend() -> None:
    assert ENGLISH.mend(Fact("no.such")) is None


def test_a_value_that_a_fact_lacks_is_a_gap_in_the_sentence() -> None:
    assert ENGLISH.tell(Fact("build.not-a-folder")) == "… is not a folder."


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("ru", "Секция «Химия»", "«Секция „Химия“»"),
        ("ja", "「日露医学研究教育センター」の準備状況", "「『日露医学研究教育センター』の準備状況」"),
    ],
)
def test_a_title_with_a_quotation_is_quoted_as_the_language_does_it(language: str, title: str, expected: str) -> None:
    assert expected in words_of(language).tell(Fact("explain.called-off", (), {"what": {language: title}}))


def test_what_stands_in_a_file_keeps_its_quotation_marks() -> None:
    assert "「「化学」」" in words_of("ja").tell(Fact("explain.unknown-item", (), {"value": "「化学」"}))


def test_a_day_that_ends_in_a_full_stop_ends_its_sentence_too() -> None:
    late = Fact("due.title", (), {"who": "Ада", "item": "Чай", "due": date(2021, 9, 29)})
    assert plain(words_of("ru").tell(late)).endswith(" 2021 г.")


def test_dots_that_are_no_full_stops_stay_as_they_are() -> None:
    assert ENGLISH.tell(Fact("source.no-folder", (), {"value": "wait... ../week"})).startswith("wait... ../week:")


def test_the_tables_of_all_rooms_are_one() -> None:
    assert sentence_of("build.not-a-folder") == "%(value)s is not a folder."
    assert mend_of("init.not-empty") == "Choose a new name."
    assert codes() == tuple(sorted(codes()))

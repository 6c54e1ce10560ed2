"""Days and ranges as natives of each language write them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kakehashi.words import words_of

SEP29, SEP30, OCT1, OCT3 = date(2021, 9, 29), date(2021, 9, 30), date(2021, 10, 1), date(2021, 10, 3)
DEC31, JAN1 = date(2021, 12, 31), date(2022, 1, 1)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Wednesday 29 September 2021"),
        ("en-US", "Wednesday, September 29, 2021"),
        ("ja", "2021年9月29日（水）"),
        ("ja-JP", "2021年9月29日（水）"),
        ("ru", "среда, 29 сентября 2021 г."),
        ("de", "Mittwoch, 29. September 2021"),
        ("es", "miércoles, 29 de septiembre de 2021"),
        ("zz", "Wednesday, 29 September 2021"),
    ],
)
def test_a_day_in_full_names_weekday_and_year(language: str, expected: str) -> None:
    assert plain(words_of(language).day(SEP29)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Wednesday 29 September"),
        ("ja", "9月29日（水）"),
        ("ru", "среда, 29 сентября"),
        ("de", "Mittwoch, 29. September"),
        ("es", "miércoles, 29 de septiembre"),
    ],
)
def test_a_day_of_a_known_year_names_the_weekday_in_full(language: str, expected: str) -> None:
    assert plain(words_of(language).day_short(SEP29)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["29–30 September 2021", "29 September – 1 October 2021", "31 December 2021 – 1 January 2022"]),
        (
            "ja",
            [
                "2021年9月29日（水）〜30日（木）",
                "2021年9月29日（水）〜10月1日（金）",
                "2021年12月31日（金）〜2022年1月1日（土）",
            ],
        ),
        ("ru", ["29–30 сентября 2021 г.", "29 сентября — 1 октября 2021 г.", "31 декабря 2021 г. — 1 января 2022 г."]),
        ("de", ["29.–30. September 2021", "29. September – 1. Oktober 2021", "31. Dezember 2021 – 1. Januar 2022"]),
        (
            "es",
            [
                "29–30 de septiembre de 2021",
                "29 de septiembre – 1 de octubre de 2021",
                "31 de diciembre de 2021 – 1 de enero de 2022",
            ],
        ),
    ],
)
def test_a_range_names_month_and_year_once_where_that_is_enough(language: str, expected: list[str]) -> None:
    ranges = ([SEP29, SEP30], [SEP29, SEP30, OCT1], [DEC31, JAN1])
    assert [plain(words_of(language).days(days)) for days in ranges] == expected


FEB28, FEB29, MAR1 = date(2020, 2, 28), date(2020, 2, 29), date(2020, 3, 1)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["28–29 February 2020", "28 February – 1 March 2020", "1–31 May 2021"]),
        (
            "ja",
            ["2020年2月28日（金）〜29日（土）", "2020年2月28日（金）〜3月1日（日）", "2021年5月1日（土）〜31日（月）"],
        ),
        ("ru", ["28–29 февраля 2020 г.", "28 февраля — 1 марта 2020 г.", "1–31 мая 2021 г."]),
        ("de", ["28.–29. Februar 2020", "28. Februar – 1. März 2020", "1.–31. Mai 2021"]),
        ("es", ["28–29 de febrero de 2020", "28 de febrero – 1 de marzo de 2020", "1–31 de mayo de 2021"]),
    ],
)
def test_a_leap_day_and_a_whole_month_are_ranges_like_others(language: str, expected: list[str]) -> None:
    may = [date(2021, 5, number) for number in range(1, 32)]
    ranges = ([FEB28, FEB29], [FEB28, FEB29, MAR1], may)
    assert [plain(words_of(language).days(days)) for days in ranges] == expected


def test_a_range_over_a_day_that_its_year_does_not_have_is_none() -> None:
    days = [date(2021, 2, 28), date(2021, 3, 1)]
    assert plain(words_of("en").days(days)) == "28 February – 1 March 2021"
    assert plain(words_of("en").days([date(2020, 2, 28), MAR1])) == "28 February 2020 and 1 March 2020"


def test_a_single_day_is_its_date() -> None:
    assert plain(words_of("en").days([SEP29])) == "29 September 2021"
    assert words_of("ja").days([SEP29]) == "2021年9月29日（水）"


def test_a_gap_between_days_parts_the_range() -> None:
    assert plain(words_of("en").days([OCT3, SEP29, SEP30])) == "29–30 September 2021 and 3 October 2021"


def test_no_days_are_no_words() -> None:
    assert words_of("ru").days([]) == ""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["2018", "July 2018", "17 January 2018"]),
        ("ja", ["2018年", "2018年7月", "2018年1月17日"]),
        ("ru", ["2018", "июль 2018 г.", "17 января 2018 г."]),
        ("de", ["2018", "Juli 2018", "17. Januar 2018"]),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(language: str, expected: list[str]) -> None:
    texts = ("2018", "2018-07", "2018-01-17")
    assert [plain(words_of(language).partial_date(text)) for text in texts] == expected


def test_what_is_no_date_stays_as_it_is() -> None:
    assert words_of("en").partial_date("soon") == "soon"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "09:05–15:40"), ("ja", "9:05〜15:40"), ("ru", "9:05–15:40"), ("de", "09:05–15:40"), ("es", "9:05–15:40")],
)
def test_a_span_is_in_24_hours_with_the_languages_dash(language: str, expected: str) -> None:
    start = datetime(2021, 9, 29, 9, 5, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert words_of(language).span(start, start.replace(hour=15, minute=40)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Wednesday", "Wed", "September")),
        ("ja", ("水曜日", "水", "9月")),
        ("ru", ("среда", "ср", "сентября")),
        ("de", ("Mittwoch", "Mi", "September")),
    ],
)
def test_weekday_and_month_stand_beside_the_numeral_of_a_day(language: str, expected: tuple[str, str, str]) -> None:
    words = words_of(language)
    assert (words.weekday(SEP29), words.weekday_short(SEP29), words.month(SEP29)) == expected


def test_a_days_number_is_not_parted_from_its_month() -> None:
    assert words_of("ru").day(SEP29) == "среда, 29\N{NO-BREAK SPACE}сентября 2021\N{NO-BREAK SPACE}г."
    assert words_of("en").day_short(SEP29) == "Wednesday 29\N{NO-BREAK SPACE}September"
    assert words_of("de").day_short(SEP29) == "Mittwoch, 29.\N{NO-BREAK SPACE}September"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["00:00", "23:00–00:00"]),
        ("ja", ["0:00", "23:00〜0:00"]),
        ("ru", ["0:00", "23:00–0:00"]),
        ("de", ["00:00", "23:00–00:00"]),
        ("es", ["0:00", "23:00–0:00"]),
    ],
)
def test_midnight_is_the_hour_0_whether_a_day_begins_or_ends(language: str, expected: list[str]) -> None:
    midnight = datetime(2021, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    words = words_of(language)
    assert [words.clock(midnight), words.span(midnight - timedelta(hours=1), midnight)] == expected


@pytest.mark.parametrize("text", ["2018-13", "2018-02-30", "2018-07-17T10:00", "18", "10000", " 2018", "2018-", ""])
def test_a_date_that_no_calendar_has_stays_as_it_is(text: str) -> None:
    assert words_of("ru").partial_date(text) == text

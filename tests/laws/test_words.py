"""Laws of words: what holds for every day, clock, number, text and fact, in every language."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from itertools import pairwise
from unicodedata import normalize
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.findings import Fact, Value
from kakehashi.words import spoken_languages, words_of
from kakehashi.words.dates import runs
from kakehashi.words.facts.registry import codes, mend_of, sentence_of, tables
from kakehashi.words.typography import phrases

LANGUAGES = (*spoken_languages(), "en-US", "fr", "zh-Hant-TW", "ar", "fa", "sw", "zz")
NO_BREAK = "\N{NO-BREAK SPACE}"

languages = st.sampled_from(LANGUAGES)
days = st.dates(date(1970, 1, 2), date(2100, 12, 30))
zones = st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"}))
moments = st.integers(0, 2**31 - 1).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
texts = st.text(st.characters(codec="utf-8"), max_size=60)
japanese = st.text("金沢大学の発表「は」、。ロシアABc 12(水)〜<&", max_size=40)
russian = st.text("аяв Я.—–12№§«» ", max_size=40)
values: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    days,
    moments,
    texts,
    st.lists(texts, max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(["ja", "en", "ru"]), texts, max_size=3),
)


@given(languages, days)
def test_a_day_in_full_tells_the_day_from_every_other_in_the_same_week_and_year(language: str, day: date) -> None:
    words = words_of(language)
    near = {day + timedelta(days=number) for number in range(-7, 8)}
    assert len({words.day(other) for other in near}) == len(near)


@given(languages, days)
def test_a_day_in_full_names_its_weekday_year_and_short_form(language: str, day: date) -> None:
    words = words_of(language)
    assert str(day.year) in words.day(day)
    short = words.weekday_short(day)
    assert any(form in words.day(day) for form in (words.weekday(day), f"({short})", f"（{short}）"))


@given(st.sets(days, max_size=12))
def test_the_runs_of_some_days_are_those_days_and_do_not_touch(chosen: set[date]) -> None:
    found = list(runs(chosen))
    again = [first + timedelta(days=number) for first, last in found for number in range((last - first).days + 1)]
    assert again == sorted(chosen)
    assert all(start - end > timedelta(days=1) for (_, end), (start, _) in pairwise(found))


@given(languages, days, st.integers(1, 20))
def test_a_range_tells_its_first_and_last_day(language: str, first: date, length: int) -> None:
    words = words_of(language)
    told = words.days(first + timedelta(days=number) for number in range(length))
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    assert {first.day, (first + timedelta(days=length - 1)).day} <= set(numbers)


@given(languages, st.times())
def test_a_clock_tells_hour_and_minute_in_24_hours(language: str, time: object) -> None:
    local = datetime.combine(date(2021, 9, 29), time)  # type: ignore[arg-type]
    told = words_of(language).clock(local)
    assert [int(number) for number in re.findall(r"\d+", told)] == [local.hour, local.minute]


@given(zones, moments)
def test_an_offset_is_what_the_clock_differs_by(zone: str, at: datetime) -> None:
    told = re.fullmatch(r"UTC([+−])(\d+)(?::(\d\d))?", words_of("en").offset(zone, at))
    assert told is not None
    distance = timedelta(hours=int(told[2]), minutes=int(told[3] or 0)) * (1 if told[1] == "+" else -1)
    assert abs(distance - (at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta())) < timedelta(minutes=1)


@given(languages, zones, moments)
def test_a_clock_has_a_name_that_does_not_depend_on_the_zone_of_the_moment(
    language: str, zone: str, at: datetime
) -> None:
    words = words_of(language)
    assert words.zone_name(zone, at).strip()
    assert words.zone_name(zone, at) == words.zone_name(zone, at.astimezone(ZoneInfo("Asia/Kathmandu")))


@given(zones, moments)
def test_hours_from_moscow_and_from_utc_agree(zone: str, at: datetime) -> None:
    told = words_of("ru").moscow_offset(zone, at)
    moscow = at.astimezone(ZoneInfo("Europe/Moscow")).utcoffset() or timedelta()
    there = at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    hours = (there - moscow) // timedelta(hours=1)
    assert told in (None, "МСК" if there == moscow else f"МСК{'+' if hours > 0 else '−'}{abs(hours)}")


@given(languages, st.integers(0, 10**9))
def test_a_count_names_its_number(language: str, number: int) -> None:
    words = words_of(language)
    assert words.minutes(number).startswith(words.number(number))


@given(languages, st.integers(-(10**12), 10**12))
def test_a_number_keeps_its_digits(language: str, number: int) -> None:
    assert re.sub(r"\D", "", words_of(language).number(number)) == str(abs(number))


@given(languages, st.lists(st.text("abc", min_size=1, max_size=3), max_size=5))
def test_a_listing_holds_its_members_in_order(language: str, members: list[str]) -> None:
    told = words_of(language).listing([f"<{member}>" for member in members])
    assert re.findall(r"<(\w+)>", told) == members


@given(languages, st.one_of(texts, japanese, russian))
def test_spacing_changes_nothing_but_spaces(language: str, text: str) -> None:
    spaced = words_of(language).spaced(text)
    assert spaced.replace(NO_BREAK, " ") == text.replace(NO_BREAK, " ")
    assert words_of(language).spaced(spaced) == spaced


@given(languages, st.one_of(texts, japanese, russian))
def test_breakable_text_is_the_text_and_holds_no_markup_of_its_own(language: str, text: str) -> None:
    told = str(words_of(language).breakable(text)).replace("<wbr>", "")
    assert "<" not in told and ">" not in told
    assert unescape(told.replace(NO_BREAK, " ")) == unescape(told).replace(NO_BREAK, " ")
    assert unescape(told) == words_of(language).spaced(text)


@given(st.one_of(japanese, st.text("ー、。）・：ゃっ（「が\u3099\u200d\U000e0100金沢ABÉяЯ19.,:/+-~ ", max_size=30)))
def test_japanese_is_parted_where_a_line_may_end_and_the_next_begin(text: str) -> None:
    parts = phrases(text)
    assert "".join(parts) == text
    for before, after in pairwise(parts):
        assert not re.match("[ー、。）・：ゃっ\u3099\u200d\U000e0100]", after)
        assert before[-1] not in "（「\u200d"
        assert not re.fullmatch(r"[A-Za-zÉяЯ0-9]{2}|[!-~]{2}", before[-1] + after[0])


@given(st.text("金沢ABé が\u3099ー。", max_size=20))
def test_texts_that_look_alike_are_told_alike(text: str) -> None:
    composed, decomposed = normalize("NFC", text), normalize("NFD", text)
    assert normalize("NFC", str(words_of("ja").breakable(decomposed)).replace("<wbr>", "")) == composed
    for language in LANGUAGES:
        assert normalize("NFC", words_of(language).quote(decomposed)) == normalize(
            "NFC", words_of(language).quote(composed)
        )


@given(st.lists(st.text("aiIíhHyoe ", min_size=1, max_size=4), min_size=2, max_size=4))
def test_a_spanish_list_ends_in_the_and_that_can_be_heard(members: list[str]) -> None:
    before, word, last = re.fullmatch(
        f"(.*) ([ye]) ({re.escape(members[-1])})", words_of("es").listing(members)
    ).groups()  # type: ignore[union-attr]
    assert (before, last) == (", ".join(members[:-1]), members[-1])
    assert word == ("e" if re.match("h?[ií]([^aeou]|$)", last.lower()) else "y")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quotation_holds_what_it_quotes(language: str) -> None:
    quoted = words_of(language).quote("Dacha")
    assert (quoted[1:-1], len(quoted)) == ("Dacha", 7)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_tells_the_values_that_it_names(language: str) -> None:
    for code in codes():
        named = set(re.findall(r"%\((\w+)\)s", str(sentence_of(code)))) - {"count"}
        told = words_of(language).tell(Fact(code, (), {name: f"<{name}>" for name in named}))
        assert (code, set(re.findall(r"<(\w+)>", told)), "%(" in told) == (code, named, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mend_formats_though_its_fact_has_no_values(language: str) -> None:
    mends = [words_of(language).mend(Fact(code)) for code in codes()]
    assert [mend is not None for mend in mends] == [mend_of(code) is not None for code in codes()]


@given(st.sampled_from(codes()), languages, st.dictionaries(st.sampled_from(["value", "count", "key"]), values))
def test_no_fact_is_untellable(code: str, language: str, carried: dict[str, Value]) -> None:
    fact = Fact(code, (), carried)
    told = words_of(language).tell(fact) + (words_of(language).mend(fact) or "")
    assert told.isprintable() or not re.search(r"[\x00-\x1f]", told)


def test_no_code_has_two_sentences() -> None:
    told = [code for table in tables() for code in table.SENTENCES]
    assert sorted(told) == list(codes())


def test_no_mend_is_for_a_code_without_a_sentence() -> None:
    assert {code for table in tables() for code in table.MENDS} - set(codes()) == set()

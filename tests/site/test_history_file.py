"""The history of a week as a file: one form, and nothing else is taken for it."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import SLUGS, texts

from kakehashi.findings import Change, Refused
from kakehashi.frozen import FrozenMap
from kakehashi.site import Entry, History, history_bytes, read_history
from kakehashi.week.differing import CODES
from kakehashi.words import Text
from kakehashi.words.zones import rules

INSTANT = datetime(2021, 9, 27, 1, tzinfo=UTC)
RETIMED = Change(
    "item.retimed",
    ("items", "welcome"),
    {
        "what": Text(ja="開会の辞", en="Welcome"),
        "old": datetime(2021, 9, 29, 15, tzinfo=rules("Asia/Tokyo")),
        "new": datetime(2021, 9, 29, 16, tzinfo=rules("Asia/Tokyo")),
        "day": date(2021, 9, 29),
    },
)
HISTORY = History(
    (Entry(2, INSTANT, (RETIMED,)), Entry(1, INSTANT)), FrozenMap({"items/a/": None, "items/b/": "items/c/"})
)

values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    texts(),
    st.dictionaries(st.sampled_from(("ja", "en", "sr-Latn")), texts()).map(Text),
    st.lists(SLUGS).map(tuple),
    st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis adds it
)
changes = st.builds(
    Change,
    st.sampled_from(sorted(CODES)),
    st.lists(SLUGS | st.integers(), max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(("what", "old", "new", "people", "fields")), values),
)
addresses = st.builds("{}/{}/".format, st.sampled_from(("items", "people")), SLUGS)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Histories of up to four releases."""
    count = draw(st.integers(0, 4))
    entries = tuple(Entry(n, INSTANT, tuple(draw(st.lists(changes, max_size=2)))) for n in range(count, 0, -1))
    return History(entries, FrozenMap(draw(st.dictionaries(addresses, st.none() | addresses))))


@given(histories())
def test_a_history_comes_back_from_its_file_as_it_went(history: History) -> None:
    assert read_history(history_bytes(history)) == history


@given(histories())
def test_one_history_has_one_file(history: History) -> None:
    backwards = History(history.entries, FrozenMap(reversed(list(history.gone.items()))))
    assert history_bytes(backwards) == history_bytes(history) == history_bytes(read_history(history_bytes(history)))


def test_a_change_stands_on_a_line_of_its_own() -> None:
    assert history_bytes(HISTORY).decode().splitlines() == [
        '{"format": "kakehashi-history/1",',
        ' "entries": [',
        '  {"number": 2, "instant": "2021-09-27T01:00:00Z", "changes": [',
        '   {"code": "item.retimed", "place": ["items", "welcome"], "values": {"day": {"day": "2021-09-29"}, '
        '"new": {"instant": "2021-09-29T07:00:00Z", "zone": "Asia/Tokyo"}, '
        '"old": {"instant": "2021-09-29T06:00:00Z", "zone": "Asia/Tokyo"}, '
        '"what": {"text": {"ja": "開会の辞", "en": "Welcome"}}}}]},',
        '  {"number": 1, "instant": "2021-09-27T01:00:00Z", "changes": []}],',
        ' "gone": {',
        '  "items/a/": null,',
        '  "items/b/": "items/c/"}}',
    ]


def test_a_moment_comes_back_on_the_clock_that_it_was_told_on() -> None:
    told = read_history(history_bytes(HISTORY)).entries[0].changes[0].values["new"]
    assert str(told) == "2021-09-29 16:00:00+09:00"


def test_the_example_of_the_specification_is_such_a_file_byte_for_byte() -> None:
    document = (Path(__file__).parents[2] / "docs/specification/history.md").read_text("utf-8")
    example = document.partition("```json\n")[2].partition("```")[0].encode()
    assert history_bytes(read_history(example)) == example


def altered(**keys: Any) -> bytes:
    return json.dumps(json.loads(history_bytes(HISTORY)) | keys).encode()


def of_change(**keys: Any) -> bytes:
    change = {"code": "item.changed", "place": [], "values": {}} | keys
    return altered(entries=[{"number": 1, "instant": "2021-09-27T01:00:00Z", "changes": [change]}])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "kakehashi-history/1", "format": "kakehashi-history/1", "entries": [], "gone": {}}',
        b'{"format": "kakehashi-history/1", "entries": NaN, "gone": {}}',
    ],
    ids=["empty", "not UTF-8", "endless brackets", "a key twice", "no number"],
)
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_history(content)
    assert refused.value.findings[0].code.startswith("history.")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (altered(format="kakehashi-history/2"), "format"),
        (altered(extra=1), "extra"),
        (altered(gone={"../../etc/passwd/": None}), "gone.../../etc/passwd/.[key]"),
        (altered(gone={"items/a/": "//evil.example/"}), "gone.items/a/"),
        (altered(entries=[{"number": 0, "instant": "2021-09-27T01:00:00Z", "changes": []}]), "entries.0.number"),
        (altered(entries=[{"number": 1, "instant": "2021-09-27T01:00:00", "changes": []}]), "entries.0.instant"),
        (altered(entries=[{"number": n, "instant": "2021-09-27T01:00:00Z", "changes": []} for n in (1, 2)]), "entries"),
        (of_change(code="item.exploded"), "item.exploded"),
        (of_change(place=[1.5]), "entries.0.changes.0.place.0.str"),
        (of_change(values={"on click": 1}), "entries.0.changes.0.values.on click.[key]"),
    ],
)
def test_what_is_no_history_is_refused_with_its_place(content: bytes, place: str) -> None:
    with pytest.raises(Refused) as refused:
        read_history(content)
    (finding,) = refused.value.findings
    assert (finding.code, finding.values["value"]) == ("history.wrong", place)


@given(st.binary(max_size=200) | texts().map(str.encode))
def test_no_bytes_do_more_than_be_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        read_history(content)

"""What a reader must know of an item beside its title, and what the document's lists are called."""

from collections.abc import Iterator
from enum import StrEnum
from types import ModuleType
from typing import Any

import pytest
from tests.site.reading import a_site, reader
from tests.week.building import item

from kakehashi.site import naming
from kakehashi.site.addresses import Kind
from kakehashi.site.naming import called, page_name
from kakehashi.site.shown.marks import tags
from kakehashi.week.items import ItemKind, Status
from kakehashi.words import words_of

LANGUAGES = ("en", "ja", "ru", "de", "es")


def marked(language: str = "en", **keys: Any) -> str:
    """The marks of an item with these keys."""
    return tags(reader(a_site(languages=[language], items={"tea": item(**keys)}), language), "tea")


def test_an_item_that_is_as_it_should_be_has_no_mark() -> None:
    assert marked() == ""


def test_marks_stand_in_the_order_closed_off_invented() -> None:
    every = marked(visibility="members", status="cancelled", notes=[{"kind": "invented"}])
    # What is closed keeps nothing of its notes.
    assert every == '<span class="tag members">members only</span> <span class="tag off">cancelled</span>'


@pytest.mark.parametrize(
    ("kind", "status", "told"),
    [
        ("talk", "cancelled", "取り下げ"),
        ("student-presentation", "withdrawn", "取り下げ"),
        ("signing-ceremony", "cancelled", "中止"),
        ("signing-ceremony", "postponed", "延期"),
    ],
)
def test_japanese_takes_a_talk_off_and_calls_an_event_off(kind: str, status: str, told: str) -> None:
    assert marked("ja", kind=kind, status=status) == f'<span class="tag off">{told}</span>'


def members(module: ModuleType) -> Iterator[StrEnum]:
    """Every member of every closed list of the document that naming knows."""
    lists = {value for value in vars(module).values() if isinstance(value, type) and issubclass(value, StrEnum)}
    for one in lists - {StrEnum, Kind}:
        yield from one


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_a_list_is_called_something_and_no_two_of_a_list_alike(language: str) -> None:
    words = words_of(language)
    names = [(type(one), called(words, one)) for one in members(naming)]
    assert len(names) > 100
    assert [name for name in names if not name[1] or names.count(name) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_of_the_navigation_bear_one_name(language: str) -> None:
    names = [page_name(words_of(language), kind) for kind in naming.PAGES]
    assert [name for name in names if names.count(name) > 1] == []


def test_equal_words_of_two_lists_keep_their_own_names() -> None:
    words = words_of("en")
    told = [
        called(words, one)
        for one in (ItemKind.REPORT, naming.AttendanceMode.OPEN, naming.AttendanceState.OPEN, Status.TENTATIVE)
    ]
    assert told == ["Spoken report", "Open to everyone, without registration", "Places are free", "to be confirmed"]

"""A document cannot be changed, however deep one reaches into it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from tests.week.filling import filled, full_week

from kakehashi.frozen import FrozenMap
from kakehashi.week import Moment, Private, Week, timetable
from kakehashi.week.part import Value


def everything_in(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from everything_in(getattr(value, name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from everything_in(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from everything_in(one)


DOCUMENTS: list[Value] = [full_week(), Private.model_validate(filled(Private))]
ALL = [value for document in DOCUMENTS for value in everything_in(document)]


def kinds_of_parts(kind: type[Value] = Value) -> Iterator[type[Value]]:
    for inner in kind.__subclasses__():
        if inner.__module__.startswith("kakehashi.week"):
            yield inner
            yield from kinds_of_parts(inner)


def test_every_kind_of_part_is_tried() -> None:
    untried = {kind.__name__ for kind in kinds_of_parts()} - {type(value).__name__ for value in ALL}
    assert untried == {"Part", "VisibleWeek"}


def test_no_field_of_any_part_can_be_set_or_deleted() -> None:
    for part in (value for value in ALL if isinstance(value, Value)):
        for name in type(part).model_fields:
            with pytest.raises(ValidationError, match="frozen"):
                setattr(part, name, None)
            with pytest.raises(ValidationError, match="frozen"):
                delattr(part, name)


def test_no_mapping_can_be_changed() -> None:
    for mapping in (value for value in ALL if isinstance(value, Mapping)):
        assert isinstance(mapping, FrozenMap)
        assert not hasattr(mapping, "__setitem__")
        assert not hasattr(mapping, "__delitem__")
        with pytest.raises(TypeError):
            mapping._entries = {}


def test_nothing_that_can_change_stands_in_a_document() -> None:
    assert {type(value) for value in ALL if isinstance(value, (list, dict, set, bytearray))} == set()


def test_no_part_of_a_moment_or_a_timetable_can_be_set() -> None:
    week = full_week()
    for value in (Moment.parse("2021-09-29T15:00[Asia/Tokyo]"), timetable(week), *timetable(week).placements):
        for name in value.__dataclass_fields__:
            with pytest.raises(AttributeError):
                setattr(value, name, None)


def test_a_document_can_be_hashed_which_only_frozen_things_can() -> None:
    assert {full_week(), full_week()} == {full_week()}


def test_a_document_keeps_no_hold_of_what_it_was_made_from() -> None:
    made_from: dict[str, Any] = {"slug": "w", "title": {"en": "A"}, "languages": ["en"], "zone": "UTC", "days": []}
    made_from["days"].append("2021-09-29")
    week = Week.model_validate(made_from)
    made_from["title"]["en"] = "B"
    assert week.title == {"en": "A"}

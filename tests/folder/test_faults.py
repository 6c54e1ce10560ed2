"""What the document's types refuse, in our own codes, with what was found and what was probably meant."""

from typing import Any

import pytest
from pydantic import ValidationError

from kakehashi.findings import Finding, Place
from kakehashi.folder.faults import fault, follows, shape_at, shortened
from kakehashi.folder.shapes import Clock, Duration, Leaf, Wording, group
from kakehashi.week import Week
from kakehashi.week.institutions import Institution
from kakehashi.week.items import Item
from kakehashi.week.part import Value
from kakehashi.week.people import Person
from kakehashi.week.places import Block
from kakehashi.week.planning import Planning
from kakehashi.week.programmes import Programme
from kakehashi.week.recordings import Recording

WEEK = {"slug": "a", "title": {"en": "A"}, "languages": ["en"], "zone": "UTC", "days": ["2021-09-29"]}
BLOCK = {"start": "2021-09-29T15:00[UTC]", "slots": 1, "slot_minutes": 5}
PLAN = {"status": "optimal", "objective": 1, "timetable": "0" * 64}


def refused(model: type[Value], values: dict[str, Any]) -> Finding:
    """The one fault of these values."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    (error,) = (error for error in caught.value.errors() if not follows(error))
    return fault(error, group(model))


@pytest.mark.parametrize(
    ("model", "values", "code", "value", "nearest"),
    [
        (Week, WEEK | {"slug": "Tea Week"}, "not-a-slug", "Tea Week", "tea-week"),
        (Week, WEEK | {"slug": "お茶"}, "not-a-slug", "お茶", None),
        (Week, WEEK | {"slug": "a" * 81}, "too-long", "a" * 81, None),
        (Week, WEEK | {"zone": "tokyo"}, "not-a-zone", "tokyo", "Asia/Tokyo"),
        (Week, WEEK | {"days": []}, "empty", None, None),
        (Week, WEEK | {"days": ["soon"]}, "not-a-day", "soon", None),
        (Week, WEEK | {"languages": ["english!"]}, "not-a-language", "english!", None),
        (Week, WEEK | {"stage": "helt"}, "not-one-of", "helt", "held"),
        (Week, WEEK | {"address": "example.org"}, "not-an-address", "example.org", None),
        (Week, WEEK | {"motto": {"en": ""}}, "empty", None, None),
        (Week, WEEK | {"motto": {"english!": "A"}}, "not-a-language", "english!", None),
        (Week, WEEK | {"rooms": {"Big Hall": {"name": {}}}}, "not-a-slug", "Big Hall", "big-hall"),
        (Week, WEEK | {"wanted": {"titles": ["en"]}}, "not-a-text-kind", "titles", None),
        (Item, {}, "missing", "kind", None),
        (Item, {"kind": "talk", "minutes": "ten"}, "not-a-number", "ten", None),
        (Item, {"kind": "talk", "minutes": "-5"}, "too-small", "-5", None),
        (Item, {"kind": "talk", "minutes": "10081"}, "too-great", "10081", None),
        (Person, {"orcid": "0000-0002-1825-0097"}, "not-an-orcid", "0000-0002-1825-0097", None),
        (Person, {"photograph": "../a.jpg"}, "not-a-media-path", "../a.jpg", None),
        (Week, WEEK | {"accent": "red"}, "not-a-colour", "red", None),
        (Institution, {"name": {}, "zone": "UTC", "country": "Japan"}, "not-a-country", "Japan", None),
        (Institution, {"name": {}, "zone": "UTC", "ror": "02hwp6a56"}, "not-a-ror-id", "02hwp6a56", None),
        (Block, BLOCK | {"start": "2021-02-30T15:00[UTC]"}, "not-a-moment", "2021-02-30T15:00[UTC]", None),
        (Block, BLOCK | {"start": "2021-09-29T15:00[tokyo]"}, "not-a-zone", "tokyo", "Asia/Tokyo"),
        (Recording, {"title": {}, "seconds": "soon"}, "not-a-duration", "soon", None),
        (Programme, {"name": {}, "since": "long ago"}, "not-a-date", "long ago", None),
        (Planning, PLAN | {"timetable": "0"}, "not-a-digest", "0", None),
        (Planning, PLAN | {"gap": "inf"}, "not-a-decimal", "inf", None),
        (Planning, PLAN | {"gap": "much"}, "not-a-decimal", "much", None),
    ],
)
def test_each_refusal_has_a_code_of_ours(
    model: type[Value], values: dict[str, Any], code: str, value: str | None, nearest: str | None
) -> None:
    found = refused(model, values)
    assert (found.code, found.values.get("value"), found.values.get("nearest")) == (f"shape.{code}", value, nearest)


@pytest.mark.parametrize(
    ("place", "shape"),
    [
        (("title",), Wording),
        (("blocks", "b", "start"), Clock),
        (("recordings", "r", "chapters", 0, "at"), Duration),
        (("items", "a", "speakers", 3, "person"), Leaf),
        (("title", "en", "further"), Leaf),
        (("nothing", "here"), Leaf),
    ],
)
def test_what_should_stand_in_a_place_is_known_from_the_types(place: Place, shape: type) -> None:
    assert type(shape_at(group(Week), place)) is shape


def test_a_very_long_value_is_quoted_by_its_beginning() -> None:
    assert (shortened("a" * 200), shortened("a" * 201)) == ("a" * 200, "a" * 199 + "…")

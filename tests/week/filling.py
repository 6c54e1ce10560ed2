"""A part in which every field holds something, made from the types; every word in it tells where it stands."""

from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from kakehashi.frozen import FrozenMap
from kakehashi.week import Moment, Week
from kakehashi.week.agreements import Agreement, Office
from kakehashi.week.institutions import Institution, RorId
from kakehashi.week.items import Item
from kakehashi.week.part import Keyed, Value
from kakehashi.week.people import Orcid, Person
from kakehashi.week.recordings import Recording
from kakehashi.week.scalars import ColourCode, MailAddress, MediaPath, PartialDate, To, WebAddress, ZoneName
from kakehashi.week.symposia import Session, Symposium
from kakehashi.words import LanguageTag, ProperName, Text

DIGEST = r"^[0-9a-f]{64}$"
WRITTEN: list[tuple[Any, Any]] = [
    (LanguageTag, "en"),
    (ZoneName, "Asia/Tokyo"),
    (ColourCode, "#0e4c9e"),
    (MailAddress, "office@example.org"),
    (PartialDate, "2021-09"),
    (RorId, "https://ror.org/02hwp6a56"),
    (Orcid, "https://orcid.org/0000-0002-1825-0097"),
    (Moment, "2021-09-29T15:00[Asia/Tokyo]"),
    (date, "2021-09-29"),
    (bool, True),
    (int, 5),
    (float, 1.5),
]


def filled(kind: type[Value], where: str = "", /, **keys: Any) -> dict[str, Any]:
    """What `kind` is read from, every field given; each text says `<where.field>`, references lead to `one`."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: _value(hints[name], f"{where}.{name}") for name in kind.model_fields} | keys


def _value(hint: Any, where: str) -> Any:  # noqa: PLR0911
    if where.endswith(".year"):
        return 2019
    for known, written in WRITTEN:
        if hint == known:
            return written
    if hint in (Text, ProperName):
        return {"en": f"<{where}>", "ja": f"<{where}>"}
    if hint == MediaPath:
        return f"file{where}"
    if hint == WebAddress:
        return f"https://example.org/{where}"
    if hint is str:
        return f"<{where}>"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint)).value
    if isinstance(hint, type) and issubclass(hint, Value):
        return filled(hint, where)
    return _composed(hint, where)


def _composed(hint: Any, where: str) -> Any:  # noqa: PLR0911
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _value(next(one for one in arguments if one is not NoneType), where)
    if origin is tuple:
        return [_value(arguments[0], f"{where}.0")]
    if origin is Keyed:
        return {"one": _value(arguments[0], f"{where}.one")}
    if origin is FrozenMap:
        return {_value(arguments[0], f"{where}.key"): _value(arguments[1], f"{where}.value")}
    assert origin is Annotated, hint
    if any(isinstance(mark, To) for mark in arguments):
        return "one"
    patterns = [getattr(mark, "pattern", None) for mark in arguments]
    if DIGEST in patterns:
        return "0" * 64
    if r"^[A-Z]{2}$" in patterns:
        return "JP"
    return "one" if any(patterns) else _value(arguments[0], where)


def full_week(**keys: Any) -> Week:
    """A week in which every field of every kind of part is filled, and of which everything is public."""
    return Week.model_validate(full_keys() | keys)


def full_keys() -> dict[str, Any]:
    """What `full_week` is read from."""
    return filled(Week, languages=["ja", "en"], wanted={"Item.title": ["en"]})


COLLECTIONS: dict[str, type[Value]] = {
    "symposia": Symposium,
    "sessions": Session,
    "items": Item,
    "people": Person,
    "institutions": Institution,
    "recordings": Recording,
    "agreements": Agreement,
    "offices": Office,
}


def another(collection: str, slug: str, /, **keys: Any) -> dict[str, Any]:
    """One more filled part of a collection, under `slug`."""
    return {slug: filled(COLLECTIONS[collection], f".{collection}.{slug}", **keys)}

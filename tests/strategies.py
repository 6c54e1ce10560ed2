"""Hypothesis strategies for whole valid weeks: every part, references right, texts as hostile as people's texts are.

`weeks()` gives `Week`s, `privates(week)` what an office may know beside one. Slugs are short, so that they meet.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from kakehashi.folder.leaves import Kind, choices, kind, limits
from kakehashi.folder.shapes import Clock, Duration, Group, Leaf, Many, Named, Shape, Wording, Years, group
from kakehashi.week import Week
from kakehashi.week.private import Private

LANGUAGES = ("ja", "en", "ru", "de", "no", "zh-Hant", "sr-Latn")
ZONES = ("Asia/Tokyo", "Europe/Moscow", "Asia/Kathmandu", "Europe/Berlin", "America/Lima", "UTC")
COLLECTIONS = (
    *("institutions", "people", "programmes", "rooms", "blocks", "symposia", "sessions", "items"),
    *("recordings", "agreements", "offices"),
)

HOSTILE = (
    *("no", "1:30", "~", "null", "2021-09-29", "0x1F", ".inf", "- a", "a: b", "a #b", "#a", "'a'", '"a"', "a'b\"c\\"),
    *("{a}", "[a]", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "---", "...", "? a", "a:", "<b>&amp;</b>"),
    *("a\n\n b", "a\n---\nb", "a\n  b\n c", "a\n\tb", "a\tb", "a\r\nb", "a\x85b", "a\u2028b\u2029c", "\ufeffa"),
    *("\u202ea\u202c", "\u200fa", "\U0001f469\u200d\U0001f467\U0001f3f3\ufe0f", "e\u0301" * 9),
    *("日本語の「題」: 発表", "Имя — «Ф. И. О.»", "long " * 60 + "end", "x" * 3000, "a  b" * 40),
)


def texts() -> SearchStrategy[str]:
    """One wording: anything printable, without spaces at its ends, never empty."""
    characters = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t\x85")
    free = st.text(characters, min_size=1, max_size=40).map(str.strip).filter(_lasting)
    return st.one_of(st.sampled_from(HOSTILE), st.sampled_from(("架け橋", "Bridge", "Мост")), free)


def _lasting(text: str) -> bool:
    return bool(text) and text[0] not in "\x85\ufeff" and text[-1] != "\x85" and not text[0].isspace()


SLUGS = st.one_of(
    st.sampled_from(("a", "b", "c-1", "no", "1", "2021", "0x1", "1e5", "welcome", "null", "y")),
    st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True),
)
DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))
PARTIAL_DATES = st.one_of(
    DAYS.map(str), DAYS.map(lambda day: str(day)[:7]), st.integers(1900, 2100).map(lambda year: f"{year:04}")
)
ADDRESSES = st.sampled_from(("https://example.org", "http://example.org/a?b=c#d", "https://пример.example/路/%20:"))
MAILS = st.sampled_from(("office@example.org", "o-h.1@xn--e1afmkfd.example"))
MEDIA = st.sampled_from(("a.jpg", "keynote/film.mp4", "-x_1.vtt", "1", "no"))


WALLS = st.one_of(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - a wall clock has no zone
    st.sampled_from((datetime(2021, 10, 31, 2, 30), datetime(2021, 3, 28, 2, 30))),  # noqa: DTZ001
)
MOMENTS = st.builds(
    lambda wall, offset, zone: f"{wall:%Y-%m-%dT%H:%M}{offset}[{zone}]",
    WALLS,
    st.sampled_from(("", "", "", "+01:00", "-03:30")),
    st.sampled_from(ZONES),
)
"""Moments in their long form; in the nights in which clocks change too."""


@dataclass(frozen=True)
class Reference:
    """Stands for a slug of one of these collections until the slugs of the week are known."""

    collections: tuple[str, ...]
    number: int


def _leaf(leaf: Leaf) -> SearchStrategy[Any]:
    if leaf.collections:
        return st.builds(Reference, st.just(leaf.collections), st.integers(0, 5))
    if choices(leaf):
        return st.sampled_from(choices(leaf))
    least, most = limits(leaf)
    if kind(leaf) is Kind.NUMBER:
        return st.integers(-1000 if least is None else int(least), 5000 if most is None else int(most))
    return _LEAVES[kind(leaf)]


_LEAVES: Mapping[Kind, SearchStrategy[Any]] = {
    Kind.TEXT: texts(),
    Kind.SLUG: SLUGS,
    Kind.LANGUAGE: st.sampled_from(LANGUAGES),
    Kind.TEXT_KIND: st.sampled_from(("Item.title", "Person.names", "Item.abstract")),
    Kind.ADDRESS: ADDRESSES,
    Kind.MAIL: MAILS,
    Kind.MEDIA: MEDIA,
    Kind.COLOUR: st.from_regex(r"#?[0-9A-Fa-f]{6}", fullmatch=True),
    Kind.ZONE: st.sampled_from(ZONES),
    Kind.DAY: DAYS.map(str),
    Kind.PARTIAL_DATE: PARTIAL_DATES,
    Kind.COUNTRY: st.sampled_from(("JP", "RU", "NO")),
    Kind.ROR: st.just("https://ror.org/02hwp6a56"),
    Kind.ORCID: st.just("https://orcid.org/0000-0002-1825-009X"),
    Kind.DIGEST: st.just("0123456789abcdef" * 4),
    Kind.DECIMAL: st.floats(0, 1e9, allow_nan=False),
    Kind.YES_NO: st.booleans(),
}


@cache
def values_of(shape: Shape) -> SearchStrategy[Any]:
    """Plain values of a shape in the long form, with a `Reference` for each slug that must exist."""
    return _STRATEGIES[type(shape)](shape)


def parts(shape: Group, without: Sequence[str] = ()) -> SearchStrategy[dict[str, Any]]:
    """Plain values of one part: its required keys and some of the others."""
    fields = {name: values_of(of) for name, of in shape.fields.items() if name not in without}
    required = {name: of for name, of in fields.items() if name in shape.required}
    return st.fixed_dictionaries(required, optional={name: of for name, of in fields.items() if name not in required})


_STRATEGIES: Mapping[type, Callable[[Any], SearchStrategy[Any]]] = {
    Leaf: _leaf,
    Wording: lambda _: st.dictionaries(st.sampled_from(LANGUAGES), texts(), max_size=2),
    Clock: lambda _: MOMENTS,
    Duration: lambda _: st.integers(0, 90_000_000),
    Many: lambda many: st.lists(values_of(many.of), max_size=2),
    Years: lambda years: st.lists(values_of(years.of), max_size=2),
    Named: lambda named: st.dictionaries(_leaf(named.key), values_of(named.of), max_size=2),
    Group: parts,
}

_COLLECTION = {name: cast(Group, cast(Named, group(Week).fields[name]).of) for name in COLLECTIONS}


@st.composite
def documents(draw: DrawFn) -> dict[str, Any]:
    """The plain values of a whole valid week, in the long form."""
    values = draw(parts(group(Week), COLLECTIONS))
    values |= {
        name: draw(st.dictionaries(SLUGS, parts(of), min_size=1, max_size=2)) for name, of in _COLLECTION.items()
    }
    values["symposia"].pop("none", None)
    slugs = {name: list(values[name]) for name in COLLECTIONS}
    values = cast(dict[str, Any], resolved(values, slugs))
    for part in _with_positions(values):
        held = list(values["people"][part["person"]].get("positions", {}))
        part["position"] = held[0] if held else None
    values["languages"] = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=4, unique=True))
    values["days"] = draw(st.lists(DAYS.map(str), min_size=1, max_size=3, unique=True))
    return values


def _with_positions(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for collection, key in (("items", "speakers"), ("agreements", "signatories")):
        for part in values[collection].values():
            yield from part.get(key, ())


def resolved(values: Any, slugs: Mapping[str, Sequence[str]]) -> Any:
    """The same values with a slug of the week in place of each `Reference`; without one where there is none."""
    if isinstance(values, Reference):
        known = [slug for name in values.collections for slug in slugs[name]]
        return known[values.number % len(known)] if known else None
    if isinstance(values, dict):
        return {resolved(key, slugs): resolved(value, slugs) for key, value in values.items()}
    return [resolved(value, slugs) for value in values] if isinstance(values, list) else values


def weeks() -> SearchStrategy[Week]:
    """Whole valid weeks."""
    return documents().map(Week.model_validate)


def privates(week: Week) -> SearchStrategy[Private]:
    """What an office may know beside a week."""
    slugs = {name: list(getattr(week, name)) for name in COLLECTIONS}
    return parts(group(Private)).map(lambda values: Private.model_validate(resolved(values, slugs)))

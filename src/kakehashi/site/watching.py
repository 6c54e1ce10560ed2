"""What a file is made of: the reads of a site are noted while it is made, and compared with what another site answers.

A maker is a function of what it reads. One whose every read gets the same answer from another site would make the same
bytes there, since each read follows from those before it: it need not be made again. This is how a release renders what
changed and nothing else, without anyone having to say which page shows what.

>>> from kakehashi.site.answering import Answers
>>> from datetime import UTC, datetime
>>> from kakehashi.week import Visibility, Week, for_audience
>>> tea = {"slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"], "zone": "Asia/Tokyo",
...        "days": ["2021-09-29"], "rooms": {"hall": {"name": {"en": "Hall"}}, "attic": {"name": {"en": "Attic"}}}}
>>> def site(**parts: object) -> Site:
...     return Site(for_audience(Week.model_validate(tea | parts), Visibility.PUBLIC, datetime(2021, 9, 1, tzinfo=UTC)))
>>> watched = Watched(site())
>>> with watched.noting() as reads:
...     _ = watched.site.week.rooms["hall"].name
>>> sorted(reads)
[('week.rooms', 'at', 'hall')]
>>> Answers(site()).differing(reads, Answers(site(rooms={"hall": {"name": {"en": "Great hall"}}})))
{('week.rooms', 'at', 'hall')}
"""

from collections.abc import Callable, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias, TypeVar, get_origin, get_type_hints

from markupsafe import Markup

from kakehashi.site.asking import QUESTIONS
from kakehashi.site.site import Site
from kakehashi.week import Timetable
from kakehashi.week.part import Keyed
from kakehashi.week.visibility import VisibleWeek

T = TypeVar("T")


Read: TypeAlias = tuple[str, str, str]
"""One question to a site: of what, how, and under which key.

The first names what is asked: a field of the week (`week.items`), what a `Site` derives from it (`site.in_time`), the
timetable's (`timetable.by_item`), or a question (`question.kind_of`). The second is `at` for the entry of a mapping at
the key or the answer to a question about it, `has` for whether there is one, `keys` for all keys in their order, and
`all` for the whole value. A bare tuple, since a large site is asked millions of times.
"""


class Piece(NamedTuple):
    """A piece of pages that was made: its HTML, and what was read for it."""

    html: str
    reads: frozenset[Read]


PIECE = "piece"
"""What a read of a piece is a read of; its key names the piece."""


class _Notes:
    """Where reads are noted. Making a value that is kept for several files has notes of its own, added at each use."""

    def __init__(self) -> None:
        self.current: set[Read] = set()
        self.pieces: dict[str, Piece] = {}

    @contextmanager
    def apart(self) -> Iterator[set[Read]]:
        outer, self.current = self.current, set()
        try:
            yield self.current
        finally:
            self.current = outer


class _Map(Keyed[Any]):
    """A mapping that notes how it is read."""

    __slots__ = ("_name", "_notes")
    _name: str
    _notes: _Notes

    def __init__(self, name: str, entries: Mapping[Any, Any], notes: _Notes) -> None:
        super().__init__(entries)
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_notes", notes)

    def _note(self, how: str, key: object = "") -> None:
        self._notes.current.add((self._name, how, str(key)))

    def __getitem__(self, key: Any) -> Any:
        self._notes.current.add((self._name, "at", key if type(key) is str else str(key)))
        return self._entries[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """The entry under a key; whether there is one is a part of the answer."""
        self._notes.current.add((self._name, "at", key if type(key) is str else str(key)))
        return self._entries.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note("has", key)
        return key in self._entries

    def __iter__(self) -> Iterator[Any]:
        self._note("keys")
        return iter(self._entries)

    def __len__(self) -> int:
        self._note("keys")
        return len(self._entries)

    def keys(self) -> KeysView[Any]:
        """All keys, in order."""
        self._note("keys")
        return self._entries.keys()

    def values(self) -> ValuesView[Any]:
        """All values, in order."""
        self._note("all")
        return self._entries.values()

    def items(self) -> ItemsView[Any, Any]:
        """All entries, in order."""
        self._note("all")
        return self._entries.items()

    def __eq__(self, other: object) -> bool:
        self._note("all")
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]


def _noted(name: str) -> property:
    """An attribute of a watched thing that is no mapping: to read it is noted, and the plain thing answers."""
    attribute = name.partition(".")[2]
    read = (name, "all", "")

    def answer(self: Any) -> Any:
        inner = self.__dict__
        inner["_notes"].current.add(read)
        return getattr(inner["_plain"], attribute)

    return property(answer)


class _Week(VisibleWeek):
    """A week that notes which of its fields are read."""


class _Timetable(Timetable):
    """A timetable that notes how it is read."""


class _Site(Site):
    """A site that notes how it is read."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns, made once per key; its reads belong to everything that uses it."""
        notes: _Notes = self.__dict__["_notes"]
        if key not in self._kept:
            with notes.apart() as reads:
                made = make()
            self._kept[key] = made, frozenset(reads)
        kept, read = self._kept[key]
        notes.current |= read
        result: T = kept
        return result

    def lasting(self, key: tuple[str, ...], make: Callable[[], Markup]) -> Markup:
        """A piece of a page: the one that was handed in, if it was, else made, and told to whoever keeps pieces."""
        notes: _Notes = self.__dict__["_notes"]
        name = " ".join(key)
        notes.current.add((PIECE, "at", name))
        known = self.pieces.get(name)
        if known is None:
            with notes.apart() as reads:
                known = self.pieces[name] = str(make())
            notes.pieces[name] = Piece(known, frozenset(reads))
        return Markup(known)


def _asked(name: str) -> Callable[[_Site, str], Any]:
    """A question to a site that notes that it was asked, and not what the answer comes from."""
    of = f"question.{name}"

    def ask(self: _Site, key: str) -> Any:
        inner = self.__dict__
        inner["_notes"].current.add((of, "at", key))
        return getattr(inner["_plain"], name)(key)

    return ask


def _is(kind: type, annotation: object) -> bool:
    origin = get_origin(annotation) or annotation
    return isinstance(origin, type) and issubclass(origin, kind)


_MAPS = frozenset(name for name, known in VisibleWeek.model_fields.items() if _is(Keyed, known.annotation))
_MEMBERS = {name: member for kind in Site.__mro__ for name, member in vars(kind).items()}
_DERIVED = {name: member for name, member in _MEMBERS.items() if isinstance(member, cached_property)}
_DERIVED_MAPS = frozenset(
    name for name, member in _DERIVED.items() if _is(Mapping, get_type_hints(member.func).get("return"))
)

_BARE = frozenset({"timetable", "week", "assets", "pieces", "_kept"})
"""What a watched site has itself: things that note, or that depend on no week."""

# `fallbacks` is kept by the week, and would be noted only once.
for _name in {*VisibleWeek.model_fields, "fallbacks"} - _MAPS:
    type.__setattr__(_Week, _name, _noted(f"week.{_name}"))
for _name in ("placements", "spans"):
    setattr(_Timetable, _name, _noted(f"timetable.{_name}"))
for _name in {*_DERIVED, *Site.__dataclass_fields__} - _DERIVED_MAPS - _BARE:
    setattr(_Site, _name, _noted(f"site.{_name}"))
for _name in QUESTIONS:
    setattr(_Site, _name, _asked(_name))


def _watched_week(week: VisibleWeek, notes: _Notes) -> VisibleWeek:
    watched = _Week.model_construct(**{name: getattr(week, name) for name in VisibleWeek.model_fields})
    watched.__dict__.clear()
    watched.__dict__.update({name: _Map(f"week.{name}", getattr(week, name), notes) for name in _MAPS})
    watched.__dict__.update({"_notes": notes, "_plain": week})
    return watched


def _watched_timetable(timetable: Timetable, notes: _Notes) -> Timetable:
    watched = object.__new__(_Timetable)
    watched.__dict__.update(
        {
            "_notes": notes,
            "_plain": timetable,
            "by_item": _Map("timetable.by_item", timetable.by_item, notes),
            "by_session": _Map("timetable.by_session", timetable.by_session, notes),
        }
    )
    return watched


def _watched_site(site: Site, notes: _Notes) -> Site:
    watched = object.__new__(_Site)
    watched.__dict__.update({name: _Map(f"site.{name}", getattr(site, name), notes) for name in _DERIVED_MAPS})
    watched.__dict__.update(
        {
            "_notes": notes,
            "_plain": site,
            "_kept": {},
            "assets": site.assets,
            "pieces": dict(site.pieces),
            "week": _watched_week(site.week, notes),
            "timetable": _watched_timetable(site.timetable, notes),
        }
    )
    return watched


class Watched:
    """A site whose reads are noted, made from a plain one; pieces of pages that the plain one has stay as they are."""

    def __init__(self, plain: Site) -> None:
        self._notes = _Notes()
        self.site: Site = _watched_site(plain, self._notes)

    def pieces(self) -> Mapping[str, Piece]:
        """The pieces that have been made since this was last asked."""
        made, self._notes.pieces = self._notes.pieces, {}
        return made

    @contextmanager
    def noting(self) -> Iterator[set[Read]]:
        """The reads that are made within."""
        with self._notes.apart() as reads:
            yield reads

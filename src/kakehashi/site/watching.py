"""What a file is made of: the reads of a site are noted while it is made, and compared with what another site answers.

A maker is a function of what it reads. One whose every read gets the same answer from another site would make the same
bytes there, since each read follows from those before it: it need not be made again. This is how a release renders what
changed and nothing else, without anyone having to say which page shows what.

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
[Read(of='week.rooms', how='at', key='hall')]
>>> Answers(site()).differing(reads, Answers(site(rooms={"hall": {"name": {"en": "Great hall"}}})))
{Read(of='week.rooms', how='at', key='hall')}
"""

from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from kakehashi.site.site import QUESTIONS, Site
from kakehashi.week import Timetable
from kakehashi.week.part import Keyed
from kakehashi.week.visibility import VisibleWeek

T = TypeVar("T")


class Read(NamedTuple):
    """One question to a site.

    `of` names what is asked: a field of the week (`week.items`), what a `Site` derives from it (`site.in_time`), the
    timetable's (`timetable.by_item`), or a question (`question.kind_of`). `how` is `at` for the entry of a mapping at
    `key` or the answer to a question about it, `has` for whether there is one, `keys` for all keys in their order, and
    `all` for the whole value.
    """

    of: str
    how: str
    key: str = ""


class _Notes:
    """Where reads are noted. Making a value that is kept for several files has notes of its own, added at each use."""

    def __init__(self) -> None:
        self.current: set[Read] = set()

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
        self._notes.current.add(Read(self._name, how, str(key)))

    def __getitem__(self, key: Any) -> Any:
        self._notes.current.add(Read(self._name, "at", str(key)))
        return self._entries[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """The entry under a key; whether there is one is a part of the answer."""
        self._notes.current.add(Read(self._name, "at", str(key)))
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


_FIELDS = frozenset(VisibleWeek.model_fields) | {"fallbacks"}
"""What a week is asked for by name; `fallbacks` is kept by the week and would be noted only once."""


class _Week(VisibleWeek):
    """A week that notes which of its fields are read."""

    def __getattribute__(self, name: str) -> Any:
        value = super().__getattribute__(name)
        if name in _FIELDS and not isinstance(value, _Map):
            super().__getattribute__("__dict__")["_notes"].current.add(Read(f"week.{name}", "all"))
        return value


def _watched_week(week: VisibleWeek, notes: _Notes) -> VisibleWeek:
    fields = {name: getattr(week, name) for name in VisibleWeek.model_fields}
    maps = {name: _Map(f"week.{name}", value, notes) for name, value in fields.items() if isinstance(value, Keyed)}
    watched = _Week.model_construct(**fields | maps)
    watched.__dict__ |= {"_notes": notes, "fallbacks": week.fallbacks}
    return watched


class _Timetable(Timetable):
    """A timetable that notes how it is read."""

    def __getattribute__(self, name: str) -> Any:
        if name in ("placements", "spans"):
            super().__getattribute__("__dict__")["_notes"].current.add(Read(f"timetable.{name}", "all"))
        return super().__getattribute__(name)


def _watched_timetable(timetable: Timetable, notes: _Notes) -> Timetable:
    watched = _Timetable(timetable.placements, timetable.spans)
    watched.__dict__ |= {
        "_notes": notes,
        "by_item": _Map("timetable.by_item", timetable.by_item, notes),
        "by_session": _Map("timetable.by_session", timetable.by_session, notes),
    }
    return watched


_DERIVED = tuple(
    name for name, member in vars(Site).items() if isinstance(member, cached_property) and name != "timetable"
)


class _Site(Site):
    """A site that notes how it is read."""

    def __getattribute__(self, name: str) -> Any:
        value = super().__getattribute__(name)
        if name in _NOTED and not isinstance(value, _Map):
            super().__getattribute__("__dict__")["_notes"].current.add(Read(f"site.{name}", "all"))
        return value

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


def _asked(name: str) -> Callable[[_Site, str], Any]:
    """A question to a site that notes that it was asked, and not what the answer comes from."""

    def ask(self: _Site, key: str) -> Any:
        inner = self.__dict__
        inner["_notes"].current.add(Read(f"question.{name}", "at", key))
        return getattr(inner["_plain"], name)(key)

    return ask


for _name in QUESTIONS:
    setattr(_Site, _name, _asked(_name))

_NOTED = frozenset(_DERIVED) | frozenset(Site.__dataclass_fields__) - {"week", "assets", "_kept"}


class Watched:
    """A site whose reads are noted, made from a plain one."""

    def __init__(self, plain: Site) -> None:
        self._notes = _Notes()
        fields = {name: getattr(plain, name) for name in Site.__dataclass_fields__ if not name.startswith("_")}
        self.site: Site = _Site(**fields | {"week": _watched_week(plain.week, self._notes)})
        derived = {name: getattr(plain, name) for name in _DERIVED}
        maps = {
            name: _Map(f"site.{name}", value, self._notes)
            for name, value in derived.items()
            if isinstance(value, Mapping)
        }
        timetable = _watched_timetable(plain.timetable, self._notes)
        self.site.__dict__.update(derived | maps | {"_notes": self._notes, "_plain": plain, "timetable": timetable})

    @contextmanager
    def noting(self) -> Iterator[set[Read]]:
        """The reads that are made within."""
        with self._notes.apart() as reads:
            yield reads


class Answers:
    """What a plain site answers to reads."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._kept: dict[str, Any] = {}

    def _value(self, of: str) -> Any:
        if of not in self._kept:
            holder, _, name = of.partition(".")
            owner = {"week": self._site.week, "site": self._site, "timetable": self._site.timetable}[holder]
            value = getattr(owner, name)
            # Keys are noted as texts; a day's is its date.
            self._kept[of] = {str(key): entry for key, entry in value.items()} if isinstance(value, Mapping) else value
        return self._kept[of]

    def to(self, read: Read) -> object:
        """The answer, to be compared with that of another site."""
        if read.of.startswith("question."):
            return self._asked(read.of.removeprefix("question."), read.key)
        value = self._value(read.of)
        match read.how:
            case "at":
                return value.get(read.key)
            case "has":
                return read.key in value
            case "keys":
                return tuple(value)
            case _:
                return tuple(value.items()) if isinstance(value, dict) else value

    def _asked(self, name: str, key: str) -> object:
        try:
            return getattr(self._site, name)(key)
        except KeyError:
            # There is no such part here: whoever asked will find that out by another read, or be gone itself.
            return KeyError

    def differing(self, reads: Iterable[Read], other: "Answers") -> set[Read]:
        """The reads that two sites answer differently."""
        return {read for read in reads if self.to(read) != other.to(read)}

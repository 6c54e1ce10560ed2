"""What the releases of a week changed, and the addresses that earlier ones had: facts, told in each reader's language.

Nobody who is no longer in the week is in its history. People stand in it by their slugs alone (the value `people` of a
change) and are called as the week calls them now. With a person go the lines that name the person, in a title too, and
every former address and every line that has a word of the person's slug: nothing tells that there was somebody.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kakehashi.findings import Change, Value
from kakehashi.frozen import FrozenMap
from kakehashi.words import Text

REPLACED, CAME = "item.speaker-replaced", "item.speaker-added"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the release `number`, made at `instant` (aware), changed; nothing for the first."""

    number: int
    instant: datetime
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """The releases of a week, the newest first, and what became of the addresses that earlier ones had.

    An address is a page's folder below that of its language, with a final slash: `items/keynote/`. `gone` maps each
    that an earlier release had and this one has not to the one where its content is now, or to `None`.

    >>> before = History(gone=FrozenMap({"items/talk-of-ada/": "items/talk/", "items/leaves/": None}))
    >>> dict(before.without({"ada": ["Ada Tea"]}).gone)
    {'items/leaves/': None}
    """

    entries: tuple[Entry, ...] = ()
    gone: Mapping[str, str | None] = FrozenMap()

    def without(self, people: Mapping[str, Collection[str]]) -> "History":
        """The same without some people, each given by slug with the names that are to be found nowhere."""
        known = Known.by(people)
        gone = {address: target for address, target in self.gone.items() if not known.named_in(address, target or "")}
        return History(self._with_changes(lambda change: _without(change, known)), FrozenMap(gone))

    def reworded(self, reword: Callable[[str], str]) -> "History":
        """The same with every wording of a text passed through `reword`."""
        return History(self._with_changes(lambda change: _reworded(change, reword)), self.gone)

    def relocated(self, moves: Mapping[str, Mapping[str, str]]) -> "History":
        """The same with parts of the week under new slugs (`moves`: collection, older slug, newer slug)."""
        return History(self._with_changes(lambda change: _relocated(change, moves)), self.gone)

    def _with_changes(self, change: Callable[[Change], Change | None]) -> tuple[Entry, ...]:
        return tuple(
            replace(entry, changes=tuple(after for after in map(change, entry.changes) if after is not None))
            for entry in self.entries
        )


NO_RELEASE = History()
"""The history of a week that nobody has released."""


def people_of(change: Change) -> tuple[str, ...]:
    """The slugs of the people whom a change speaks of: of one in another's place, first who came."""
    people = change.values.get("people", ())
    return people if isinstance(people, tuple) else ()


@dataclass(frozen=True, slots=True)
class Known:
    """By what some people may be known: their slugs, the words of these, and their names (case folded)."""

    people: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]

    @classmethod
    def by(cls, people: Mapping[str, Collection[str]]) -> "Known":
        """By slugs with their names. Numbers and initials in a slug are known of nobody."""
        words = {word for slug in people for word in slug.split("-") if len(word) > 1 and not word.isdigit()}
        names = {name.casefold() for known in people.values() for name in known}
        return cls(frozenset(people), frozenset(words), frozenset(names))

    def named_in(self, *addresses: str) -> bool:
        """Whether a word of one of these addresses or slugs begins with one of theirs: `bobs-talk` does with `bob`."""
        # Of an address the first part is the kind of page.
        slugs = [address.rstrip("/").rpartition("/")[2] for address in addresses]
        words = [word for slug in slugs for word in slug.split("-")]
        return any(slug in self.people for slug in slugs) or any(
            word == known or (len(known) > 2 and word.startswith(known)) for word in words for known in self.words
        )

    def told_in(self, texts: Iterable[str]) -> bool:
        """Whether one of these texts has a name of theirs; a short one only as a word, where words stand apart."""
        return any(_has(text.casefold(), name) for text in texts for name in self.names)


_SHORT = 3
_TOGETHER = "\N{CJK RADICAL REPEAT}"
"""From here on scripts of East Asia, which write words without spaces."""


def _has(text: str, name: str) -> bool:
    if name not in text:
        return False
    return len(name) > _SHORT or name >= _TOGETHER or re.search(rf"\b{re.escape(name)}\b", text) is not None


def _without(change: Change, known: Known) -> Change | None:
    """What remains of a change without some people; `None` for nothing."""
    if known.told_in(text for value in change.values.values() for text in _wordings(value)):
        return None
    if known.named_in(*(part for part in change.place[1:2] if isinstance(part, str))):
        return None
    named = people_of(change)
    if not known.people & set(named):
        return change
    if change.code == REPLACED and named[0] not in known.people:
        return Change(CAME, change.place, {**change.values, "people": named[:1]})
    return None


def _wordings(value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, str):
        yield value


def _reworded(change: Change, reword: Callable[[str], str]) -> Change:
    def anew(value: Value) -> Value:
        return Text({tag: reword(text) for tag, text in value.items()}) if isinstance(value, Mapping) else value

    return Change(change.code, change.place, {name: anew(value) for name, value in change.values.items()})


def _relocated(change: Change, moves: Mapping[str, Mapping[str, str]]) -> Change:
    collection, slug = (*change.place, None, None)[:2]
    values = dict(change.values)
    if people := people_of(change):
        values["people"] = tuple(moves.get("people", {}).get(one, one) for one in people)
    if isinstance(collection, str) and isinstance(slug, str):
        slug = moves.get(collection, {}).get(slug, slug)
        return Change(change.code, (collection, slug, *change.place[2:]), values)
    return Change(change.code, change.place, values)

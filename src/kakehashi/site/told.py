"""What a reader of a language is told of what changed: of people by their present names, and only what differs."""

from collections.abc import Iterable, Iterator, Mapping

from kakehashi.findings import Change, Value
from kakehashi.site.history import Entry, people_of
from kakehashi.week import VisibleWeek
from kakehashi.week.people import Shown
from kakehashi.words import ProperName, Text, words_of


def with_names(week: VisibleWeek, change: Change) -> Change | None:
    """A change of a week's history with the present names of its people; `None` where somebody is not shown by name."""
    names = [_name(week, slug) for slug in people_of(change)]
    if not names:
        return change
    if not all(names):
        return None
    keys = ("what",) if change.code.startswith("person.") else ("person", "old")
    if change.code == "item.speaker-replaced":
        keys = ("new", "old")
    return Change(change.code, change.place, {**change.values, **dict(zip(keys, names, strict=False))})


def _name(week: VisibleWeek, slug: str) -> ProperName | None:
    person = week.people.get(slug)
    if person is None or person.shown is not Shown.NAME:
        return None
    return ProperName({tag: name.whole for tag, name in person.names.items()})


def changes_told(week: VisibleWeek, entry: Entry, language: str) -> tuple[str, ...]:
    """What a release of `week` changed, a plain sentence for each change, in the order in which they were found."""
    words = words_of(language)
    return tuple(words.tell(_in_language(week, change, language)) for change in told_to(week, entry.changes, language))


def told_to(week: VisibleWeek, changes: Iterable[Change], language: str) -> Iterator[Change]:
    """Those of the changes that a reader of a language is told of, with names.

    Whoever reads the same name as before is not told that something is called otherwise: another language has changed.
    """
    for change in changes:
        named = with_names(week, change)
        if named is None:
            continue
        old, new = (_wording(week, named.values.get(name), language) for name in ("old", "new"))
        if not (named.code.endswith(".renamed") and old == new):
            yield named


def _in_language(week: VisibleWeek, change: Change, language: str) -> Change:
    """The change with each text in the wording that pages of a language show."""
    values = {name: _wording(week, value, language) for name, value in change.values.items()}
    return Change(change.code, change.place, values)


def _wording(week: VisibleWeek, it: Value, language: str) -> Value:
    if not isinstance(it, Mapping):
        return it
    passage = (it if isinstance(it, Text) else Text(it)).best(language, week.fallbacks)
    return passage.text if passage else ""

"""Texts that are missing in a wanted language, and languages that the week does not list or that nobody has."""

from collections import Counter
from collections.abc import Iterator

from kakehashi.findings import Finding, Place, Severity, Value
from kakehashi.week.anatomy import Matter
from kakehashi.week.checks.case import Case
from kakehashi.week.document import Week
from kakehashi.week.part import Keyed
from kakehashi.week.people import Shown
from kakehashi.words import ProperName, Text, is_language, language_meant, taken_for_country

NAMED = {
    "institutions": "name",
    "programmes": "name",
    "rooms": "name",
    "symposia": "title",
    "recordings": "title",
    "agreements": "title",
    "offices": "name",
}
"""The collections whose parts pages cannot show without a name. Items have their kind, sessions their items."""


def text_missing(case: Case) -> Iterator[Finding]:
    """Texts that lack a wording in a wanted language, one finding for each text and language."""
    for found in case.shown_texts:
        if found.leaf.matter is Matter.TEXT:
            yield from _missing(case, found.place, f"{found.part}.{found.field}", found.value)
    for slug, person in case.week.people.items():
        if person.names and person.shown is Shown.NAME:
            # Names are parts and not texts, so the search for texts has passed them over.
            names = ProperName((tag, name.whole) for tag, name in person.names.items())
            yield from _missing(case, ("people", slug, "names"), "Person.names", names)


def _missing(case: Case, place: Place, key: str, wordings: Text) -> Iterator[Finding]:
    for language in case.week.wanted.get(key, case.week.languages):
        if wordings.wanting(language):
            part, name = _as_written(case.week, place)
            values: dict[str, Value] = {"field": key, "language": language, "text": wordings, "part": part, "key": name}
            yield Finding("text.missing", place, values, Severity.WARNING)


def _as_written(week: Week, place: Place) -> tuple[str, str]:
    """A place by the names that a person writes: the part of a collection, or the week, and the keys within it."""
    in_collection = isinstance(getattr(week, str(place[0])), Keyed)
    part, keys = (str(place[1]), place[2:]) if in_collection else (week.slug, place)
    return part, ".".join(key for key in keys if isinstance(key, str))


def nameless(case: Case) -> Iterator[Finding]:
    """Parts without a name in any language, and people shown by a name that they do not have."""
    if not case.week.title:
        yield Finding("text.empty", ("title",), {"value": case.week.slug})
    for collection, field in NAMED.items():
        for slug, part in getattr(case.week, collection).items():
            if not getattr(part, field):
                yield Finding("text.empty", (collection, slug, field), {"value": slug})
    for slug, person in case.week.people.items():
        if not person.names and person.shown is Shown.NAME:
            yield Finding("person.nameless", ("people", slug), {"value": slug})


def languages(case: Case) -> Iterator[Finding]:
    """Tags that are no language's, and languages that the week uses and does not list among its own; one finding for
    each."""
    first: dict[str, Place] = {}
    number: Counter[str] = Counter()
    for found in case.leaves(Matter.LANGUAGE, Matter.TEXT):
        if found.leaf.matter is Matter.LANGUAGE:
            used = {found.value: found.place}
        else:
            used = {tag: (*found.place, tag) for tag in found.value}
        for tag, place in used.items():
            first.setdefault(tag, place)
            number[tag] += 1
    for tag, place in first.items():
        values: dict[str, Value] = {"value": tag, "nearest": language_meant(tag)}
        if not is_language(tag):
            # What has three letters may still be registered: the longer code of a language, or a part of one.
            severity = Severity.ERROR if len(tag.partition("-")[0]) == 2 else Severity.WARNING
            yield Finding("language.unknown", place, values, severity)
        elif taken_for_country(tag):
            yield Finding("language.country", place, values, Severity.NOTE)
        elif tag not in case.week.languages:
            values = {"value": tag, "count": number[tag], "expected": case.week.languages}
            yield Finding("language.not-listed", place, values, Severity.NOTE)

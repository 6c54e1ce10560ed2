"""How people appear on pages: the name as the person writes it, the position, the link.

A name is never split, reordered or transliterated: where a language lacks one, that of another stands in, marked.
Nobody stands bare in a running list: a position goes with the name, in the order of the language.
"""

from typing import NamedTuple

from markupsafe import Markup, escape

from kakehashi.site.addresses import Kind
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, SECOND, filled
from kakehashi.week.items import Speaker
from kakehashi.week.people import Name, Person, Position
from kakehashi.words import words_of
from kakehashi.words.scripts import read_as, spelling_for


class Named(NamedTuple):
    """A person's name in one language."""

    language: str
    name: Name


def name_of(r: Reader, person: str) -> Named | None:
    """A person's name in the page's language, or at least its script, else a fallback's; `None` when not shown."""
    names = r.site.week.people[person].names
    tag = spelling_for(r.language, names.keys(), r.site.week.fallbacks)
    return None if tag is None else Named(read_as(tag, r.language), names[tag])


def name(r: Reader, person: str) -> Markup:
    """The whole name, marked with its language where that is another than the page's."""
    named = name_of(r, person)
    if named is None:
        return affiliation(r, person)
    return _written(r, named, named.name.whole)


def _written(r: Reader, named: Named, text: str) -> Markup:
    # Initials stay with the family name.
    return r.in_language(named.language, escape(words_of(named.language).spaced(text)))


def link(r: Reader, person: str) -> Markup:
    """The name as a link to the person's page, or the affiliation of one who is shown by that alone."""
    if not r.site.has_page(person):
        return affiliation(r, person)
    return Markup('<a href="{}">{}</a>').format(r.to(Kind.PERSON, person), name(r, person))


def affiliation(r: Reader, person: str) -> Markup:
    """A person as words alone: the first position held on a day of the week, else the first of all."""
    positions = tuple(r.site.week.people[person].positions.values())
    in_week = (one for one in positions if any(one.held_on(day) for day in r.site.week.days))
    told = next(in_week, positions[0] if positions else None)
    return escape(r.words.say("a participant")) if told is None else position(r, told)


def position(r: Reader, held: Position) -> Markup:
    """A position as it is read: its title, which names the institution where custom does, and its unit."""
    return r.listing([r.text(held.title), *([r.text(held.unit)] if held.unit else [])])


def position_then(r: Reader, person: str, slug: str) -> Position | None:
    """The position that a person held on the day of an item; of several the first."""
    day = r.site.day_of(slug)
    held = (p for p in r.site.week.people[person].positions.values() if p.held_on(day))
    return next(held, None)


def with_position(r: Reader, person: str, held: Position | None) -> Markup:
    """Someone in a position, linked where there is a page; one shown by affiliation is the position alone."""
    if held is None:
        return link(r, person)
    return _ordered(r, link(r, person), position(r, held)) if r.site.has_page(person) else position(r, held)


def ceremonial(r: Reader, speaker: Speaker, slug: str) -> Markup:
    """A speaker of an item in a running list: short name and position, and who is absent; no link."""
    held = r.site.position_of(speaker, slug)
    shown = _short(r, speaker.person)
    if held is not None:
        shown = _ordered(r, shown, r.text(held.title)) if r.site.has_page(speaker.person) else position(r, held)
    if speaker.in_place_of is None:
        return shown
    said = r.words.say_in(
        "speaker with whom they stand in for", "%(speaker)s, in place of %(absent)s", speaker=FIRST, absent=SECOND
    )
    return filled(said, shown, _short(r, speaker.in_place_of))


def _short(r: Reader, person: str) -> Markup:
    """The name, with initials where the language writes it so (И. Р. Гафуров)."""
    named = name_of(r, person)
    return affiliation(r, person) if named is None else _written(r, named, named.name.short or named.name.whole)


def ceremonial_text(r: Reader, speaker: Speaker) -> str:
    """The name of a speaker as a drawing shows it, without markup."""
    named = name_of(r, speaker.person)
    return affiliation(r, speaker.person).striptags() if named is None else named.name.short or named.name.whole


def _ordered(r: Reader, who: Markup, position: Markup) -> Markup:
    """Name and position in the order of the language: Japanese puts the position first."""
    said = r.words.say_in("person with position", "%(name)s, %(position)s", name=FIRST, position=SECOND)
    return filled(said, who, position)


def stands_in(r: Reader, speaker: Speaker, slug: str) -> Markup | None:
    """The sentence that says in whose place someone speaks, with that person's position of the day."""
    if speaker.in_place_of is None:
        return None
    absent = speaker.in_place_of
    held = position_then(r, absent, slug)
    if held is None or not r.site.has_page(absent):
        told = link(r, absent) if held is None else position(r, held)
        return filled(r.words.say("in place of %(person)s", person=FIRST), told)
    said = r.words.say("in place of %(person)s (%(position)s)", person=FIRST, position=SECOND)
    return filled(said, link(r, absent), position(r, held))


def other_scripts(r: Reader, slug: str) -> list[Named]:
    """A person's names in the other languages, where they are written otherwise than on this page."""
    person: Person = r.site.week.people[slug]
    shown = name_of(r, slug)
    here = shown.name.whole if shown else None
    return [Named(tag, written) for tag, written in person.names.items() if here and written.whole != here]

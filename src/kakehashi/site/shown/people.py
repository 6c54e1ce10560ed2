"""How people appear on pages: the name as the person writes it, the position, the link."""

from typing import NamedTuple

from markupsafe import Markup, escape

from kakehashi.site.addresses import Kind
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, SECOND, filled
from kakehashi.week.items import Item, Speaker
from kakehashi.week.people import Name, Person, Position
from kakehashi.words import words_of


class Named(NamedTuple):
    """A person's name in one language."""

    language: str
    name: Name


def name_of(r: Reader, person: str) -> Named | None:
    """A person's name in the page's language, else in the first fallback that has one; `None` when not shown."""
    names = r.site.week.people[person].names
    for language in (r.language, *r.site.week.fallbacks, *names):
        if language in names:
            return Named(language, names[language])
    return None


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
    """The first position of a person, as words."""
    positions = tuple(r.site.week.people[person].positions.values())
    return position(r, positions[0]) if positions else escape(r.words.say("a participant"))


def position(r: Reader, held: Position) -> Markup:
    """A position as it is read: its title, which names the institution where custom does, and its unit."""
    return r.listing([r.text(held.title), *([r.text(held.unit)] if held.unit else [])])


def position_of(r: Reader, speaker: Speaker) -> Position | None:
    """The position in which someone speaks."""
    return r.site.week.people[speaker.person].positions.get(speaker.position or "")


def position_then(r: Reader, person: str, slug: str) -> Position | None:
    """The position that a person held on the day of an item; of several the first."""
    placement = r.site.timetable.by_item.get(slug)
    day = r.local(placement.start).date() if placement else r.site.week.days[0]
    held = (p for p in r.site.week.people[person].positions.values() if p.held_on(day))
    return next(held, None)


def with_position(r: Reader, speaker: Speaker) -> Markup:
    """A speaker with the position as links in a running list; nobody stands bare."""
    held = position_of(r, speaker)
    if held is None or not r.site.has_page(speaker.person):
        return link(r, speaker.person)
    return _ordered(r, link(r, speaker.person), position(r, held))


def ceremonial(r: Reader, speaker: Speaker) -> Markup:
    """A speaker in a list of ceremonies: short name and position, and who is absent; no link."""
    held = position_of(r, speaker)
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
    """The name, with initials where the language writes it so."""
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
    if held is None:
        return filled(r.words.say("in place of %(person)s", person=FIRST), link(r, absent))
    said = r.words.say("in place of %(person)s (%(position)s)", person=FIRST, position=SECOND)
    return filled(said, link(r, absent), position(r, held))


def speaker_names(r: Reader, item: Item) -> list[Markup]:
    """The names of those who speak in an item, for lists."""
    return [name(r, speaker.person) for speaker in item.speakers]


def other_scripts(r: Reader, slug: str) -> list[Named]:
    """A person's names in the other languages, where they are written otherwise than on this page."""
    person: Person = r.site.week.people[slug]
    shown = name_of(r, slug)
    here = shown.name.whole if shown else None
    return [Named(tag, written) for tag, written in person.names.items() if here and written.whole != here]

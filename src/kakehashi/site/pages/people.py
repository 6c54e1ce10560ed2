"""People: an index in the order of the page's language, and a page for each who is shown by name."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site import structured
from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.shown.clocks import OwnClock, own_clock
from kakehashi.site.shown.facts import Facts, crumbs, languages, lines, outward
from kakehashi.site.shown.people import link, name, name_of, other_scripts
from kakehashi.site.shown.positions import Held, held, in_week, outside_week
from kakehashi.site.shown.remarks import caution, remarks
from kakehashi.week.people import Person

_MOST = 4
"""So many items of a person stand in the index; the page has all. A host or an interpreter may have forty."""


class PersonRow(NamedTuple):
    """A person in the index: name, what he or she is during the week, and where to be heard."""

    link: Markup
    caution: Markup
    reading: str
    positions: tuple[Held, ...]
    items: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage(Page):
    """Everyone who is shown by name: `people` hold a position in the days of the week, of `others` none is told."""

    count: str
    people: tuple[str, ...]
    others: tuple[str, ...]


def index(r: Reader, slug: str) -> PeoplePage:
    """Everyone who is shown by name."""
    shown = sorted((person for person in r.site.week.people if r.site.has_page(person)), key=lambda p: sort_key(r, p))
    count = r.words.count("%(count)s person", "%(count)s people", len(shown))
    return PeoplePage(
        title=page_name(r.words, Kind.PEOPLE),
        description=count,
        count=count,
        people=tuple(person for person in shown if in_week(r, person)),
        others=tuple(person for person in shown if not in_week(r, person)),
    )


def sort_key(r: Reader, person: str) -> tuple[bool, str, str]:
    """Where a person stands in an index of the page's language: by the key for it, else by the name as written.

    Names that are not written in the page's language come last. Accents do not count, ё is е, and kana of both kinds
    are one row. Simpler than the Unicode Collation Algorithm (UTS 10), which needs tables for each language: it serves
    a few hundred names, and `sort` in the document settles the rest.
    """
    named = name_of(r, person)
    if named is None:
        return True, "", person
    key = named.name.sort or named.name.reading or named.name.whole
    return named.language != r.language, _folded(key), person


def _folded(key: str) -> str:
    """A name for comparing. The breve of й makes a letter of its own; the marks of other letters do not."""
    # Numbers count as numbers: a second student comes before a tenth.
    counted = re.sub(r"[0-9]+", lambda digits: digits[0].zfill(9), key.casefold())
    letters = unicodedata.normalize("NFD", counted)
    plain = re.sub(r"(?<!и)[\u0300-\u036f]", "", letters)
    return unicodedata.normalize("NFC", plain).translate(_HIRAGANA)


_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
"""From each katakana to its hiragana: the two blocks of Unicode lie 96 apart, letter by letter."""


def person_row(r: Reader, person: str) -> PersonRow:
    """What the index says of a person."""
    items = r.site.items_by_person.get(person, ())
    named = name_of(r, person)
    left = len(items) - _MOST
    return PersonRow(
        link=link(r, person),
        caution=caution(r, r.site.week.people[person]),
        reading=(named.name.reading or "") if named else "",
        positions=tuple(held(r, one) for one in in_week(r, person)),
        items=items[:_MOST],
        more=r.words.count("and %(count)s more", "and %(count)s more", left) if left > 0 else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage(Page):
    """A person: `portrait` is the photograph's alternative text, `items` are slugs in the order of time.

    `told_more` where names and positions say more than the head of the page does.
    """

    slug: str
    told: Person
    crumbs: list[tuple[str, str]]
    heading: Markup
    reading: str
    portrait: str
    positions: tuple[Held, ...]
    told_more: bool
    others: tuple[Held, ...]
    clock: OwnClock | None
    facts: Facts
    items: tuple[str, ...]


def person(r: Reader, slug: str) -> PersonPage:
    """A person with the names in each script, the positions of the week, the clock and the part in the week."""
    told = r.site.week.people[slug]
    named = name_of(r, slug)
    clock = clock_of(r, told, slug)
    positions = tuple(held(r, one) for one in in_week(r, slug))
    return PersonPage(
        title=named.name.whole if named else slug,
        description=positions[0].title.striptags() if positions else "",
        structured=structured.person(r, slug),
        slug=slug,
        told=told,
        crumbs=crumbs(r, Kind.PEOPLE),
        heading=name(r, slug),
        reading=(named.name.reading or "") if named else "",
        portrait=named.name.whole if named else "",
        positions=positions,
        told_more=_told_more(r, slug, positions),
        others=tuple(held(r, one) for one in outside_week(r, slug)),
        clock=clock,
        facts=_facts(r, told, clock, positions),
        items=r.site.items_by_person.get(slug, ()),
    )


def _told_more(r: Reader, slug: str, positions: tuple[Held, ...]) -> bool:
    """Whether names and positions say more than the head of the page: a single bare position stands there already."""
    bare = [one for one in positions if not (one.period or one.part.notes)]
    return bool(other_scripts(r, slug) or len(positions) > len(bare[:1]) or remarks(r, r.site.week.people[slug]))


def clock_of(r: Reader, told: Person, slug: str) -> OwnClock | None:
    """A person's own clock, or that of the institution where the person works during the week; `None` if unknown.

    Where both agree the clock goes by the institution's city, which readers know better than that of the zone.
    """
    institutions = [one.institution for one in in_week(r, slug) if one.institution]
    if told.zone is None and not institutions:
        return None
    place = r.site.week.institutions[institutions[0]] if institutions else None
    if place is not None and told.zone in (None, place.zone):
        return own_clock(r, place.zone, r.label(place.city) or r.words.zone_city(place.zone))
    zone = told.zone or r.site.week.zone
    return own_clock(r, zone, r.words.zone_city(zone))


def _facts(r: Reader, told: Person, clock: OwnClock | None, positions: tuple[Held, ...]) -> Facts:
    elsewhere = [outward(one) for one in (told.web, told.orcid) if one]
    return [
        (r.words.say("Institution"), lines(dict.fromkeys(one.institution for one in positions))),
        (r.words.say("Clock"), clock.name if clock else ""),
        (r.words.say("Changes during the week"), clock.changes if clock else ""),
        (r.words.say("Speaks"), languages(r, told.languages)),
        (r.words.say("Also written"), lines(told.spellings)),
        (r.words.say("Elsewhere"), lines(elsewhere)),
    ]

"""Names in words and in names of things, put out of sight."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from urllib.parse import unquote

from kakehashi.week.document import Week
from kakehashi.week.part import Keyed, Value
from kakehashi.week.redacting.folding import in_any_case
from kakehashi.week.redacting.forms import NameForms
from kakehashi.week.redacting.patterns import words_of
from kakehashi.week.redacting.sweeping import found_in_path

MARK = "■■■"
"""Stands where a name stood: the same in every language, and nothing in Markdown, HTML or iCalendar."""
NEW_NAME = "redacted"
_ENCODED = re.compile(r"\S*%[0-9A-Fa-f]{2}\S*")


def marked(text: str, forms: NameForms) -> str:
    """The text with the mark in place of each certain form, and no address of the person's page.

    >>> from kakehashi.week.redacting.forms import NameForms
    >>> ada = NameForms(frozenset({"ada"}), ("Ada Moss",), (), ())
    >>> marked("Tea with ADA  MOSS (people/ada/)", ada)
    'Tea with ■■■ (people/■■■/)'
    """
    # Twice, should what is left on both sides of a mark be a name again.
    for _ in range(2):
        text = _once(text, forms)
    for slug in forms.slugs:
        text = re.sub(rf"people/{slug}(?![a-z0-9-])", f"people/{MARK}", text)
    return _ENCODED.sub(lambda word: MARK if found_in_path(word[0], forms) else word[0], text)


def _once(text: str, forms: NameForms) -> str:
    pieces, at = [], 0
    for hit in forms.hits(text):
        pieces += [text[at : hit.begin], MARK]
        at = hit.end
    return "".join([*pieces, text[at:]])


def tells(name: str, forms: NameForms, telling: frozenset[str]) -> bool:
    """Whether a slug or a path tells the person: it holds a form, the person's slug, or the family name alone."""
    words = frozenset(words_of(in_any_case(unquote(name))))
    return bool(found_in_path(name, forms) or _holds_slug(name, forms) or words & telling)


def _holds_slug(name: str, forms: NameForms) -> bool:
    slugs = (slug for slug in forms.slugs if len(slug) > 3 and not slug.isdigit())
    return any(re.search(rf"(?<![a-z0-9]){slug}(?![a-z0-9])", name.lower()) for slug in slugs)


def telling_words(week: Week, forms: NameForms) -> frozenset[str]:
    """Family names that in a slug or a path can mean nobody else: of four letters or more, and in no other name.

    Forms of one word that are certain, too.
    """
    words = {words_of(in_any_case(form)) for form in forms.doubtful}
    alone = {one[0] for one in words if len(one) == 1 and len(one[0]) > 3}
    return frozenset(alone - frozenset(_borne(week, forms))) | frozenset(forms.words_alone)


def _borne(week: Week, forms: NameForms) -> Iterator[str]:
    for collection in ("people", "institutions", "programmes", "rooms"):
        for slug in getattr(week, collection):
            if collection != "people" or slug not in forms.slugs:
                yield from slug.split("-")
    for other in forms.others:
        yield from words_of(in_any_case(other))
    for institution in week.institutions.values():
        for name in (*institution.name.values(), *institution.city.values()):
            yield from words_of(in_any_case(name))


def slugs_within(part: Value) -> Iterator[str]:
    """The slug of every part within a part, however deep."""
    for name in type(part).model_fields:
        yield from _slugs_of(getattr(part, name))


def _slugs_of(value: object) -> Iterator[str]:
    if isinstance(value, Value):
        yield from slugs_within(value)
    elif isinstance(value, Keyed):
        for slug, one in value.items():
            yield slug
            yield from _slugs_of(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _slugs_of(one)


def new_names(names: Iterable[str], taken: Iterable[str]) -> Mapping[str, str]:
    """`redacted-1` and so on for each of the names, with the ending of a file; none that is taken."""
    occupied = set(taken)
    numbers = count(1)
    renamed = {}
    for name in dict.fromkeys(names):
        suffix = re.search(r"\.[A-Za-z0-9]{1,5}$", name)
        renamed[name] = next(
            new
            for new in (f"{NEW_NAME}-{number}{suffix[0] if suffix else ''}" for number in numbers)
            if new not in occupied
        )
    return renamed

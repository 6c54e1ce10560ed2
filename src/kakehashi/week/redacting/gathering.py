"""The forms of a person's names, gathered from the weeks in which the person stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kakehashi.week.document import Week
from kakehashi.week.people import Name, Person
from kakehashi.week.redacting.folding import in_any_case
from kakehashi.week.redacting.forms import NameForms, Spelt, hits_of, name_words, spelt, standing_alone
from kakehashi.week.redacting.patterns import is_unspaced, pattern

_MOST_WORDS = 6
"""A name of more words is looked for as it is written, not in other orders of its words."""


def name_forms(weeks: Iterable[Week], slug: str, also: Iterable[str] = ()) -> NameForms:
    """The forms of a person's names in these weeks, which may be the same week at different times.

    `also` are forms that are to be taken out as well, on somebody's decision: a family name alone, a name from before.
    Another slug is the same person's where both never stand in one week and share a whole name: it was changed.
    """
    known = tuple(weeks)
    slugs = frozenset({slug, *_renamed(known, slug)})
    ours = [week.people[one] for week in known for one in slugs if one in week.people]
    theirs = [person for week in known for one, person in week.people.items() if one not in slugs]
    written = _unique(chain.from_iterable(map(_forms, ours)))
    asked = tuple(form for form in _unique(also) if _has_letters(form))
    # Most names have nothing in common, and a name costs more to be looked for than to be looked at.
    ours_begin = {
        word[: 2 if is_unspaced(word) else 4]
        for form in (*written, *asked)
        for word in name_words(form)
        if len(word) > 1
    }
    borne = [
        spelt(form, pattern)
        for form in _unique(chain.from_iterable(map(_forms, theirs)))
        if any(beginning in "".join(name_words(form)) for beginning in ours_begin)
    ]
    names = [name for person in ours for name in person.names.values()]
    family = _unique(chain.from_iterable(map(_family, names)))
    alone = {name_words(one) for one in family} - {name_words(name.whole) for name in names}
    certain = [
        form for form in written if _is_telling(form) and name_words(form) not in alone and not _is_borne(form, borne)
    ]
    settled = {name_words(form) for form in (*certain, *asked)}
    doubtful = [form for form in _unique((*written, *family)) if name_words(form) not in settled]
    taken = (*certain, *asked)
    own = [spelt(form, standing_alone) for form in (*taken, *doubtful)]
    return NameForms(
        slugs,
        _unique(taken),
        tuple(doubtful),
        tuple(other.form for other in borne if _holds(other, own)),
        tuple(sorted(_identifiers(ours) - _identifiers(theirs))),
    )


def bearers(week: Week, name: str) -> tuple[str, ...]:
    """The slugs of the people of a week who write their name so, in any script, order, width or case."""
    asked = in_any_case(name)
    return tuple(
        slug
        for slug, person in week.people.items()
        if any(re.fullmatch(pattern(name_words(form)), asked) for form in _forms(person) if _has_letters(form))
    )


def _renamed(weeks: Sequence[Week], slug: str) -> Iterator[str]:
    wholes = {_unordered(name) for week in weeks if slug in week.people for name in week.people[slug].names.values()}
    beside = {one for week in weeks if slug in week.people for one in week.people}
    for week in weeks:
        for one, person in week.people.items():
            if one not in beside and any(_unordered(name) in wholes for name in person.names.values()):
                yield one


def _unordered(name: Name) -> tuple[str, ...]:
    return tuple(sorted(name_words(name.whole)))


def _forms(person: Person) -> Iterator[str]:
    """Whole names, short ones, readings, keys of sorting and other spellings, in each order of their words."""
    for name in person.names.values():
        yield from _orders(name.whole)
        for written in (name.short, name.reading, name.sort):
            if written and written != name.family:
                yield from _orders(written)
        if name.family and name.given:
            yield from _orders(f"{name.family} {name.given}")
            if not is_unspaced(in_any_case(name.given)[:1]):
                yield from _orders(f"{name.given[0]}. {name.family}")
    for spelling in person.spellings:
        yield from _orders(spelling)


def _orders(written: str) -> Iterator[str]:
    yield written
    words = written.split()
    if 1 < len(words) < _MOST_WORDS:
        yield from (" ".join(words[first:] + words[:first]) for first in range(1, len(words)))


def _family(name: Name) -> Iterator[str]:
    """The family name, where it stands alone; where nobody has said which word that is, each that it may be."""
    words = name.whole.split()
    if name.family:
        yield name.family
    elif not name.given and 1 < len(words) < 4 and not any(map(str.isdigit, name.whole)):
        yield from (word for word in words if len(word) > (1 if is_unspaced(in_any_case(word)) else 2))


def _identifiers(people: Iterable[Person]) -> set[str]:
    return {person.orcid.removeprefix("https://orcid.org/") for person in people if person.orcid}


def _unique(forms: Iterable[str]) -> tuple[str, ...]:
    """Each form once, however it is written."""
    once: dict[tuple[str, ...], str] = {}
    for form in forms:
        once.setdefault(name_words(form), form)
    return tuple(form for words, form in once.items() if words)


def _has_letters(form: str) -> bool:
    return bool(name_words(form))


def _is_telling(form: str) -> bool:
    """Whether a form is long enough to be nobody's but somebody's: a word of two letters stands everywhere."""
    words = name_words(form)
    letters = sum(map(len, words))
    if all(is_unspaced(word) for word in words):
        return letters >= (4 if re.fullmatch(r"[\u3041-\u30ff\u3099\u309a]+", "".join(words)) else 2)
    return letters >= (3 if len(words) == 1 else 4)


def _is_borne(form: str, others: Iterable[Spelt]) -> bool:
    return any(other.found_by.fullmatch(other.fold(form)) for other in others)


def _holds(other: Spelt, forms: Sequence[Spelt]) -> bool:
    return any(hit[:2] != (0, len(other.form)) for hit in hits_of(other.form, forms, ()))

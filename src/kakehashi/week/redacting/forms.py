"""The forms of a person's name: which must be found nowhere, which to look at, which are somebody else's."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kakehashi.week.document import Week
from kakehashi.week.people import Person
from kakehashi.week.redacting.folding import Aligned, Fold, aligned, as_written, in_any_case
from kakehashi.week.redacting.patterns import APART, declined, is_unspaced, literal, pattern, words_of

_MOST_WORDS = 6
"""A name of more words is looked for as it is written, not in other orders of its words."""


class Hit(NamedTuple):
    """Where a form was found in a text, and the form as the document writes it."""

    begin: int
    end: int
    form: str


@dataclass(frozen=True)
class NameForms:
    """Every form of one person's names, over all the weeks they were gathered from.

    `slugs` are those under which the person stands; `certain` forms are the person's alone and are taken out wherever
    they stand; `doubtful` ones (the family name alone, a name that somebody else has too, one of two letters) are only
    pointed out; `others` are names of other people that hold one of these.
    """

    slugs: frozenset[str]
    certain: tuple[str, ...]
    doubtful: tuple[str, ...]
    others: tuple[str, ...]
    identifiers: tuple[str, ...] = ()

    def hits(self, text: str) -> list[Hit]:
        """The certain forms in a text, in the text's own order; none overlaps another."""
        return _hits(text, self._certain, self._others)

    def doubts(self, text: str) -> list[Hit]:
        """The doubtful forms in a text that are part of nobody else's name."""
        return _hits(text, self._doubtful, self._others)

    @cached_property
    def search(self) -> "Search":
        """What finds the certain forms in texts of any size."""
        return Search(self._certain, self._others)

    @cached_property
    def _certain(self) -> "tuple[_Spelt, ...]":
        names = (_spelt(form, pattern) for form in self.certain)
        slugs = (_slug(slug) for slug in sorted(self.slugs) if is_name(slug))
        alone = (_in_addresses(word) for word in self.words_alone)
        return tuple(chain(names, slugs, alone, map(_identifier, self.identifiers)))

    @cached_property
    def words_alone(self) -> tuple[str, ...]:
        """The certain forms of one word with edges, folded: in an address they stand in small letters."""
        names = (name_words(form) for form in self.certain)
        return tuple(words[0] for words in names if len(words) == 1 and not is_unspaced(words[0]))

    @cached_property
    def _doubtful(self) -> "tuple[_Spelt, ...]":
        return tuple(_spelt(form, _alone) for form in self.doubtful)

    @cached_property
    def _others(self) -> "tuple[_Spelt, ...]":
        return tuple(_spelt(form, pattern) for form in self.others)


class _Spelt(NamedTuple):
    """A form with what finds it, and how the text must be folded for it."""

    form: str
    found_by: re.Pattern[str]
    fold: Fold
    literal: str


def _spelt(form: str, make: Callable[[tuple[str, ...]], str]) -> _Spelt:
    words = words_of(in_any_case(form))
    if len(words) > 1 or is_unspaced(words[0]):
        return _Spelt(form, re.compile(make(words)), in_any_case, literal(words))
    # One word with a capital: in small letters it may be any word (a Mr Will, a Ms Joy). As written, or all capitals.
    written = tuple(dict.fromkeys(as_written(case) for case in (form, form.upper())))
    found_by = "|".join(make(words_of(one)) for one in written)
    return _Spelt(form, re.compile(found_by), as_written, literal(words))


def _alone(words: tuple[str, ...]) -> str:
    return declined(words[0]) if len(words) == 1 else pattern(words)


def _slug(slug: str) -> _Spelt:
    words = tuple(slug.split("-"))
    return _Spelt(slug, re.compile(rf"(?<![a-z0-9]){'[-_]'.join(words)}(?![a-z0-9])"), in_any_case, max(words, key=len))


def _in_addresses(word: str) -> _Spelt:
    found_by = rf"(?<=[-_/\"]){re.escape(word)}(?![a-z0-9])|(?<![a-z0-9]){re.escape(word)}(?=[-_])"
    return _Spelt(word, re.compile(found_by), in_any_case, word)


def _identifier(written: str) -> _Spelt:
    folded = in_any_case(written)
    return _Spelt(written, re.compile(re.escape(folded)), in_any_case, max(words_of(folded), key=len))


def is_name(slug: str) -> bool:
    """Whether a slug alone tells who somebody is: words of letters, as `gafurov-ilshat`; not `c-1`.

    >>> is_name("gafurov-ilshat"), is_name("affiliation-1"), is_name("li")
    (True, False, False)
    """
    return "-" in slug and len(slug) > 6 and not any(character.isdigit() for character in slug)


def _hits(text: str, forms: Sequence[_Spelt], others: Sequence[_Spelt]) -> list[Hit]:
    folded = {fold: aligned(text, fold) for fold in {one.fold for one in forms}}
    found = sorted((hit for one in forms for hit in _of(one, folded[one.fold])), key=lambda hit: (hit.begin, -hit.end))
    if found and others:
        theirs = [hit for one in others for hit in _of(one, aligned(text, one.fold))]
        found = [hit for hit in found if not any(_inside(hit, other) for other in theirs)]
    return list(_apart(found))


def _of(one: _Spelt, text: Aligned) -> Iterator[Hit]:
    for match in one.found_by.finditer(text.text):
        yield Hit(*text.span(match.start(), match.end()), one.form)


def _inside(hit: Hit, other: Hit) -> bool:
    return other.begin <= hit.begin and hit.end <= other.end and other[:2] != hit[:2]


def _apart(hits: Iterable[Hit]) -> Iterator[Hit]:
    end = 0
    for hit in hits:
        if hit.begin >= end:
            end = hit.end
            yield hit


@dataclass(frozen=True, slots=True)
class Search:
    """Finds forms in large texts: by a fixed string first, and exactly only where that stands."""

    forms: tuple[_Spelt, ...]
    others: tuple[_Spelt, ...]

    def found(self, text: str) -> frozenset[str]:
        """The forms that stand somewhere in the text."""
        folded = in_any_case(text)
        bare = _BARE.sub("", folded)
        likely = [one for one in self.forms if one.literal in bare]
        return frozenset(one.form for one in likely if self._stands(one, text, folded))

    def _stands(self, one: _Spelt, text: str, folded: str) -> bool:
        searched = folded if one.fold is in_any_case else one.fold(text)
        for other in self.others:
            # Another's name that holds this one is not this one.
            if other.fold is one.fold and one.found_by.search(one.fold(other.form)):
                searched = other.found_by.sub(APART, searched)
        return one.found_by.search(searched) is not None


_BARE = re.compile(r"[\W_]+(?<![\u3099\u309a])")


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
    begun = {word[:2] for form in (*written, *asked) for word in name_words(form)}
    borne = [
        _spelt(form, pattern)
        for form in _unique(chain.from_iterable(map(_forms, theirs)))
        if any(beginning in "".join(name_words(form)) for beginning in begun)
    ]
    names = [name for person in ours for name in person.names.values()]
    family = _unique(name.family for name in names if name.family)
    alone = {name_words(one) for one in family} - {name_words(name.whole) for name in names}
    certain = [
        form for form in written if _is_telling(form) and name_words(form) not in alone and not _is_borne(form, borne)
    ]
    settled = {name_words(form) for form in (*certain, *asked)}
    doubtful = [form for form in _unique((*written, *family)) if name_words(form) not in settled]
    taken = (*certain, *asked)
    ours_spelt = [_spelt(form, _alone) for form in (*taken, *doubtful)]
    return NameForms(
        slugs,
        _unique(taken),
        tuple(doubtful),
        tuple(other.form for other in borne if _holds(other, ours_spelt)),
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
    wholes = {
        name_words(name.whole) for week in weeks if slug in week.people for name in week.people[slug].names.values()
    }
    beside = {one for week in weeks if slug in week.people for one in week.people}
    for week in weeks:
        for one, person in week.people.items():
            if one not in beside and any(name_words(name.whole) in wholes for name in person.names.values()):
                yield one


def name_words(form: str) -> tuple[str, ...]:
    """The words of a name, folded: the same for every way to write it in one script."""
    return words_of(in_any_case(form))


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


def _is_borne(form: str, others: Iterable[_Spelt]) -> bool:
    return any(other.found_by.fullmatch(other.fold(form)) for other in others)


def _holds(other: _Spelt, forms: Sequence[_Spelt]) -> bool:
    return any(hit[:2] != (0, len(other.form)) for hit in _hits(other.form, forms, ()))

"""The forms of a person's name: which must be found nowhere, which to look at, which are somebody else's."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kakehashi.week.redacting.folding import Aligned, Fold, aligned, as_written, in_any_case
from kakehashi.week.redacting.patterns import APART, declined, is_unspaced, literal, pattern, words_of


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
        return hits_of(text, self._certain, self._others)

    def doubts(self, text: str) -> list[Hit]:
        """The doubtful forms in a text that are part of nobody else's name."""
        return hits_of(text, self._doubtful, self._others)

    @cached_property
    def search(self) -> "Search":
        """What finds the certain forms in texts of any size."""
        return Search(self._certain, self._others)

    @cached_property
    def _certain(self) -> "tuple[Spelt, ...]":
        names = (spelt(form, pattern) for form in self.certain)
        slugs = (_slug(slug) for slug in sorted(self.slugs) if is_name(slug))
        alone = (_in_addresses(word) for word in self.words_alone)
        return tuple(chain(names, slugs, alone, map(_identifier, self.identifiers)))

    @cached_property
    def words_alone(self) -> tuple[str, ...]:
        """The certain forms of one word with edges, folded: in an address they stand in small letters."""
        names = (name_words(form) for form in self.certain)
        return tuple(words[0] for words in names if len(words) == 1 and not is_unspaced(words[0]))

    @cached_property
    def _doubtful(self) -> "tuple[Spelt, ...]":
        return tuple(spelt(form, standing_alone) for form in self.doubtful)

    @cached_property
    def _others(self) -> "tuple[Spelt, ...]":
        return tuple(spelt(form, pattern) for form in self.others)


class Spelt(NamedTuple):
    """A form with what finds it, and how the text must be folded for it."""

    form: str
    found_by: re.Pattern[str]
    fold: Fold
    literal: str


def spelt(form: str, make: Callable[[tuple[str, ...]], str]) -> Spelt:
    """A form with the regular expression that `make` gives for its words."""
    words = words_of(in_any_case(form))
    if len(words) > 1 or is_unspaced(words[0]):
        return Spelt(form, re.compile(make(words)), in_any_case, literal(words))
    # One word with a capital: in small letters it may be any word (a Mr Will, a Ms Joy). As written, or all capitals.
    written = tuple(dict.fromkeys(as_written(case) for case in (form, form.upper())))
    found_by = "|".join(make(words_of(one)) for one in written)
    return Spelt(form, re.compile(found_by), as_written, literal(words))


def standing_alone(words: tuple[str, ...]) -> str:
    """As `pattern`; a form of one word with any ending, since only somebody who looks at it decides."""
    return declined(words[0]) if len(words) == 1 else pattern(words)


def _slug(slug: str) -> Spelt:
    words = tuple(slug.split("-"))
    return Spelt(slug, re.compile(rf"(?<![a-z0-9]){'[-_]'.join(words)}(?![a-z0-9])"), in_any_case, max(words, key=len))


def _in_addresses(word: str) -> Spelt:
    """Within one part of a path: elsewhere a word in small letters may be any word, or the name of a style."""
    found_by = rf"(?<=/)(?:[a-z0-9]+[-_])*{re.escape(word)}(?:[-_][a-z0-9]+)*(?=[/.?#\"'\s]|$)"
    return Spelt(word, re.compile(found_by), in_any_case, word)


def _identifier(written: str) -> Spelt:
    folded = in_any_case(written)
    return Spelt(written, re.compile(re.escape(folded)), in_any_case, max(words_of(folded), key=len))


def is_name(slug: str) -> bool:
    """Whether a slug alone tells who somebody is: words of letters, as `gafurov-ilshat`; not `c-1`.

    >>> is_name("gafurov-ilshat"), is_name("affiliation-1"), is_name("li")
    (True, False, False)
    """
    return "-" in slug and len(slug) > 6 and not any(character.isdigit() for character in slug)


def hits_of(text: str, forms: Sequence[Spelt], others: Sequence[Spelt]) -> list[Hit]:
    """Where forms stand in a text without being part of one of the others; in the text's order, none over another."""
    forms = _likely(in_any_case(text), forms)
    folded = {fold: aligned(text, fold) for fold in {one.fold for one in forms}}
    found = [hit for one in forms for hit in _of(one, folded[one.fold])]
    if found and others:
        theirs = [hit for one in others for hit in _of(one, aligned(text, one.fold))]
        found = [hit for hit in found if not any(_inside(hit, other) for other in theirs)]
    return _apart(found, text)


def _likely(folded: str, forms: Sequence[Spelt]) -> list[Spelt]:
    """The forms of which the longest word stands somewhere in a folded text: all others need not be looked for."""
    bare = _BARE.sub("", folded)
    return [one for one in forms if one.literal in bare]


def _of(one: Spelt, text: Aligned) -> Iterator[Hit]:
    for match in one.found_by.finditer(text.text):
        yield Hit(*text.span(match.start(), match.end()), one.form)


def _inside(hit: Hit, other: Hit) -> bool:
    return other.begin <= hit.begin and hit.end <= other.end and other[:2] != hit[:2]


def _apart(hits: Sequence[Hit], text: str) -> list[Hit]:
    """Hits that do not overlap: the longest of those within each other, then one without a comma, then the first."""
    whole = [hit for hit in hits if not any(_inside(hit, other) for other in hits)]
    apart: list[Hit] = []
    for hit in sorted(whole, key=lambda hit: ("," in text[hit.begin : hit.end], hit.begin, -hit.end)):
        if all(hit.end <= other.begin or other.end <= hit.begin for other in apart):
            apart.append(hit)
    return sorted(apart)


@dataclass(frozen=True, slots=True)
class Search:
    """Finds forms in large texts: by a fixed string first, and exactly only where that stands."""

    forms: tuple[Spelt, ...]
    others: tuple[Spelt, ...]

    def found(self, text: str) -> frozenset[str]:
        """The forms that stand somewhere in the text."""
        folded = in_any_case(text)
        likely = _likely(folded, self.forms)
        return frozenset(one.form for one in likely if self._stands(one, text, folded))

    def _stands(self, one: Spelt, text: str, folded: str) -> bool:
        searched = folded if one.fold is in_any_case else one.fold(text)
        for other in self.others:
            # Another's name that holds this one is not this one.
            if other.fold is one.fold and one.found_by.search(one.fold(other.form)):
                searched = other.found_by.sub(APART, searched)
        return one.found_by.search(searched) is not None


_BARE = re.compile(r"(?:(?![\u3099\u309a])[\W_])+")


def name_words(form: str) -> tuple[str, ...]:
    """The words of a name, folded: the same for every way to write it in one script."""
    return words_of(in_any_case(form))

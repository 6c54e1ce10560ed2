"""From a fact to a sentence: which message it is, and how each of its values reads."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from kakehashi.findings import Fact, Stretch, Term, Value
from kakehashi.words.facts.marking import N_
from kakehashi.words.facts.registry import Message, mend_of, sentence_of
from kakehashi.words.text import Text

if TYPE_CHECKING:
    from kakehashi.words.speaking import Words

UNKNOWN = "…"
"""Stands in a sentence for a value that its fact does not have."""

LONGEST = 400
"""Longer values are cut in sentences: a report has one line per fact."""

# Beside what a terminal obeys: marks of direction, with which a name can make its line read otherwise than it is
# (Unicode Technical Standard #55), and the separators at which programs part lines.
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_STOPPED_TWICE = re.compile(r"(?<=[^\W\d_])\.\.(?=\s|$)")
"""Not the three dots of an ellipsis, nor the two of a path."""

_NEAREST = N_("Did you mean “%(nearest)s”?")
_NOTHING, _YES, _NO = N_("nothing"), N_("yes"), N_("no")


def tell(words: "Words", fact: Fact) -> str:
    """The sentence of a fact, with its values as `value` tells them.

    A code without a sentence is told as it is, with its values: a report may name what a newer room has found, and a
    missing sentence must not keep an error from the person whom it concerns. A value that the fact lacks is `UNKNOWN`.
    """
    message = sentence_of(fact.code)
    if message is None:
        return ": ".join((fact.code, ", ".join(f"{key} = {value(words, it)}" for key, it in fact.values.items())))
    return _said(words, message, fact)


def mend(words: "Words", fact: Fact) -> str | None:
    """What can be done about a fact: the known name that was probably meant, else the advice that its code has."""
    if fact.values.get("nearest"):
        return _said(words, _NEAREST, fact)
    message = mend_of(fact.code)
    return None if message is None else _said(words, message, fact)


def value(words: "Words", it: Value) -> str:
    """How a value reads within a sentence: a date as a date, a text in its best wording, a list as a listing.

    A moment, or a stretch of time, is told on the clock that it is on, with its distance from UTC if its zone is known:
    with both distances where that clock is changed meanwhile.
    What people wrote is `shown`: it cannot turn, part or lengthen the line that it stands in.

    >>> from kakehashi.words import words_of
    >>> [value(words_of("de"), it) for it in (2021, 30_000, ("a", "b"), {"ja": "架け橋", "de": "Brücke"})]
    ['2021', '30.000', 'a und b', 'Brücke']
    """
    # A bool is an int to Python and a datetime is a date: the narrower kind is asked for first.
    if it is None or isinstance(it, bool):
        return words.say(_NOTHING if it is None else _YES if it else _NO)
    if isinstance(it, int | float):
        # Years and line numbers bear no mark for thousands.
        return str(it) if abs(it) < 10_000 and isinstance(it, int) else words.number(it)
    if isinstance(it, date):
        return _moment(words, it) if isinstance(it, datetime) else words.day(it)
    if isinstance(it, Stretch):
        return _stretch(words, it)
    return words.say(it) if isinstance(it, Term) else shown(_joined(words, it))


def shown(text: str) -> str:
    """A value as it can stand in one line: invisible characters by their number, a long text shortened."""
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + UNKNOWN
    return _UNSHOWN.sub(lambda match: f"\\u{ord(match[0]):04x}" if match[0] not in "\n\t" else " ", text)


def _said(words: "Words", message: Message, fact: Fact) -> str:
    if isinstance(message, str):
        return _once_stopped(_filled(words, words.translations.gettext(message), fact))
    number = fact.values.get("count")
    wording = words.translations.ngettext(*message, number if isinstance(number, int) else 1)
    return _once_stopped(_filled(words, wording, fact))


def _filled(words: "Words", wording: str, fact: Fact) -> str:
    """A wording with the values of its fact; quotation marks in a title that is quoted become inner ones.

    What stands in a file as it is shown, a name or a number, keeps its marks: it may have to be searched for.
    """
    places = {name: f"%({name})s" for name, it in fact.values.items() if isinstance(it, Mapping)}
    quoted = {name: words.quote(place) for name, place in places.items() if words.quote(place) in wording}
    for name, place in quoted.items():
        wording = wording.replace(place, places[name])
    return wording % _Values(words, fact.values, frozenset(quoted))


def _once_stopped(sentence: str) -> str:
    """The sentence with one full stop where a value brings its own before it: Russian days end in `г.` (CLDR)."""
    return _STOPPED_TWICE.sub(".", sentence)


class _Values(Mapping[str, str]):
    """A fact's values by name as they read, made when a sentence asks for them; the `quoted` in quotation marks."""

    def __init__(self, words: "Words", values: Mapping[str, Value], quoted: frozenset[str]) -> None:
        self._words, self._values, self._quoted = words, values, quoted

    def __getitem__(self, name: str) -> str:
        if name not in self._values:
            return UNKNOWN
        told = value(self._words, self._values[name])
        return self._words.quote(told) if name in self._quoted else told

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def _joined(words: "Words", it: str | Mapping[str, str] | tuple[str, ...]) -> str:
    if isinstance(it, str):
        return it
    if isinstance(it, Mapping):
        best = Text(it).best(words.language, ["en"])
        return best.text if best else words.say(_NOTHING)
    return words.listing(it) if it else words.say(_NOTHING)


def _moment(words: "Words", moment: datetime) -> str:
    return _timed(words, moment, words.clock(moment))


def _stretch(words: "Words", stretch: Stretch) -> str:
    same_clock = stretch.start.utcoffset() == stretch.end.utcoffset()
    if same_clock and stretch.start.date() == stretch.end.date():
        return _timed(words, stretch.start, words.span(stretch.start, stretch.end))
    start, end = _moment(words, stretch.start), _moment(words, stretch.end)
    return words.say_in("a stretch of time", "%(start)s – %(end)s", start=start, end=end)


def _timed(words: "Words", moment: datetime, time: str) -> str:
    """A time of the day of a moment, with that day and the distance from UTC."""
    day = words.day(moment.date())
    zone = getattr(moment.tzinfo, "key", None)
    if zone is None:
        return words.say_in("a moment", "%(day)s %(time)s", day=day, time=time)
    offset = words.offset(zone, moment)
    return words.say_in("a moment", "%(day)s %(time)s (%(offset)s)", day=day, time=time, offset=offset)

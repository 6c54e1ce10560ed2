"""The pieces of a text between which a line may break in a picture: words, phrases, and the words in a long phrase."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markupsafe import Markup

from kakehashi.site.pictures.letters import NOT_FIRST, NOT_LAST, is_square, pieces, width
from kakehashi.words import Words

LONGEST = 12
"""A run of more letters of one script than this may break anywhere: nothing tells its words apart."""

_RUNS = re.compile(r"[々一-鿿]+|[ァ-ヺー]+|[가-힣]+ *|[ぁ-ゖ]+|[^々一-鿿ァ-ヺー가-힣ぁ-ゖ]+")
_WORDS = re.compile(r"[々一-鿿]+|[ァ-ヺー]+|[가-힣]+ *|[ぁ-ゖ]+")
_PAIRS = re.compile(r"(?:[々一-鿿]{2})+")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")


def phrases(paragraph: str, words: Words, room: float) -> Iterator[str]:
    """The pieces between which a paragraph may break in lines of `room` (in letters' sizes); joined they are the text.

    Between words where words have spaces, between phrases where the page's language knows them (Japanese), and within
    a phrase that is broader than the line between its words.

    >>> from kakehashi.words import words_of
    >>> list(phrases("基調講演", words_of("ja"), 4)), list(phrases("基調講演", words_of("ja"), 3))
    (['基調講演'], ['基調', '講演'])
    """
    for phrase in _phrases(paragraph, words):
        if not any(map(is_square, phrase)):
            yield from re.findall(r"[^ ]+ *", phrase)
        elif width(phrase.rstrip(), 1) <= room:
            yield phrase
        else:
            yield from compounds(phrase)


# Three drawings try several ways to set each title, and to find the phrases of Japanese is what costs most.
@lru_cache(maxsize=4096)
def _phrases(paragraph: str, words: Words) -> tuple[str, ...]:
    return tuple(str(Markup(marked).unescape()) for marked in str(words.breakable(paragraph)).split("<wbr>"))


def compounds(phrase: str) -> Iterator[str]:
    """The words in a phrase, as far as its scripts tell them.

    Most words of Chinese origin are written with two letters, so an even run of these breaks after every second one.
    Words in Katakana and Hangul stay whole; what follows a word in Hiragana bends it and stays with it.

    >>> list(compounds("持続可能なライフスタイル")), list(compounds("「調印式」、学生発表"))
    (['持続', '可能な', 'ライフスタイル'], ['「調印式」、', '学生', '発表'])
    """
    return _held_together(part for run in _RUNS.findall(phrase) for part in _parted(run))


def _parted(run: str) -> Iterable[str]:
    if _PAIRS.fullmatch(run):
        return re.findall("..", run)
    return (run,) if len(run) <= LONGEST and _WORDS.fullmatch(run) else pieces(run)


def _held_together(parts: Iterable[str]) -> Iterator[str]:
    """The parts, those joined between which no line may break."""
    running = ""
    for part in parts:
        if running and not _holds(running, part):
            yield running
            running = ""
        running += part
    if running:
        yield running


def _holds(before: str, after: str) -> bool:
    """Whether two parts stay on one line: mark and word, number and what it counts, stem and ending."""
    if after[0] in NOT_FIRST or after[0] == " " or before[-1] in NOT_LAST or before[-1].isdigit():
        return True
    return bool(_HIRAGANA.match(after)) and not _HIRAGANA.match(before[-1])

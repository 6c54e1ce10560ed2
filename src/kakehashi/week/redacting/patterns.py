"""How a name is recognised in a folded text: its words in their order, whatever stands between them."""

import re
from functools import cache

# Scripts that put no space between words, in which a name has no edges; all others have them.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
APART = "\0"
"""Stands in a text where a block ends: no name goes over it."""

# Between two words of a name: a space, a comma, a middle dot, a hyphen or underscore as in an address; or nothing; or
# the end of a line and what the next is set in by.
_BETWEEN = r"(?:\s{2,99}+|[^\w\0]|_){0,3}"
_LETTER = rf"[^\W\d_{_UNSPACED}]"
_WORD = re.compile(r"[\w\u3099\u309a]+")
_UNSPACED_WORD = re.compile(rf"[{_UNSPACED}\u3099\u309a]+")
_RUSSIAN = re.compile(r"[а-я]{4,}")
_ENDING = re.compile(r"[аеиоуыэюяьй]$")
_FLEETING = re.compile(r"([бвгджзклмнпрстфхцчшщ])[ео]([бвгджзклмнпрстфхцчшщ])$")


def words_of(folded: str) -> tuple[str, ...]:
    """The words of a folded name, without what stands between them.

    >>> words_of("и. р. гафуров"), words_of("山崎・光悦")
    (('и', 'р', 'гафуров'), ('山崎', '光悦'))
    """
    return tuple(word.replace("_", "") for word in _WORD.findall(folded) if word.strip("_"))


def is_unspaced(word: str) -> bool:
    """Whether a word stands in a script without spaces, such as Japanese."""
    return _UNSPACED_WORD.fullmatch(word) is not None


@cache
def pattern(words: tuple[str, ...]) -> str:
    """A regular expression for these words, one after the other, in a folded text.

    A name of several words is also found declined: with Russian endings at each word, two more letters at its end in
    other languages (a German or English genitive). A name of one word is found as that word alone.

    >>> bool(re.search(pattern(("гафуров", "ильшат")), "слово гафурова ильшата"))
    True
    >>> bool(re.search(pattern(("山崎", "光悦")), "学長の山崎　光 悦です"))
    True
    >>> bool(re.search(pattern(("ada",)), "canada"))
    False
    """
    several = len(words) > 1
    body = _BETWEEN.join(map(_stem if several else _word, words))
    before = "" if is_unspaced(words[0][0]) else rf"(?<!{_LETTER})(?<!\d)"
    if is_unspaced(words[-1][-1]):
        return before + body
    # Digits too may end a name that ends in one.
    return rf"{before}{body}{_LETTER + '{0,2}' if several else ''}(?!{_LETTER}|\d)"


def declined(word: str) -> str:
    """A regular expression for one word alone, with any Russian ending: a family name in a sentence."""
    if is_unspaced(word[0]):
        return _word(word)
    return rf"(?<!{_LETTER}){_stem(word)}(?:s|es)?(?!{_LETTER})"


def _word(word: str) -> str:
    return r"\s{0,2}".join(map(re.escape, word)) if is_unspaced(word) else re.escape(word)


def _stem(word: str) -> str:
    """The word with any Russian ending; of other languages the word."""
    if not _RUSSIAN.fullmatch(word):
        return _word(word)
    # Павел, Павла: the last vowel of the stem may fall out.
    stem = _FLEETING.sub(r"\1[ео]?\2", _ENDING.sub("", word))
    return stem + "[а-я]{0,3}"


def literal(words: tuple[str, ...]) -> str:
    """Letters that stand together in every text in which `pattern` finds something, once all else is taken out."""
    longest = max(words, key=len)
    return longest[: max(2, len(longest) - 3)] if _RUSSIAN.fullmatch(longest) else longest

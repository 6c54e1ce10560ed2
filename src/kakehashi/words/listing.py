"""Things named one after another, as a language ends such a list."""

import re
from collections.abc import Sequence

from babel.lists import format_list

from kakehashi.words.languages import base_of, locale_of

# Not before a vowel: with "hierro" and "Iago" the i is a consonant (Real Academia Española, Ortografía, 2010).
_SOUNDS_AS_I = re.compile(r"[hH]?[iíIÍ](?![aeouáéóúAEOUÁÉÓÚ])")


def listing(texts: Sequence[str], language: str) -> str:
    """`A, B and C` in the patterns of Unicode CLDR, of which Babel knows all but one: Spanish "y" is "e" before an i.

    >>> listing(["Ana", "Luis", "Inés"], "es")
    'Ana, Luis e Inés'
    """
    told = format_list(list(texts), locale=locale_of(language))
    if base_of(language) == "es" and len(texts) > 1 and _SOUNDS_AS_I.match(texts[-1]):
        return told.removesuffix(f" y {texts[-1]}") + f" e {texts[-1]}"
    return told

"""The scripts in which languages are written, and which spelling of a name serves a reader of another language."""

from collections.abc import Collection, Sequence
from functools import cache

from babel.core import get_global

from kakehashi.words.languages import base_of


@cache
def script_of(tag: str) -> str:
    """The script of a language tag by its ISO 15924 code: the one that it names, else the usual one of the language.

    By the likely subtags of Unicode CLDR (UTS #35). Of a language that CLDR does not know, the tag itself: it shares
    its script with no other.

    >>> [script_of(tag) for tag in ("de", "ja", "sr", "sr-Latn", "zh-TW")]
    ['Latn', 'Jpan', 'Cyrl', 'Latn', 'Hant']
    """
    named = next((part for part in tag.split("-")[1:] if len(part) == 4), None)
    if named is not None:
        return named
    likely = get_global("likely_subtags")
    found = likely.get(tag.replace("-", "_")) or likely.get(base_of(tag))
    return found.split("_")[1] if found else tag


def spelling_for(language: str, tags: Collection[str], fallback: Sequence[str]) -> str | None:
    """Of a name's spellings in several languages the one for a reader of `language`, by its tag; `None` of none.

    The language's own; else one in the same script, since a name is spelt anew for each script and not for each
    language; else the first of `fallback` that there is; else any. Of several in one script, the first of `fallback`.

    >>> spelling_for("es", ["ja", "de"], ["ja", "es"]), spelling_for("ru", ["ja", "de"], ["ja", "es"])
    ('de', 'ja')
    """
    order = tuple(dict.fromkeys(tag for tag in (language, *fallback, *tags) if tag in tags))
    alike = (tag for tag in order if read_as(tag, language) == language)
    return next(alike, order[0] if order else None)


def read_as(tag: str, language: str) -> str:
    """In which language a name spelt in `tag` is read by a reader of `language`: in theirs, if it is in their script.

    A proper name needs no mark of its language (WCAG 2.2, 3.1.2), and with one a screen reader changes its voice.
    """
    return language if tag == language or script_of(tag) == script_of(language) else tag

"""Which of Babel's locales stands behind a language tag, and what languages are called."""

from functools import cache

from babel import Locale, UnknownLocaleError

_LIKE = {"en": "en_GB"}
"""Our English is the one without the comma before "and" and with the day before the month."""


def base_of(tag: str) -> str:
    """The language of a tag without its script and region: `zh` of `zh-Hant-TW`."""
    return tag.partition("-")[0]


@cache
def locale_of(tag: str) -> Locale:
    """Babel's locale for a language tag; for a language that Babel does not know, the one of our English.

    A region that Babel does not know is left out: dates of `ja-XX` are those of `ja`.

    >>> str(locale_of("zh-Hant-TW")), str(locale_of("en")), str(locale_of("qya"))
    ('zh_Hant_TW', 'en_GB', 'en_GB')
    """
    for candidate in (tag, base_of(tag)):
        try:
            return Locale.parse(_LIKE.get(candidate, candidate.replace("-", "_")))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(_LIKE["en"])


@cache
def name_of(tag: str, reader: str) -> str:
    """What readers of `reader` call the language `tag`: `японский` for `ja` in `ru`; the tag where nobody knows."""
    try:
        named = Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return tag
    return named.get_display_name(locale_of(reader)) or tag


@cache
def own_name(tag: str) -> str:
    """What a language calls itself, as it stands in a menu: `日本語`, `English`, `Русский`; the tag if nobody knows."""
    # CLDR writes names of languages as they stand within a sentence, in many languages with a small letter.
    name = name_of(tag, tag)
    return name if name == tag else name[:1].upper() + name[1:]


@cache
def direction(tag: str) -> str:
    """How a language is written, as HTML's `dir` says it: `ltr`, or `rtl` for Arabic, Hebrew and others (CLDR).

    >>> direction("he"), direction("ru"), direction("az-Arab")
    ('rtl', 'ltr', 'rtl')
    """
    return str(locale_of(tag).text_direction)


@cache
def country_name(code: str, reader: str) -> str:
    """What readers of `reader` call the country with this ISO 3166 code: `Япония` for `JP` in `ru`; else the code."""
    return str(locale_of(reader).territories.get(code, code))

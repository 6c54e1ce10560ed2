"""Which of Babel's locales stands behind a language tag, and what languages are called."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages

_LIKE = {"en": "en_GB"}
"""Our English is the one without the comma before "and" and with the day before the month."""


def base_of(tag: str) -> str:
    """The language of a tag without its script and region: `zh` of `zh-Hant-TW`."""
    return tag.partition("-")[0]


# Countries where more people speak another official language than the one that is named after the country.
_NAMED_AFTER = {"KZ": "kk", "KG": "ky", "UA": "uk", "BY": "be"}


@cache
def is_language(tag: str) -> bool:
    """Whether some language has this tag, as far as CLDR knows: all codes of two letters, and of those of three
    all that have none of two (RFC 5646, 2.2.1: the shorter is the tag).

    >>> is_language("ja"), is_language("ain"), is_language("jp"), is_language("jpn")
    (True, True, False, False)
    """
    base = base_of(tag)
    if base in _LIKE or base in Locale.parse(_LIKE["en"]).languages:
        return True
    return len(base) == 3 and base not in get_global("language_aliases")


@cache
def language_meant(tag: str) -> str | None:
    """The tag that was probably meant: of a longer or older code its own, of a country's code the language there.

    >>> language_meant("jp"), language_meant("rus"), language_meant("kz"), language_meant("xx")
    ('ja', 'ru', 'kk', None)
    """
    base = base_of(tag)
    alias = get_global("language_aliases").get(base)
    if alias is not None:
        return str(alias)
    country = base.upper()
    spoken = get_official_languages(country, de_facto=True)
    return _NAMED_AFTER.get(country) or (base_of(spoken[0].replace("_", "-")) if spoken else None)


def taken_for_country(tag: str) -> bool:
    """Whether a tag is that of a language which is seldom meant, as it is the code of a country too: Korea, Sweden.

    >>> taken_for_country("kr"), taken_for_country("de")
    (True, False)
    """
    return tag in ("kr", "se")


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

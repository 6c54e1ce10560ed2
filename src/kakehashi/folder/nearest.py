"""The known name closest to one that is wrong."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from kakehashi.folder.lookalikes import odd_word
from kakehashi.week.scalars import SLUG_PATTERN, zone_names

LONGEST_SLUG = 80
"""As many characters as `kakehashi.week.scalars.Slug` may have."""


def nearest(found: str, known: Iterable[str]) -> str | None:
    """The one of `known` that someone who wrote `found` probably meant, in whatever case; `None` when none is close.

    >>> nearest("rooom", ["room", "block", "start"])
    'room'
    """
    by_lower = {name.lower(): name for name in known}
    # Cut, as the time that comparing takes grows with the square of the length.
    close = get_close_matches(found[:200].lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


# Of the short names only those that one country alone uses: "IST" is three clocks. Nearest to "JST" else stands "MST".
_SHORT = {
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "MSK": "Europe/Moscow",
    "HKT": "Asia/Hong_Kong",
    "SGT": "Asia/Singapore",
    "NPT": "Asia/Kathmandu",
    "WIB": "Asia/Jakarta",
    "SAST": "Africa/Johannesburg",
}


@lru_cache(maxsize=1000)
def nearest_zone(found: str) -> str | None:
    """The zone that was probably meant: by its whole name, or by its city.

    >>> nearest_zone("tokyo")
    'Asia/Tokyo'
    """
    # Backwards, so that of two zones with one city the first in the alphabet is kept.
    cities = {name.rpartition("/")[2]: name for name in sorted(zone_names(), reverse=True)}
    wanted = found.replace(" ", "_")
    if (short := _SHORT.get(wanted.upper())) is not None:
        return short
    city = nearest(wanted.rpartition("/")[2], cities)
    if city is not None and city.lower() == wanted.lower():
        # Else "lima" would be taken for Libya, which as a whole name is near as well.
        return cities[city]
    return nearest(wanted, zone_names()) or (cities[city] if city else None)


# Latin letters that Unicode does not take apart into a plain one and a mark.
_WHOLE = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def as_slug(found: str, language: str = "") -> str | None:
    """A slug made of `found`, for a proposal; `None` when nothing of it can stay.

    Marks are dropped from letters, save where the language of the text, if known, writes them otherwise.

    >>> as_slug("Opening Remarks (Škoda)")
    'opening-remarks-skoda'
    >>> as_slug("Drei-Städte-Woche", "de"), as_slug("Uppsala Städer", "sv")
    ('drei-staedte-woche', 'uppsala-stader')
    """
    lower = unicodedata.normalize("NFC", found[:200]).lower()
    if language.partition("-")[0] == "de":
        lower = lower.translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", lower.translate(_WHOLE)).encode("ascii", "ignore").decode()
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].rstrip("-")
    return slug if re.match(SLUG_PATTERN, slug) else None


def as_name(key: str) -> str | None:
    """The short name that a key is, or is proposed to be once it is mended; `None` when nothing can be proposed.

    >>> as_name("spreebogen"), as_name("Spreebogen"), as_name("k\u0430zan"), as_name("お茶")
    ('spreebogen', 'spreebogen', 'kazan', None)
    """
    if len(key) <= LONGEST_SLUG and re.fullmatch(SLUG_PATTERN, key):
        return key
    odd = odd_word(key)
    return as_slug(str(odd.values.get("expected", key)) if odd else key)

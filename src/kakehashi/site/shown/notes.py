"""Licences, fields, and the captions that tell a reader how far a time can be trusted."""

import re
from datetime import datetime

from markupsafe import Markup

from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, filled
from kakehashi.site.shown.times import zone_full
from kakehashi.week.organising import Licence
from kakehashi.week.programmes import Programme


def licence(r: Reader, terms: Licence) -> Markup:
    """A licence, linked to its text where there is one; one of Creative Commons as they write it themselves."""
    name = re.sub(r"^CC-(BY[A-Z-]*)-(\d\.\d)$", r"CC \1 \2", terms.name)
    if terms.address is None:
        return Markup("{}").format(name)
    return Markup('<a href="{}" rel="license noopener">{}</a>').format(terms.address, name)


def fields(r: Reader, programme: Programme) -> Markup:
    """The fields of an exchange programme in a row; a dot parts them, as each begins with a capital letter."""
    return Markup(r.words.dot).join(r.text(field) for field in programme.fields)


def time_caption(r: Reader, at: datetime | None = None) -> Markup:
    """The clock by which a table tells its times, and whether they are provisional."""
    if r.site.times_provisional:
        said = r.words.say("%(zone)s. Times are provisional (dotted).", zone=FIRST)
    else:
        said = r.words.say("%(zone)s.", zone=FIRST)
    return filled(said, zone_full(r, at))


def day_key(r: Reader) -> str:
    """How to read the band of a day."""
    return r.words.say(
        "The band is one day: dark is night (23 to 6), half dark early morning and evening, light the working day "
        "(8 to 18); the bar above or below it is this time."
    )

"""A recording in few words, wherever a page leads to one."""

from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import excerpt, languages
from kakehashi.week.recordings import Recording


class RecordingLine(NamedTuple):
    """A recording in a list, or beside what was recorded: its picture, its length and its languages."""

    slug: str
    title: Markup
    poster: str | None
    facts: str
    description: Markup


def recording_line(r: Reader, slug: str, told: Recording) -> RecordingLine:
    """A recording in few words: how long it is, in which language, with captions in which."""
    captions = languages(r, told.captions)
    facts = [
        running_time(told.seconds),
        r.words.language_name(told.language) if told.language else "",
        r.words.say("Captions: %(languages)s", languages=captions) if captions else "",
    ]
    return RecordingLine(
        slug=slug,
        title=r.text(told.title),
        poster=told.poster,
        facts=r.words.comma.join(fact for fact in facts if fact),
        description=excerpt(r, told.description, 240),
    )


def running_time(seconds: int | None) -> str:
    """A length or a point as a player shows it.

    >>> running_time(72), running_time(3725), running_time(None)
    ('1:12', '1:02:05', '')
    """
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

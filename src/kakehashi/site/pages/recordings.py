"""Recordings: an index, and a page for each with its own player, captions and chapters.

Copies on servers of others are links and never embedded, so that nobody is watched for having opened a page.
"""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Address, Kind
from kakehashi.site.frame import canonical
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import Facts, crumbs, languages, lines
from kakehashi.site.shown.notes import licence
from kakehashi.site.shown.people import with_position
from kakehashi.site.shown.recordings import RecordingLine, recording_line, running_time
from kakehashi.site.shown.transcript import Transcript, transcripts
from kakehashi.site.structured import linked_data
from kakehashi.week.recordings import Recording


class ChapterShown(NamedTuple):
    """A point of a recording: `1:12`, and the address of the file from there on where the file is ours."""

    time: str
    href: str
    seconds: int
    title: Markup


class Track(NamedTuple):
    """Captions in one language; those of the page's language are switched on."""

    src: str
    language: str
    name: str
    default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingsPage(Page):
    """All recordings."""

    count: str
    recordings: tuple[RecordingLine, ...]


def index(r: Reader, slug: str) -> RecordingsPage:
    """All recordings."""
    count = r.words.count("%(count)s recording", "%(count)s recordings", len(r.site.week.recordings))
    return RecordingsPage(
        title=page_name(r.words, Kind.RECORDINGS),
        description=count,
        count=count,
        recordings=tuple(recording_line(r, name, told) for name, told in r.site.week.recordings.items()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingPage(Page):
    """A recording; without a file of the week its `source` is empty, and there is no player."""

    told: Recording
    crumbs: list[tuple[str, str]]
    source: str
    poster: str
    tracks: tuple[Track, ...]
    chapters: tuple[ChapterShown, ...]
    transcripts: tuple[Transcript, ...]
    facts: Facts


def recording(r: Reader, slug: str) -> RecordingPage:
    """A recording, what it is of, and where else it can be seen."""
    told = r.site.week.recordings[slug]
    return RecordingPage(
        title=r.label(told.title),
        description=r.plain(told.description, 200),
        structured=_video(r, slug, told),
        told=told,
        crumbs=crumbs(r, Kind.RECORDINGS),
        source=r.media(told.file) if told.file else "",
        poster=r.media(told.poster) if told.poster else "",
        tracks=tuple(_track(r, tag, path) for tag, path in told.captions.items()),
        chapters=tuple(_chapters(r, told)),
        transcripts=transcripts(r, told),
        facts=_facts(r, told),
    )


def _track(r: Reader, tag: str, path: str) -> Track:
    return Track(src=r.media(path), language=tag, name=r.words.language_name(tag), default=tag == r.language)


def _chapters(r: Reader, told: Recording) -> list[ChapterShown]:
    return [
        ChapterShown(
            time=running_time(chapter.at),
            # Media Fragments URI 1.0, section 4.2.1: works without a script.
            href=f"{r.media(told.file)}#t={chapter.at}" if told.file else "",
            seconds=chapter.at,
            title=r.text(chapter.title),
        )
        for chapter in sorted(told.chapters, key=lambda chapter: chapter.at)
    ]


def _facts(r: Reader, told: Recording) -> Facts:
    item = Markup()
    speakers = Markup()
    if told.item is not None:
        item = Markup('<a href="{}">{}</a>').format(r.to_item(told.item), r.heading(told.item))
        people = (s for s in r.site.week.items[told.item].speakers if s.role.must_be_there)
        speakers = lines(with_position(r, one.person, r.site.position_of(one, told.item)) for one in people)
    return [
        (r.words.say("Recording of"), item),
        (r.words.say("Speakers"), speakers),
        (r.words.say("Length"), running_time(told.seconds)),
        (r.words.say("Recorded"), r.words.day(told.recorded) if told.recorded else ""),
        (r.words.say("Language"), r.words.language_name(told.language) if told.language else ""),
        (r.words.say("Captions"), languages(r, told.captions)),
        (r.words.say("Licence"), licence(r, told.licence) if told.licence else ""),
    ]


def _video(r: Reader, slug: str, told: Recording) -> Markup:
    """The recording as schema.org tells it; addresses only where the week has a public one."""
    base = (r.site.week.address or "").rstrip("/")
    return linked_data(
        {
            "@type": "VideoObject",
            "name": r.label(told.title),
            "description": r.plain(told.description, 300),
            "url": canonical(r, Address(r.language, Kind.RECORDING, slug)),
            "contentUrl": f"{base}/media/{told.file}" if base and told.file else None,
            "thumbnailUrl": f"{base}/media/{told.poster}" if base and told.poster else None,
            "uploadDate": told.recorded.isoformat() if told.recorded else None,
            "duration": f"PT{told.seconds}S" if told.seconds else None,
            "inLanguage": told.language,
            "license": told.licence.address or told.licence.name if told.licence else None,
            "hasPart": [
                {"@type": "Clip", "name": r.label(chapter.title), "startOffset": chapter.at}
                for chapter in told.chapters
            ],
        }
    )

"""The captions of a recording as a text to be read: paragraphs below its chapters, each with the way to its moment."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from kakehashi.site.pictures.letters import is_square
from kakehashi.site.reader import Reader
from kakehashi.site.shown.recordings import running_time
from kakehashi.week.captions import Cue
from kakehashi.week.recordings import Chapter, Recording
from kakehashi.words import words_of

PAUSE, SHORT, LONG = 2_000, 12_000, 30_000
"""Milliseconds: a silence after which a paragraph begins, how long one is at least before a sentence ends it, and how
long at most."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


class Paragraph(NamedTuple):
    """What is said in one breath or so: when, by whom where the captions tell, and the words, each caption marked."""

    time: str
    href: str
    seconds: int
    voice: str
    words: Markup


class Passage(NamedTuple):
    """The paragraphs of a chapter; without chapters there is one, which has no title."""

    title: Markup
    paragraphs: tuple[Paragraph, ...]


class Transcript(NamedTuple):
    """All that is said in the captions of one language; `attributes` say which where it is not the page's."""

    language: str
    name: str
    attributes: Markup
    passages: tuple[Passage, ...]


def transcripts(r: Reader, told: Recording) -> tuple[Transcript, ...]:
    """First that which this reader reads best, then that in the language of the recording, if it is another."""
    there = [tag for tag, path in told.captions.items() if r.site.cues(path)]
    tried = (r.language, *r.site.week.fallbacks, *there)
    best = next((tag for tag in tried if tag in there), None)
    tags = dict.fromkeys(tag for tag in (best, told.language) if tag in there)
    return tuple(_transcript(r, told, tag) for tag in tags if tag is not None)


def _transcript(r: Reader, told: Recording, language: str) -> Transcript:
    chapters = sorted(told.chapters, key=lambda chapter: chapter.at)
    parts = _paragraphs(r.site.cues(told.captions[language]), chapters)
    return Transcript(
        language=language,
        name=r.words.language_name(language),
        attributes=r.attributes(language) if language != r.language else Markup(),
        passages=tuple(
            Passage(
                title=r.text(chapters[number].title) if number >= 0 else Markup(),
                paragraphs=tuple(_paragraph(r, told, language, cues) for _, cues in there),
            )
            for number, there in groupby(parts, key=lambda part: part[0])
        ),
    )


def _paragraphs(cues: Iterable[Cue], chapters: list[Chapter]) -> Iterator[tuple[int, list[Cue]]]:
    """The captions in paragraphs, each with the place of its chapter, -1 for what is before the first."""
    running: list[Cue] = []
    chapter = -1
    for cue in (cue for cue in cues if cue.text):
        here = _chapter_at(cue.start, chapters)
        if running and (here != chapter or _begins(cue, running)):
            yield chapter, running
            running = []
        chapter = here
        running.append(cue)
    if running:
        yield chapter, running


def _chapter_at(start: int, chapters: list[Chapter]) -> int:
    return sum(1 for chapter in chapters if chapter.at * 1000 <= start) - 1


def _begins(cue: Cue, before: list[Cue]) -> bool:
    last, length = before[-1], before[-1].end - before[0].start
    ended = last.text.rstrip("\"'»”’)」』）").endswith(_SENTENCE_ENDS)
    return (
        cue.voice != last.voice
        or cue.start - last.end >= PAUSE
        or (length >= SHORT and ended)
        or cue.end - before[0].start > LONG
    )


def _paragraph(r: Reader, told: Recording, language: str, cues: list[Cue]) -> Paragraph:
    seconds = cues[0].start // 1000
    return Paragraph(
        time=running_time(seconds),
        # Media Fragments URI 1.0, section 4.2.1: works without a script.
        href=f"{r.media(told.file)}#t={seconds}" if told.file else "",
        seconds=seconds,
        voice=cues[0].voice,
        words=_joined(cues, language),
    )


def _joined(cues: list[Cue], language: str) -> Markup:
    """The words of captions in a row; between squares no space stands."""
    words = words_of(language)
    said = Markup()
    for number, cue in enumerate(cues):
        if number and not (is_square(cues[number - 1].text[-1]) and is_square(cue.text[0])):
            said += " "
        text = escape(words.spaced(cue.text))
        said += Markup('<span data-from="{}" data-to="{}">{}</span>').format(cue.start, cue.end, text)
    return said

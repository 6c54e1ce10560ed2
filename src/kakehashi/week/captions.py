"""Captions as they are read aloud by a player: what a WebVTT file says, and when.

A strict reader of the part of WebVTT (W3C, section 4) that holds words: times, text, voices. Placing, regions and
styles are the player's; comments are nobody's. The file may be anybody's: what it holds of markup becomes plain text.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from kakehashi.frozen import FrozenMap

MOST_BYTES, MOST_CUES = 1 << 20, 10_000
"""The largest file that is read, about a day of speech, and the most captions in it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that are shown from `start` until `end`, milliseconds from the beginning; `voice` is who says them."""

    start: int
    end: int
    text: str
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file: its code, and the line at which it shows, from 1."""

    code: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Captions:
    """What a file says in the order of time, and what is wrong with it. Captions with a fault are left out alone."""

    cues: tuple[Cue, ...] = ()
    faults: tuple[Fault, ...] = ()


Read = Mapping[str, Captions]
"""Files below `media/`, read."""

NOTHING_READ: Read = FrozenMap()

_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?", re.ASCII)
_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]*)>")
_TAG = re.compile(r"<[^>]*(?:>|$)")
_ENDS = re.compile(r"\r\n|\r")


def captions(content: bytes) -> Captions:
    """What a WebVTT file says.

    >>> captions(b"WEBVTT\\n\\n00:01.000 --> 00:02.500\\n<v Ada>Tea &amp; <i>cake</i>\\n").cues
    (Cue(start=1000, end=2500, text='Tea & cake', voice='Ada'),)
    """
    if len(content) > MOST_BYTES:
        return Captions(faults=(Fault("captions.too-large"),))
    try:
        text = _ENDS.sub("\n", content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Captions(faults=(Fault("captions.encoding", content.count(b"\n", 0, error.start) + 1),))
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", text):
        return Captions(faults=(Fault("captions.no-header"),))
    found = list(_read(text))
    cues = sorted((one for one in found if isinstance(one, Cue)), key=lambda cue: (cue.start, cue.end))
    faults = [one for one in found if isinstance(one, Fault)]
    if len(cues) > MOST_CUES:
        return Captions(faults=(Fault("captions.too-large"),))
    if not cues and not faults:
        faults = [Fault("captions.empty")]
    return Captions(tuple(cues), tuple(faults))


def _read(text: str) -> Iterator[Cue | Fault]:
    for line, block in _blocks(text.split("\n")):
        # The first block is the header; comments, styles and regions are known by their first word.
        if line == 1 or re.match(r"(NOTE|STYLE|REGION)\b", block[0]):
            continue
        times = next((number for number, one in enumerate(block[:2]) if "-->" in one), None)
        if times is None:
            yield Fault("captions.no-time", line)
        else:
            yield _cue(line + times, block[times], block[times + 1 :])


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """What stands between empty lines, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate((*lines, ""), start=1):
        if line:
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cue(line: int, times: str, said: list[str]) -> Cue | Fault:
    found = _TIMES.fullmatch(times)
    if found is None:
        return Fault("captions.bad-time", line)
    start, end = _milliseconds(*found.groups()[:4]), _milliseconds(*found.groups()[4:])
    if end <= start:
        return Fault("captions.ends-first", line)
    whole = " ".join(said)
    voice = _VOICE.search(whole)
    return Cue(start, end, _plain(whole), _plain(voice[1]) if voice else "")


def _milliseconds(hours: str | None, minutes: str, seconds: str, rest: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest)


def _plain(marked: str) -> str:
    """The words without tags and escapes, on one line, without characters that steer instead of saying something."""
    words = unescape(_TAG.sub("", marked))
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in words if not _steers(c))
    return " ".join(shown.split())


def _steers(letter: str) -> bool:
    # Joiners belong to the spelling of several scripts.
    return unicodedata.category(letter) in ("Cf", "Cs", "Cn", "Co") and letter not in "\u200c\u200d"

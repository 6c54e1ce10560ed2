"""A released week in which one person stands everywhere that a person can stand, and a search that shares no code."""

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import brotli  # type: ignore[import-untyped]
from tests.week.building import institution, item, session, week

from kakehashi.keys import SigningKey
from kakehashi.publishing import How, Publisher, Source
from kakehashi.publishing.redacting import Redactor
from kakehashi.releases import Release, Store
from kakehashi.site import media_of
from kakehashi.week import Visibility, VisibleWeek, for_audience

KEY = SigningKey(bytes(range(32)))
FIRST = datetime(2021, 9, 27, 1, tzinfo=UTC)
SOFTWARE = "kakehashi test"
SLUG = "moriya-sakura"

NAMES = ("Moriya Sakura", "Sakura Moriya", "守屋さくら", "守屋 さくら", "もりや さくら", "Мория Сакура", "С. Мория")
"""Forms in every script; the family name alone is asked for as well where it stands alone."""

PEOPLE: dict[str, Any] = {
    SLUG: {
        "names": {
            "ja": {"whole": "守屋 さくら", "family": "守屋", "given": "さくら", "reading": "もりや さくら"},
            "en": {"whole": "Moriya Sakura", "family": "Moriya", "given": "Sakura"},
            "ru": {"whole": "Мория Сакура", "family": "Мория", "given": "Сакура", "short": "С. Мория"},
        },
        "spellings": ["MORIYA Sakura"],
        "orcid": "https://orcid.org/0000-0002-1825-0097",
        "photograph": "portraits/moriya.jpg",
        "biography": {"en": "Moriya Sakura studies tea.", "ru": "Мория Сакура изучает чай."},
        "positions": {"professor": {"title": {"en": "Professor"}, "institution": "home"}},
    },
    "ada": {"names": {"en": {"whole": "Ada Moss"}, "ja": {"whole": "エイダ・モス"}, "ru": {"whole": "Ада Мосс"}}},
}


def a_week(at: datetime = FIRST, **parts: Any) -> VisibleWeek:
    """The week as everyone sees it: she speaks alone, with another, chairs, signs, and is spoken of in every script."""
    talk: dict[str, Any] = {
        "speakers": [{"person": SLUG, "position": "professor"}],
        "title": {"en": "Leaves", "ja": "茶の葉", "ru": "Листья"},
        "abstract": {"en": "My own words about leaves."},
        "materials": [{"label": {"en": "Slides"}, "file": "slides/moriya-sakura.txt"}],
    }
    both: dict[str, Any] = {
        "speakers": [{"person": SLUG}, {"person": "ada"}],
        "title": {"en": "Two cups", "ja": "二つの茶碗", "ru": "Две чашки"},
        "abstract": {
            "en": "With MORIYA, Sakura and Sakura Moriya’s pupils.",
            "ja": "守屋さくら氏（ﾓﾘﾔ ｻｸﾗ）と話します。",
            "ru": "Разговор с Сакурой Морией и её учениками.",
        },
        "materials": [{"label": {"en": "Notes"}, "file": "notes.txt"}],
    }
    keys: dict[str, Any] = {
        "languages": ["en", "ja", "ru"],
        "institutions": {"home": institution()},
        "people": PEOPLE,
        "sessions": {"opening": session(chairs=[SLUG], moderators=[SLUG])},
        "items": {
            "leaves-moriya": item(order=1, **talk),
            "cups": item(order=2, **both),
            "questions": item(order=3, kind="questions"),
        },
        "agreements": {"tea": {"title": {"en": "Tea"}, "signatories": [{"person": SLUG}]}},
        "recordings": {
            "cups": {"title": {"en": "Two cups"}, "item": "cups", "file": "f.mp4", "captions": {"en": "f.vtt"}}
        },
        "association": {
            "name": {"en": "Old pupils"},
            "officers": {"chair": {"title": {"en": "Chair"}, "person": SLUG}},
        },
        "description": {"en": "[Sakura Moriya](https://example.org/en/people/moriya-sakura/) asks you to tea."},
        "report": {
            "pictures": [{"file": "tea.jpg", "alt": {"en": "Sakura Moriya pours tea"}}],
            "summary": {"en": "Everybody liked the tea of Moriya\u00a0Sakura."},
        },
    }
    return for_audience(week(**keys | parts), Visibility.PUBLIC, at)


MEDIA = {
    "portraits/moriya.jpg": b"\xff\xd8\xff a portrait",
    "slides/moriya-sakura.txt": b"slides",
    "notes.txt": "Notes by 守屋さくら and Ada Moss\n".encode() * 40,
    "f.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Sakura Moriya>Tea?\n",
    "f.mp4": b"\0\0\0 film",
    "tea.jpg": b"\xff\xd8\xff tea",
}


def store_in(folder: Path) -> Store:
    return Store(folder / "releases" / "tea-week")


def release(folder: Path, number: int, *, search: bool = False, **parts: Any) -> Release:
    """A release of the week, on the day of its number."""
    media = folder / "media"
    for name, content in MEDIA.items():
        (media / name).parent.mkdir(parents=True, exist_ok=True)
        (media / name).write_bytes(content)
    at = FIRST + timedelta(days=number)
    seen = a_week(at, **parts)
    publisher = Publisher(lambda _: store_in(folder), KEY, SOFTWARE, How(1, search), lambda: None)
    source = Source(seen, {name: media / name for name in media_of(seen)})
    return publisher.publish("tea-week", lambda: source, again=True).release


def redactor(folder: Path, day: int = 23) -> Redactor:
    return Redactor(store_in(folder), KEY, SOFTWARE, FIRST + timedelta(days=day), 1, lambda: None)


def every_byte(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of a folder by its path, as the text that it holds once it is unpacked and bare of tags."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield str(path.relative_to(folder)), bare(unpacked(path))
        yield str(path.relative_to(folder)), bare(str(path.relative_to(folder)).encode())


def unpacked(path: Path) -> bytes:
    content = path.read_bytes()
    if path.suffix == ".br":
        return bytes(brotli.decompress(content))
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def bare(content: bytes) -> str:
    text = re.sub(rb"\r\n[ \t]", b"", content).decode("utf-8", "replace")
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), html.unescape(text))
    text = re.sub(r"<rt>.*?</rt>", "", text)
    text = re.sub(r"</?(wbr|b|i|ruby|span|tspan|text|mark|a|bdi)\b[^>]*>", "", text)
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]", "", text)


def traces(folder: Path) -> list[tuple[str, str]]:
    """Where a form of her name is found, and which."""
    forms = {form: sought(form) for form in (*NAMES, SLUG, "Сакурой Морией", "MORIYA, Sakura", "0000-0002-1825-0097")}
    return [
        (path, form)
        for path, text in every_byte(folder)
        for form, guises in forms.items()
        if any(guise in text for guise in guises)
    ]


def sought(form: str) -> set[str]:
    written = {form, quote(form), json.dumps(form)[1:-1], html.escape(form)}
    return {bare(one.encode()) for one in written}

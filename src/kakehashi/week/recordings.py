"""Recordings of items: own files, copies elsewhere, captions, chapters."""

from typing import Annotated

from pydantic import Field

from kakehashi.frozen import FrozenMap
from kakehashi.week.organising import Licence
from kakehashi.week.part import Part, Visibility
from kakehashi.week.scalars import Day, MediaPath, ToItem, WebAddress
from kakehashi.words import LanguageTag, Text

Seconds = Annotated[int, Field(ge=0)]


class Copy(Part):
    """A copy on somebody else's server, such as a video archive."""

    label: Text
    address: WebAddress
    language: LanguageTag | None = None


class Chapter(Part):
    """A named point of a recording, `at` whole seconds from its beginning."""

    at: Seconds
    title: Text


class Recording(Part):
    """What was recorded of an item. `captions` are WebVTT files by language.

    `file` is the week's own and plays on its page; `copies` elsewhere are links and never embedded, so that no reader
    is handed to a third party. A recording is at least as closed as its item.
    """

    title: Text
    item: ToItem | None = None
    file: MediaPath | None = None
    poster: MediaPath | None = None
    language: LanguageTag | None = None
    seconds: Seconds | None = None
    recorded: Day | None = None
    copies: tuple[Copy, ...] = ()
    captions: FrozenMap[LanguageTag, MediaPath] = FrozenMap()
    chapters: tuple[Chapter, ...] = ()
    description: Text = Text()
    licence: Licence | None = None
    visibility: Visibility = Visibility.PUBLIC

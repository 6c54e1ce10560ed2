"""What a week picture is drawn from: days that hold blocks. Plain values, chosen and worded by the page.

A block stands in the column of the host's date on which it begins, whatever date that is for a partner, and may reach
past midnight. The pictures know no week, no language but what `Words` gives, and no address but what is handed in.
"""

from datetime import date, datetime
from typing import NamedTuple

from kakehashi.site.pictures.clocks import Place
from kakehashi.site.pictures.marks import Mark


class Block(NamedTuple):
    """Something that happens, from `start` to `end` (aware), and where its link leads.

    `title` may be of several lines; `kind` is the short word that stands where a title has no room; `label` is read
    aloud in place of both and begins with the time. `language` is that of the three where it is not the page's.
    Blocks of one `lane` (a room, a stream) stand below one another; a block without a lane alone in its hours fills
    the day's width. `mark` is its programme's, `None` for the week's own.
    """

    start: datetime
    end: datetime
    title: str
    kind: str
    label: str
    href: str
    lane: str | None = None
    mark: Mark | None = None
    language: str | None = None
    closed: bool = False
    planned: bool = False
    cancelled: bool = False


class Subtitle(NamedTuple):
    """A line under a day's numeral: what the day is about."""

    text: str
    mark: Mark | None = None


class PictureDay(NamedTuple):
    """A day of the host's calendar. `names` (month, weekday) stand beside its numeral, or `short` alone."""

    date: date
    names: tuple[str, ...]
    short: str
    blocks: tuple[Block, ...] = ()
    subtitles: tuple[Subtitle, ...] = ()


class WeekPicture(NamedTuple):
    """Days side by side on the host's clock, the clocks of `places` along both edges."""

    host: Place
    places: tuple[Place, ...]
    days: tuple[PictureDay, ...]

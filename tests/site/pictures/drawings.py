"""Reads pictures back, and builds small ones."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from xml.etree.ElementTree import Element, fromstring
from zoneinfo import ZoneInfo

from kakehashi.site.pictures import Block, Clock, PictureDay, Place, WeekPicture

KANAZAWA = Place("Kanazawa", "Asia/Tokyo")
KAZAN = Place("Kazan", "Europe/Moscow")
VLADIVOSTOK = Place("Vladivostok", "Asia/Vladivostok")
HOST = Clock(("Kanazawa",), "Asia/Tokyo", host=True)
TOKYO = ZoneInfo("Asia/Tokyo")
FIRST = date(2021, 9, 29)


def read(drawn: str) -> Element:
    """The elements of some markup, below one root."""
    return fromstring(f"<root>{drawn}</root>")


def named(drawn: str, tag: str, kind: str = "") -> list[Element]:
    """The elements of a tag, with every class of `kind` if that is given."""
    wanted = set(kind.split())
    return [one for one in read(drawn).iter(tag) if wanted <= set(one.get("class", "").split())]


def place(one: Element, *names: str) -> tuple[float, ...]:
    """Some numbers of an element."""
    return tuple(float(one.get(name, "nan")) for name in names)


def texts(drawn: str, kind: str = "") -> list[str]:
    """The lines of text in the order of the drawing."""
    return ["".join(one.itertext()) for one in named(drawn, "text", kind)]


def titles(drawn: str) -> list[str]:
    """The titles of the drawings."""
    return [one.text or "" for one in read(drawn).iter("title")]


def jst(hour: int, minute: int = 0, day: date = FIRST) -> datetime:
    """A moment on the host's clock; hours past 24 belong to the next day."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=TOKYO)
    return (midnight + timedelta(hours=hour, minutes=minute)).astimezone(UTC)


def block(start: datetime, minutes: int, title: str = "Talk", **more: object) -> Block:
    """A block with a title, whose label is that title."""
    said = {"kind": "Talk", "label": title, "href": "#", **more}
    return Block(start, start + timedelta(minutes=minutes), title, **said)  # type: ignore[arg-type]


def picture_day(*blocks: Block, day: date = FIRST) -> PictureDay:
    """A day in September."""
    return PictureDay(day, ("September", "Wednesday"), "Wed", blocks)


def week(*days: PictureDay, places: tuple[Place, ...] = (KAZAN, VLADIVOSTOK)) -> WeekPicture:
    """A week in Kanazawa."""
    return WeekPicture(KANAZAWA, places, days)


def attributes(drawn: str) -> Iterator[tuple[str, str]]:
    """Every attribute of every element."""
    for one in read(drawn).iter():
        yield from one.items()

"""The preview picture of a week in a language as a PNG file."""

from kakehashi.site.accent import accent_shown
from kakehashi.site.addresses import Address, Kind
from kakehashi.site.pictures import Mark, flags
from kakehashi.site.pictures.clocks import Place, clocks
from kakehashi.site.pictures.comb import comb
from kakehashi.site.pictures.marks import mark
from kakehashi.site.previews.card import Card, draw, fits
from kakehashi.site.previews.faces import mincho, serif, settable
from kakehashi.site.reader import Reader
from kakehashi.site.shown.times import host_city, noon, partner_places
from kakehashi.site.site import Site
from kakehashi.words import Words


def preview_path(language: str) -> str:
    """Where the picture lies, from the week's root. Its name tells nothing of its content: pages name it."""
    return f"{language}/preview.png"


def preview(site: Site, language: str) -> bytes:
    """The picture, 1200 by 630 pixels.

    Drawn in the first of the language and the week's fallbacks in which the faces have every letter of the week's name.
    Where that is none of them, the picture tells the days and the clocks without it.
    """
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - a page needs no rasteriser

    card, words = card_of(site, language)
    return svg_to_bytes(
        svg_string=draw(card, words),
        skip_system_fonts=True,
        font_files=[str(face.path) for face in (serif(), mincho())],
    )


def card_of(site: Site, language: str) -> tuple[Card, Words]:
    """What the picture shows, and in which language."""
    reader = _reader(site, language)
    return _card(reader), reader.words


def _reader(site: Site, language: str) -> Reader:
    tried = (language, *site.week.fallbacks)
    drawn = next((tag for tag in tried if settable(site.week.title.get(tag, ""))), "en")
    return Reader(site, Address(drawn, Kind.HOME))


def _card(r: Reader) -> Card:
    week = r.site.week
    placements = r.site.timetable.placements
    at = placements[0].start if placements else noon(r, week.days[0])
    city = settable(host_city(r)) or ""
    partners = tuple(Place(settable(place.city) or "", place.zone) for place in partner_places(r))
    shown = clocks(partners, week.zone, city, at)
    drawn = flags(at, shown, r.words, "wide")
    return Card(
        title=settable(week.title.get(r.language, "")) or "",
        days=settable(_days(r)) or "",
        marks=_marks(r.site),
        clocks=drawn if drawn is not None and fits(drawn) else comb(at, shown, r.words),
        accent=accent_shown(r.site),
    )


def _days(r: Reader) -> str:
    days = r.words.days(r.site.week.days)
    place = r.label(r.site.week.place)
    return f"{days}{r.words.dot}{place}" if place else days


def _marks(site: Site) -> tuple[Mark, ...]:
    return tuple(mark(number) for number in site.hue_order.values())

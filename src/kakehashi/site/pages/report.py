"""The report: what happened, in words, figures and pictures.

A figure that was not counted says so. Pictures carry the words for those who cannot see them, which the document asks
for.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.week.reporting import Report, ReportFigure


class Figure(NamedTuple):
    """A number of the report, empty where it was not counted; `as_of` is the day on which it held."""

    label: Markup
    number: str
    as_of: str
    part: ReportFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage(Page):
    """The report; `as_of` is the day of all its figures where they share one."""

    told: Report
    published: str
    figures: tuple[Figure, ...]
    as_of: str


def report(r: Reader, slug: str) -> ReportPage:
    """What happened."""
    told = r.site.week.report or Report()
    shared = _shared(told)
    published = r.words.say("Published on %(day)s", day=r.words.day(told.published)) if told.published else ""
    return ReportPage(
        title=page_name(r.words, Kind.REPORT),
        description=r.plain(told.summary, 200),
        told=told,
        published=published,
        figures=tuple(_figure(r, one, shared is None) for one in told.figures.values()),
        as_of=_as_of(r, shared),
    )


def _shared(told: Report) -> date | None:
    """The one day of which all counted figures speak, if they do: then it is said once above them."""
    days = {one.as_of for one in told.figures.values() if one.number is not None}
    return days.pop() if len(days) == 1 else None


def _as_of(r: Reader, day: date | None) -> str:
    return r.words.say("As of %(day)s", day=r.words.partial_date(day.isoformat())) if day else ""


def _figure(r: Reader, one: ReportFigure, dated: bool) -> Figure:
    number = "" if one.number is None else r.words.number(one.number)
    return Figure(r.text(one.label), number, _as_of(r, one.as_of) if dated else "", one)

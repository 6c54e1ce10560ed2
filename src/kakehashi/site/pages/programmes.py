"""Exchange programmes: an index, and a page for each with its yearly figures as a chart and as a table.

Ministries compare plan and result year by year. Chart and table hold the same numbers; what nobody counted is a gap in
one and a dash in the other, since 0 would be a claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.pictures.charts import Chart, Series, Value, figures_chart
from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import Facts, crumbs, lines, outward
from kakehashi.site.shown.positions import acting
from kakehashi.site.shown.remarks import caution, remarks
from kakehashi.week.programmes import Direction, Figures, Programme, YearFigure

_NOT_COUNTED = YearFigure(year=1900)
"""Stands for a year of another series: neither plan nor result, which is not 0."""


class Column(NamedTuple):
    """A series of a table of figures: what is counted, how, as of when, after which source."""

    counted: Markup
    language: str | None
    how: Markup
    as_of: str
    source: Markup
    caution: Markup
    remarks: Markup


class FiguresShown(NamedTuple):
    """Series over the same years: a chart, and the table that says the same. A cell is empty where nobody counted."""

    chart: Markup
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    gaps: bool
    planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammesPage(Page):
    """All exchange programmes."""

    count: str


def index(r: Reader, slug: str) -> ProgrammesPage:
    """All exchange programmes."""
    count = r.words.count("%(count)s exchange programme", "%(count)s exchange programmes", len(r.site.week.programmes))
    return ProgrammesPage(title=page_name(r.words, Kind.PROGRAMMES), description=count, count=count)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage(Page):
    """An exchange programme; `symposia` are slugs."""

    slug: str
    told: Programme
    crumbs: list[tuple[str, str]]
    facts: Facts
    figures: tuple[FiguresShown, ...]
    symposia: tuple[str, ...]


def programme(r: Reader, slug: str) -> ProgrammePage:
    """An exchange programme with its aims, its partners, its figures and its symposia in the week."""
    told = r.site.week.programmes[slug]
    return ProgrammePage(
        title=r.label(told.name),
        description=r.plain(told.aims, 200),
        slug=slug,
        told=told,
        crumbs=crumbs(r, Kind.PROGRAMMES),
        facts=_facts(r, told),
        figures=tuple(_figures(r, group) for group in _groups(told)),
        symposia=tuple(name for name, one in r.site.week.symposia.items() if one.programme == slug),
    )


def _facts(r: Reader, told: Programme) -> Facts:
    return [
        (r.words.say("Since"), r.words.partial_date(told.since) if told.since else ""),
        (r.words.say("Fields"), lines(r.text(field) for field in told.fields)),
        (r.words.say("For whom"), r.text(told.level)),
        (r.words.say("Led by"), r.institution(told.lead) if told.lead else ""),
        (r.words.say("Partners"), lines(r.institution(one) for one in told.partners)),
        (r.words.say("Coordinators"), lines(acting(r, one) for one in told.coordinators)),
        (r.words.say("Elsewhere"), outward(told.web) if told.web else ""),
    ]


def _groups(told: Programme) -> Iterator[tuple[Figures, ...]]:
    """Series that belong in one chart: those sent with those received, every other one alone.

    Students sent and received are counted alike and compared; participants and papers share no axis.
    """
    exchanged = tuple(one for one in told.figures.values() if one.direction is not Direction.OTHER)
    for first in range(0, len(exchanged), 2):
        yield exchanged[first : first + 2]
    yield from ((one,) for one in told.figures.values() if one.direction is Direction.OTHER)


def _figures(r: Reader, group: tuple[Figures, ...]) -> FiguresShown:
    """Series over all years that any of them has, so that one table holds them side by side."""
    years = sorted({figure.year for one in group for figure in one.years})
    by_year = [{figure.year: figure for figure in one.years} for one in group]
    cells = [[there.get(year, _NOT_COUNTED) for there in by_year] for year in years]
    return FiguresShown(
        chart=_chart(r, group, years, cells),
        columns=tuple(_column(r, one) for one in group),
        rows=tuple(
            (str(year), tuple((_said(r, one.plan), _said(r, one.result)) for one in row))
            for year, row in zip(years, cells, strict=True)
        ),
        gaps=any(one.result is None or one.plan is None for row in cells for one in row),
        planned=any(one.plan is not None for row in cells for one in row),
    )


def _said(r: Reader, count: int | None) -> str:
    return "" if count is None else r.words.number(count)


def _chart(r: Reader, group: tuple[Figures, ...], years: list[int], cells: list[list[YearFigure]]) -> Markup:
    series = tuple(
        Series(r.label(one.counted), tuple(Value(row[place].plan, row[place].result) for row in cells))
        for place, one in enumerate(group)
    )
    title = r.words.say(
        "%(counted)s by year: the plan as an outline, the result filled. The table has the same numbers.",
        counted=r.words.listing([one.name for one in series]),
    )
    return figures_chart(Chart(title, tuple(map(str, years)), series), r.words)


def _column(r: Reader, one: Figures) -> Column:
    shown = r.passage(one.counted)
    return Column(
        counted=r.text(one.counted),
        language=shown.language if shown and shown.language != r.language else None,
        how=r.text(one.how),
        as_of=r.words.say("As of %(day)s", day=r.words.partial_date(one.as_of.isoformat())) if one.as_of else "",
        source=r.text(one.source),
        caution=caution(r, one),
        remarks=remarks(r, one),
    )

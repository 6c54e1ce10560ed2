"""Laws of the history of a week: no address is forgotten, no chain leads astray, nobody who went is remembered."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.site.conforming import faults
from tests.site.walking import internal_links, parsed, where
from tests.strategies import weeks

from kakehashi.site import (
    History,
    Site,
    asset_files,
    history_bytes,
    media_of,
    next_history,
    read_history,
    site_of,
    works_of,
)
from kakehashi.site.gone import gone_addresses
from kakehashi.site.history import Known, people_of
from kakehashi.week import Visibility, VisibleWeek, Week, for_audience
from kakehashi.week.part import Keyed

RELEASED = datetime(2021, 9, 27, 1, tzinfo=UTC)
MEETING = ("items", "people", "symposia", "recordings", "institutions")


@st.composite
def successions(draw: st.DrawFn) -> list[VisibleWeek]:
    """Three states of a week: parts of two weeks, some of them under other slugs, in turn there and gone."""
    first, other = draw(weeks()), draw(weeks())
    names = draw(st.sets(st.sampled_from([*MEETING, "days", "sessions", "title"]), max_size=4))
    second = first.model_copy(update={name: getattr(other, name) for name in names})
    moved = draw(st.sampled_from(MEETING))
    third = first.model_copy(update={moved: Keyed((f"x-{slug}", part) for slug, part in getattr(first, moved).items())})
    order = draw(st.permutations([first, second, third]))
    return [_public(week) for week in order]


def _public(week: Week) -> VisibleWeek:
    return for_audience(week, Visibility.PUBLIC, RELEASED)


def histories(released: Sequence[VisibleWeek]) -> list[History]:
    """The history of each release of these weeks."""
    found = [next_history(History(), None, released[0], 1, RELEASED)]
    for number, (old, new) in enumerate(pairwise(released), 2):
        found.append(next_history(found[-1], old, new, number, RELEASED))
    return found


def addresses(week: VisibleWeek) -> set[str]:
    language = week.host_language
    return {address.folder.removeprefix(f"{language}/") for address in Site(week).addresses(language)}


def named(week: VisibleWeek) -> dict[str, Any]:
    """Everyone shown by name, by slug."""
    return {slug: person for slug, person in week.people.items() if Site(week).has_page(slug)}


FEW = settings(
    max_examples=settings().max_examples // 6,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@FEW
@given(successions())
def test_every_address_of_an_earlier_release_is_there_or_gone_unless_it_tells_of_somebody_who_went(
    released: list[VisibleWeek],
) -> None:
    history = histories(released)[-1]
    present = addresses(released[-1])
    went = {slug: () for week in released for slug in named(week) if slug not in named(released[-1])}
    for address in {address for week in released for address in addresses(week)}:
        silent = Known.by(went).named_in(address, history.gone.get(address) or "")
        assert address in present or address in history.gone or silent or address.startswith("people/")


@FEW
@given(successions())
def test_what_is_gone_is_not_there_and_leads_to_what_is(released: list[VisibleWeek]) -> None:
    for week, history in zip(released, histories(released), strict=True):
        assert not history.gone.keys() & addresses(week)
        assert {target for target in history.gone.values() if target} <= addresses(week)


@FEW
@given(successions())
def test_nobody_who_is_not_in_the_week_by_name_is_told_of(released: list[VisibleWeek]) -> None:
    for week, history in zip(released, histories(released), strict=True):
        told = {person for entry in history.entries for change in entry.changes for person in people_of(change)}
        assert told <= named(week).keys()


@FEW
@given(successions())
def test_a_history_of_whatever_weeks_comes_back_from_its_file(released: list[VisibleWeek]) -> None:
    history = histories(released)[-1]
    assert read_history(history_bytes(history)) == history
    assert [entry.number for entry in history.entries] == [3, 2, 1]


@FEW
@given(weeks())
def test_the_same_week_again_changes_nothing(week: Week) -> None:
    shown = _public(week)
    history = histories([shown, shown])[-1]
    assert (history.entries[0].changes, dict(history.gone)) == ((), {})


@FEW
@given(successions())
def test_whatever_was_released_the_pages_that_tell_of_it_are_valid_and_lead_somewhere(
    released: list[VisibleWeek],
) -> None:
    site = site_of(released[-1], history=histories(released)[-1])
    works = {work.path: work for work in works_of(site)}
    assets = {file.path for file in asset_files()} | {f"media/{name}" for name in media_of(site.week)}
    gone = {address.file for address in gone_addresses(site)}
    for path in sorted(gone)[:6] + [path for path in works if path.endswith("/changes/index.html")]:
        tree = parsed(works[path].make(site).content)
        assert (path, list(faults(tree))) == (path, [])
        assert {where(path, link) for link in internal_links(tree)} <= works.keys() | assets

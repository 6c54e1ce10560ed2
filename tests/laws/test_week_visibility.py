"""Laws of what an audience sees, over weeks whose parts are closed at random and full of marked words."""

from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.week.filling import another, full_keys

from kakehashi.week import Moment, Visibility, VisibleWeek, Week, for_audience, timetable
from kakehashi.week.references import dangling

CIRCLES = st.sampled_from([circle.value for circle in Visibility])
OUT = st.sampled_from([None, "2021-09-01T00:00[UTC]", "2021-11-01T00:00[UTC]"])
NOW = datetime(2021, 10, 1, tzinfo=UTC)
NAMES = ["one", "two", "three"]


def maybe(*names: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *names])


def parts(collection: str, **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Three filled parts of a collection with these keys drawn."""
    drawn = st.tuples(*(st.fixed_dictionaries(keys) for _ in NAMES))
    return drawn.map(
        lambda three: dict(
            chain.from_iterable(
                another(collection, name, **one).items() for name, one in zip(NAMES, three, strict=True)
            )
        )
    )


@st.composite
def closed_weeks(draw: st.DrawFn) -> Week:
    """Full weeks of three symposia, sessions, items and so on, each closed, embargoed and linked at random."""
    speakers = st.lists(st.sampled_from(NAMES).map(lambda who: {"person": who, "position": "one"}), max_size=2)
    start = st.integers(0, 9).map(lambda hour: f"2021-09-29T1{hour}:00[Asia/Tokyo]")
    collections = {
        "symposia": draw(parts("symposia", visibility=CIRCLES, chairs=st.lists(st.sampled_from(NAMES), max_size=1))),
        "sessions": draw(
            parts("sessions", visibility=CIRCLES, symposium=maybe(*NAMES), start=start, chairs=st.just([]))
        ),
        "items": draw(
            parts(
                "items",
                kind=st.sampled_from(["talk", "rehearsal", "general-conference"]),
                visibility=CIRCLES,
                visible_from=OUT,
                symposium=maybe(*NAMES),
                session=maybe(*NAMES),
                order=st.integers(0, 2),
                starts=st.none(),
                speakers=speakers,
            )
        ),
        "people": draw(parts("people", shown=st.sampled_from(["name", "affiliation"]))),
        "recordings": draw(parts("recordings", visibility=CIRCLES, item=maybe(*NAMES))),
        "agreements": draw(parts("agreements", visible_from=OUT, item=maybe(*NAMES))),
        "offices": draw(parts("offices", visible_from=OUT, agreement=maybe(*NAMES))),
        "institutions": draw(parts("institutions", partner=st.booleans(), part_of=maybe(*NAMES))),
    }
    return Week.model_validate(full_keys() | collections)


@given(closed_weeks(), st.sampled_from(Visibility))
def test_what_an_audience_sees_is_a_valid_document_with_every_reference_right(week: Week, audience: Visibility) -> None:
    seen = for_audience(week, audience, NOW)
    assert VisibleWeek.model_validate_json(seen.model_dump_json()) == seen
    assert list(dangling(seen)) == []


@given(closed_weeks(), st.sampled_from(Visibility))
def test_what_has_been_taken_out_once_stays_as_it_is(week: Week, audience: Visibility) -> None:
    seen = for_audience(week, audience, NOW)
    assert for_audience(seen, audience, NOW) == seen


@given(closed_weeks(), st.sampled_from(Visibility))
def test_nothing_that_is_kept_moves(week: Week, audience: Visibility) -> None:
    seen = for_audience(week, audience, NOW)
    before, after = timetable(week), timetable(seen)
    for slug in seen.items.keys() & week.items.keys():
        assert after.by_item.get(slug) == before.by_item.get(slug)
    kept = [
        (placed.session, placed.start, placed.end) for placed in before.placements if placed.session in seen.sessions
    ]
    assert [(placed.session, placed.start, placed.end) for placed in after.placements] == kept
    assert {span.session: span for span in after.spans}.items() <= before.by_session.items()


@given(closed_weeks())
def test_no_word_of_a_closed_part_is_in_what_the_public_sees(week: Week) -> None:
    written = for_audience(week, Visibility.PUBLIC, NOW).model_dump_json()
    for place in closed_places(week):
        assert f"<.{place}." not in written


def still_to_come(moment: Moment | None) -> bool:
    return moment is not None and moment.instant > NOW


def closed_places(week: Week) -> list[str]:
    """The places of closed parts, found without the code under test."""
    public = Visibility.PUBLIC
    shut = {f"symposia.{slug}" for slug, one in week.symposia.items() if one.visibility != public}
    for slug, session in week.sessions.items():
        if session.visibility != public or f"symposia.{session.symposium}" in shut:
            shut.add(f"sessions.{slug}")
    for slug, item in week.items.items():
        of = {f"symposia.{item.symposium}", f"sessions.{item.session}"}
        if still_to_come(item.visible_from) or item.kind == "rehearsal" or item.visibility != public or of & shut:
            shut.add(f"items.{slug}")
    for slug, film in week.recordings.items():
        if film.visibility != public or f"items.{film.item}" in shut:
            shut.add(f"recordings.{slug}")
    shut |= {f"agreements.{slug}" for slug, one in week.agreements.items() if still_to_come(one.visible_from)}
    shut |= {f"offices.{slug}" for slug, one in week.offices.items() if still_to_come(one.visible_from)}
    shut |= {f"people.{slug}.names" for slug, one in week.people.items() if one.shown == "affiliation"}
    shut |= {f"people.{slug}.biography" for slug, one in week.people.items() if one.shown == "affiliation"}
    return sorted(shut | {"wishes", "organisations"})


@given(closed_weeks(), st.sampled_from(Visibility), st.integers(0, 60))
def test_a_closer_circle_and_a_later_moment_never_see_less(week: Week, audience: Visibility, days: int) -> None:
    seen = for_audience(week, audience, NOW)
    closer = for_audience(week, Visibility.STAFF, NOW + timedelta(days=days))
    for name in ("symposia", "sessions", "recordings", "agreements", "offices", "institutions"):
        assert getattr(seen, name).keys() <= getattr(closer, name).keys()

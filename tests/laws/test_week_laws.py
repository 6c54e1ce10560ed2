"""Laws of any week: checks that never fail, visibility that never leaks, differences that can be turned round."""

import json
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.strategies import privates, weeks

from kakehashi.findings import Change
from kakehashi.week import Visibility, VisibleWeek, Week, check, difference, for_audience, timetable
from kakehashi.week.anatomy import Matter, at, leaves
from kakehashi.week.differing import CODES
from kakehashi.week.part import Keyed
from kakehashi.week.references import dangling
from kakehashi.words import words_of

NOW, TODAY = datetime(2021, 9, 29, tzinfo=UTC), date(2021, 9, 29)
AUDIENCES = st.sampled_from(Visibility)

HALF = settings(max_examples=settings().max_examples // 2)
"""Two whole weeks are slow to make."""

MIRROR = {
    "added": "removed",
    "removed": "added",
    "timed": "untimed",
    "untimed": "timed",
    "roomed": "unroomed",
    "unroomed": "roomed",
    **{same: same for same in ("renamed", "moved", "retimed", "changed")},
}
"""What a kind of change is called when one goes back."""


@given(weeks(), st.data())
def test_any_week_can_be_checked_and_every_finding_is_at_a_place_and_has_words(week: Week, data: st.DataObject) -> None:
    private = data.draw(privates(week))
    findings = check(week, private=private, today=TODAY, media=frozenset({"a.png"}))
    roots: dict[bool, Any] = {True: private, False: week}
    for finding in findings:
        within_private = finding.place[:1] == ("private",)
        at(roots[within_private], finding.place[within_private:])
        assert not words_of("en").tell(finding).startswith(finding.code)


@given(weeks(), AUDIENCES)
def test_what_is_seen_of_any_week_is_valid_right_and_stays(week: Week, audience: Visibility) -> None:
    seen = for_audience(week, audience, NOW)
    assert VisibleWeek.model_validate_json(seen.model_dump_json()) == seen
    assert list(dangling(seen)) == []
    assert for_audience(seen, audience, NOW) == seen
    before, after = timetable(week).by_item, timetable(seen).by_item
    assert {slug: after.get(slug) for slug in seen.items.keys() & week.items.keys()} == {
        slug: before.get(slug) for slug in seen.items.keys() & week.items.keys()
    }


@given(weeks())
def test_nothing_differs_between_a_week_and_itself(week: Week) -> None:
    assert difference(week, Week.model_validate_json(week.model_dump_json())) == ()


@HALF
@given(weeks(), weeks())
def test_every_change_has_a_known_code_and_can_be_turned_round(old: Week, new: Week) -> None:
    there, back = difference(old, new), difference(new, old)
    assert {change.code for change in there} <= CODES
    assert sorted(filter(None, map(turned, there))) == sorted(filter(None, map(told, back)))


def turned(change: Change) -> str | None:
    """The change that leads back, written out; none where going back is told in other words."""
    subject, _, kind = change.code.partition(".")
    if kind not in MIRROR:
        return None
    values = {{"old": "new", "new": "old"}.get(key, key): value for key, value in change.values.items()}
    return told(Change(f"{subject}.{MIRROR[kind]}", change.place, values))


def told(change: Change) -> str | None:
    """What of a change does not depend on the direction: the name is that of the newer side."""
    if change.code.partition(".")[2] not in MIRROR or change.place[:1] == ("notices",):
        return None
    values = {key: str(value) for key, value in change.values.items() if key != "what"}
    return json.dumps([change.code, change.place, values], sort_keys=True)


def with_text(part: Any, place: tuple[Any, ...], text: dict[str, str]) -> Any:
    """The plain values of a part with another text at a place."""
    if not place:
        return text
    step, *rest = place
    if isinstance(part, list):
        return [with_text(one, tuple(rest), text) if number == step else one for number, one in enumerate(part)]
    return part | {step: with_text(part[step], tuple(rest), text)}


@given(weeks(), st.data())
def test_one_text_that_changes_is_told_of_the_part_that_it_stands_in_and_of_no_other(
    week: Week, data: st.DataObject
) -> None:
    texts = [found for found in leaves(week, Matter.TEXT) if found.place[0] not in ("wishes", "planning", "blocks")]
    assume(texts)
    place = data.draw(st.sampled_from(texts)).place
    new = Week.model_validate(with_text(week.model_dump(mode="json"), place, {"en": "Surely another text"}))
    changes = difference(week, new)
    part = place[:2] if isinstance(getattr(week, str(place[0])), Keyed) else place[:1]
    assert changes != ()
    assert {change.place[: len(part)] for change in changes} <= {part, ()}

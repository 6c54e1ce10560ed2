"""A part with its references led elsewhere."""

from tests.week.building import institution, item, person, week
from tests.week.filling import full_week

from kakehashi.week.part import Note, Value
from kakehashi.week.rebuilding import rebuilt


def keep(_: Value) -> bool:
    return True


def stay(_: tuple[str, ...], slug: str) -> str:
    return slug


def without(gone: str) -> object:
    return lambda _, slug: None if slug == gone else slug


def test_what_nothing_changes_is_the_same_object() -> None:
    given = full_week()
    assert rebuilt(given, stay, keep) is given


def test_a_renamed_part_is_found_under_its_new_name_everywhere() -> None:
    given = week(items={"talk": item(None, institutions=["home", "away"], speakers=[{"person": "home"}])})

    def lead(collections: tuple[str, ...], slug: str) -> str:
        return "house" if collections == ("institutions",) and slug == "home" else slug

    new = rebuilt(given, lead, keep)
    assert new is not None
    assert new.items["talk"].institutions == ("house", "away")
    assert new.items["talk"].speakers[0].person == "home"


def test_what_cannot_be_without_a_reference_goes_with_it() -> None:
    given = week(
        institutions={"home": institution(part_of="gone"), "away": institution()},
        people={"ada": person()},
        items={"talk": item("gone", speakers=[{"person": "gone"}, {"person": "ada", "in_place_of": "gone"}])},
        offices={"liaison": {"name": {"en": "Office"}, "of": "gone"}, "branch": {"name": {"en": "B"}, "of": "away"}},
    )
    new = rebuilt(given, without("gone"), keep)  # type: ignore[arg-type]
    assert new is not None
    assert new.institutions["home"].part_of is None
    assert new.items["talk"].session is None
    assert [(one.person, one.in_place_of) for one in new.items["talk"].speakers] == [("ada", None)]
    assert list(new.offices) == ["branch"]


def test_parts_within_can_be_left_out() -> None:
    new = rebuilt(full_week(), stay, lambda part: not isinstance(part, Note))
    assert new is not None
    assert '"notes":[{' not in new.model_dump_json()

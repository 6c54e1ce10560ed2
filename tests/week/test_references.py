"""References lead somewhere."""

from tests.week.building import institution, item, person, week
from tests.week.filling import full_week

from kakehashi.week import Week
from kakehashi.week.anatomy import Matter, at, leaves
from kakehashi.week.part import Keyed
from kakehashi.week.references import dangling, references, standing_institutions


def test_a_reference_to_nothing_is_found_with_the_nearest_name() -> None:
    given = week(sessions={"opening": {}}, items={"talk": item("opnening")})
    (finding,) = dangling(given)
    assert (finding.code, finding.place) == ("reference.unknown", ("items", "talk", "session"))
    assert {**finding.values} == {"value": "opnening", "nearest": "opening", "collection": "sessions"}


def test_references_are_found_in_lists_in_keys_and_in_lists_of_lists() -> None:
    burdens = {"home": {"total": 1, "mean": 1}}
    planning = {"status": "optimal", "objective": 1, "timetable": "0" * 64, "burdens": burdens}
    given = week(planning=planning, wishes={"apart": [["a", "b"]]}, items={"a": item(None, institutions=["away"])})
    assert [finding.place for finding in dangling(given)] == [
        ("items", "a", "institutions", 0),
        ("planning", "burdens", "home"),
        ("wishes", "apart", 0, 1),
    ]


def test_a_position_is_one_of_its_persons() -> None:
    rector = {"title": {"en": "Rector"}}
    speakers = [{"person": "ada", "position": "rector"}, {"person": "carl", "position": "rector"}]
    given = week(
        people={"ada": person(positions={"rector": rector}), "carl": person(positions={"vice-rector": rector})},
        items={"talk": item(None, speakers=speakers)},
        agreements={"accord": {"title": {"en": "An accord"}, "signatories": [{"person": "ada", "position": "dean"}]}},
    )
    assert [(one.code, one.place, one.values["nearest"]) for one in dangling(given)] == [
        ("reference.position", ("items", "talk", "speakers", 1, "position"), "vice-rector"),
        ("reference.position", ("agreements", "accord", "signatories", 0, "position"), None),
    ]


def test_every_collection_of_a_full_week_is_referred_to_from_somewhere() -> None:
    given = full_week()
    reached = {collection for found in references(given) for collection in found.leaf.collections}
    named = {name for name in Week.model_fields if isinstance(getattr(given, name), Keyed)}
    assert named - reached == {"recordings", "offices"}
    assert list(dangling(given)) == []


def test_every_leaf_stands_where_its_place_says() -> None:
    given = full_week()
    for found in leaves(given, *(matter for matter in Matter if matter not in (Matter.REFERENCE, Matter.LANGUAGE))):
        assert at(given, found.place) == found.value


def test_institutions_stand_as_partners_by_mention_or_as_the_whole_of_one_that_stands() -> None:
    aside = {"partner": False}
    given = week(
        institutions={
            "partner": institution(part_of="whole"),
            "whole": institution(**aside),
            "employer": institution(**aside),
            "stranger": institution(part_of="whole", **aside),
        },
        people={"ada": person(positions={"a": {"title": {"en": "A"}, "institution": "employer"}})},
    )
    assert standing_institutions(given) == {"partner", "whole", "employer"}

"""Positions held, parties listed, roles granted."""

import pytest
from tests.week.building import institution, item, person, session, week
from tests.week.checks.finding import found, told


def held(begins: str | None, until: str | None, **keys: object) -> list[tuple[str, str, str]]:
    rector = {"title": {"en": "Rector"}, "begins": begins, "until": until}
    given = week(
        people={"ada": person(positions={"rector": rector})},
        sessions={"opening": session("2021-09-29T15:00")},
        items={"talk": item(speakers=[{"person": "ada", "position": "rector"}], **keys)},
    )
    return told(given, "person")


@pytest.mark.parametrize(
    ("begins", "until"), [(None, None), ("2021-09-29", None), (None, "2021-09-29"), ("2018-04-01", "2024-03-31")]
)
def test_a_position_held_on_the_day_is_right(begins: str | None, until: str | None) -> None:
    assert held(begins, until) == []


@pytest.mark.parametrize(("begins", "until"), [("2021-09-30", None), (None, "2021-09-28")])
def test_a_position_not_held_on_the_day_is_doubtful(begins: str | None, until: str | None) -> None:
    assert held(begins, until) == [("person.position-not-held", "warning", "items/talk/speakers/0/position")]


def test_an_item_without_a_time_may_be_on_any_day_of_the_week() -> None:
    assert held("2021-09-30", None, session=None) == []
    assert held("2021-10-01", None, session=None) != []


@pytest.mark.parametrize(
    ("signed", "doubtful"),
    [("2018-01-17", True), ("2021-01-17", False), ("2018", True), ("2020", False), (None, False)],
)
def test_who_signs_holds_the_position_on_the_day_of_signing(signed: str | None, doubtful: bool) -> None:
    rector = {"title": {"en": "Rector"}, "begins": "2020-04-01"}
    signatory = {"person": "ada", "position": "rector"}
    given = week(
        people={"ada": person(positions={"rector": rector})},
        agreements={"accord": {"title": {"en": "An accord"}, "signed": signed, "signatories": [signatory]}},
    )
    place = "agreements/accord/signatories/0/position"
    assert [(severity, where) for _, severity, where in told(given, "person")] == [("warning", place)] * doubtful


def test_who_signs_does_so_for_a_party() -> None:
    given = week(
        institutions={"home": institution(), "away": institution()},
        people={"ada": person(), "carl": person("Carl")},
        agreements={
            "accord": {
                "title": {"en": "An accord"},
                "parties": [{"institution": "home"}, {"name": {"en": "A city"}}],
                "signatories": [{"person": "ada", "party": "home"}, {"person": "carl", "party": "away"}],
            }
        },
    )
    assert told(given, "agreement") == [("agreement.no-such-party", "warning", "agreements/accord/signatories/1/party")]


def test_a_role_that_is_only_asked_is_left_out_with_a_warning() -> None:
    roles = [{"institution": "home", "role": "host"}, {"institution": "home", "role": "auspices", "state": "asked"}]
    (finding,) = found(week(institutions={"home": institution()}, organisations=roles), "organisation")
    assert (finding.severity, finding.place) == ("warning", ("organisations", 1, "state"))
    assert {**finding.values} == {"institution": {"en": "Tea university"}}


@pytest.mark.parametrize(("partner", "code"), [(True, "organisation.asked-partner"), (False, "organisation.asked")])
def test_of_a_partner_that_is_only_asked_it_is_told_what_stays(partner: bool, code: str) -> None:
    roles = [{"institution": "home", "role": "auspices", "state": "asked"}]
    given = week(institutions={"home": institution(partner=partner)}, organisations=roles)
    assert told(given, "organisation") == [(code, "warning", "organisations/0/state")]


@pytest.mark.parametrize(("absent", "wrong"), [("ada", True), ("carl", False), (None, False)])
def test_nobody_speaks_in_their_own_place(absent: str | None, wrong: bool) -> None:
    speakers = [{"person": "carl"}, {"person": "ada", "in_place_of": absent}]
    given = week(people={"ada": person(), "carl": person("Carl")}, items={"talk": item(None, speakers=speakers)})
    expected = [("speaker.in-own-place", "error", "items/talk/speakers/1/in_place_of")]
    assert told(given, "speaker") == expected * wrong


@pytest.mark.parametrize(
    ("begins", "until", "signed", "doubtful"),
    [
        ("2018-04-01", None, "2018", False),
        ("2018-12-31", None, "2018", False),
        ("2019-01-01", None, "2018", True),
        (None, "2018-01-01", "2018", False),
        (None, "2017-12-31", "2018", True),
        ("2018-02-28", None, "2018-02", False),
        ("2018-03-01", None, "2018-02", True),
        ("2020-02-29", None, "2020-02", False),
        (None, "2018-02-01", "2018-02", False),
        (None, "2018-01-31", "2018-02", True),
        ("2018-03-01", "2018-10-31", "2018", False),
        ("2018-01-17", "2018-01-17", "2018-01-17", False),
        ("2018-01-18", None, "2018-01-17", True),
        (None, "2018-01-16", "2018-01-17", True),
    ],
)
def test_of_a_signing_known_by_its_month_or_year_any_day_of_it_will_do(
    begins: str | None, until: str | None, signed: str, doubtful: bool
) -> None:
    rector = {"title": {"en": "Rector"}, "begins": begins, "until": until}
    given = week(
        people={"ada": person(positions={"rector": rector})},
        agreements={
            "accord": {"title": {"en": "A"}, "signed": signed, "signatories": [{"person": "ada", "position": "rector"}]}
        },
    )
    assert len(found(given, "person")) == doubtful


def test_an_inexact_date_of_signing_is_told_as_far_as_it_is_known() -> None:
    rector = {"title": {"en": "Rector"}, "begins": "2020-04-01"}
    signatory = {"person": "ada", "position": "rector"}
    given = week(
        people={"ada": person(positions={"rector": rector})},
        agreements={"accord": {"title": {"en": "A"}, "signed": "2018-07", "signatories": [signatory]}},
    )
    (finding,) = found(given, "person")
    assert (finding.code, finding.values["value"]) == ("person.position-not-held-in", "2018-07")


@pytest.mark.parametrize(
    ("start", "zone", "held"),
    [("2021-09-29T14:59", "UTC", True), ("2021-09-29T15:00", "UTC", False), ("2021-09-29T23:59", "Asia/Tokyo", True)],
)
def test_the_day_of_an_item_is_the_hosts(start: str, zone: str, held: bool) -> None:
    rector = {"title": {"en": "Rector"}, "until": "2021-09-29"}
    given = week(
        people={"ada": person(positions={"rector": rector})},
        sessions={"opening": session(start, zone)},
        items={"talk": item(speakers=[{"person": "ada", "position": "rector"}])},
    )
    assert (told(given, "person") == []) is held

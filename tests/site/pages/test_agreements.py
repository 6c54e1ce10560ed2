"""The register of agreements and offices."""

from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import a_site, at, classed, facts, first, page, rows, said
from tests.site.reading import PARTS
from tests.week.building import item, person, week

from kakehashi.site import Kind, site_of
from kakehashi.week import Visibility, for_audience


def register(**parts: Any) -> Element:
    """The register with these parts of the week."""
    return page(a_site(**parts), Kind.AGREEMENTS)


def agreement(**keys: Any) -> dict[str, Any]:
    """An agreement of the host with the institute in Kazan, the guest first."""
    return {"title": {"en": "Exchange"}, "parties": [{"institution": "far"}, {"name": {"en": "Eight others"}}]} | keys


def office(**keys: Any) -> dict[str, Any]:
    """An office of the host."""
    return {"name": {"en": "An office"}, "of": "host"} | keys


def test_agreements_stand_by_date_as_far_as_it_is_known() -> None:
    told = {
        "undated": agreement(),
        "month": agreement(signed="2018-07"),
        "day": agreement(signed="2018-01-17"),
        "year": agreement(signed="1998"),
    }
    shown = [said(date) for date in classed(register(agreements=told), "date")]
    assert shown == ["1998", "17 January 2018", "July 2018", "Date not known"]


def test_parties_stand_in_the_agreed_order_named_or_linked() -> None:
    assert "Exchange Samovar institute, Eight others" in said(at(register(agreements={"e": agreement()}), "e"))


def test_a_signatory_is_told_with_the_position_of_signing() -> None:
    signed = agreement(signatories=[{"person": "ada", "position": "rector"}])
    told = facts(register(agreements={"e": signed}))
    assert told["Signed by"] == "Ada Tea, Rector of the Samovar institute"


def test_the_item_at_which_it_was_signed_is_linked() -> None:
    tree = register(agreements={"e": agreement(item="leaves")})
    (link,) = [a for a in at(tree, "e").iter("a") if said(a) == "On leaves"]
    assert link.get("href") == "../items/leaves/index.html"


def test_a_state_that_no_source_tells_is_said_once_and_not_on_every_agreement() -> None:
    tree = register(agreements={"a": agreement(), "b": agreement(state="in-force")})
    assert "Where no present state is given, no source tells it." in said(tree)
    assert facts(at(tree, "b")) == {"State": "in force"}
    assert facts(at(tree, "a")) == {}


def test_an_office_and_an_agreement_of_one_name_have_anchors_of_their_own() -> None:
    tree = register(agreements={"irkutsk": agreement()}, offices={"irkutsk": office()})
    assert (said(first(at(tree, "irkutsk"), "h3")), said(first(at(tree, "office-irkutsk"), "h3"))) == (
        "Exchange",
        "An office",
    )


def test_an_agreement_named_like_a_part_of_the_page_does_not_take_its_anchor() -> None:
    assert said(first(at(register(agreements={"main": agreement()}), "agreement-main"), "h3")) == "Exchange"


def test_an_office_says_whose_it_is_and_where() -> None:
    at_far, in_city, alone = office(at="far"), office(city={"en": "Kazan"}), office()
    tree = register(offices={"one": at_far, "two": in_city, "three": alone})
    shown = [said(list(classed(at(tree, slug), "body")[0])[1]) for slug in ("one", "two", "three")]
    assert shown == [
        "Office of Tea university at Samovar institute",
        "Office of Tea university in Kazan",
        "Office of Tea university",
    ]


def test_milestones_stand_in_the_order_of_time_and_say_what_is_only_planned() -> None:
    steps = {
        "opening": {"what": {"en": "Opening"}, "date": "2022-04"},
        "signed": {"what": {"en": "Signed"}, "date": "2021-10-01", "done": True},
    }
    (line,) = classed(register(offices={"o": office(milestones=steps)}), "milestones")
    assert [said(step) for step in line] == ["1 October 2021 Signed done", "April 2022 Opening planned"]
    assert [time.get("datetime") for time in line.iter("time")] == ["2021-10-01", "2022-04"]


def test_an_undated_step_stays_behind_the_one_that_it_follows() -> None:
    steps = {
        "signed": {"what": {"en": "Signed"}, "date": "2021-10-01", "done": True},
        "rooms": {"what": {"en": "Rooms"}},
        "opening": {"what": {"en": "Opening"}, "date": "2022-04"},
    }
    (line,) = classed(register(offices={"o": office(milestones=steps)}), "milestones")
    assert [said(step).split()[-2] for step in line] == ["Signed", "Rooms", "Opening"]


def test_a_register_of_offices_alone_has_no_heading_for_agreements() -> None:
    tree = register(offices={"o": office()})
    assert [said(h) for h in tree.iter("h2")] == ["Offices"]


# What is still to be signed. The small week is made on 1 September 2021; its items are on the 29th.


@pytest.mark.parametrize(
    ("keys", "date", "label"),
    [
        ({"state": "prepared", "item": "leaves"}, "29 September 2021 (planned)", "To be signed at"),
        ({"item": "leaves"}, "29 September 2021 (planned)", "To be signed at"),
        ({"state": "prepared", "item": "later"}, "Date not known", "To be signed at"),
        ({"state": "prepared", "item": "gone"}, "Date not known", "To be signed at"),
        ({"state": "in-force", "item": "leaves"}, "Date not known", "Signed at"),
        ({"signed": "2021-09-29", "item": "leaves"}, "29 September 2021 (planned)", "To be signed at"),
        ({"signed": "2021-10", "item": "leaves"}, "October 2021 (planned)", "To be signed at"),
        ({"signed": "2021-09-01", "item": "leaves"}, "1 September 2021", "Signed at"),
        ({"signed": "2021-08-31", "state": "prepared", "item": "leaves"}, "31 August 2021", "Signed at"),
        ({"signed": "2021", "item": "leaves"}, "2021", "Signed at"),
        ({"begins": "2022-04-01", "state": "prepared", "item": "later"}, "1 April 2022", "To be signed at"),
    ],
)
def test_an_agreement_says_when_it_was_or_will_be_signed(keys: dict[str, Any], date: str, label: str) -> None:
    gone = item(order=9, title={"en": "Gone"}, status="cancelled")
    tree = register(agreements={"e": agreement(**keys)}, items=PARTS["items"] | {"gone": gone})
    assert said(classed(tree, "date")[0]) == date
    assert [name for name in facts(tree) if name.endswith("igned at")] == [label]


def test_once_the_ceremony_is_over_its_day_is_no_longer_a_plan() -> None:
    pact = {"agreements": {"e": agreement(state="prepared", item="leaves")}}
    after = for_audience(week(**PARTS | pact), Visibility.PUBLIC, datetime(2021, 9, 30, tzinfo=UTC))
    assert said(classed(page(site_of(after), Kind.AGREEMENTS), "date")[0]) == "Date not known"


def test_who_is_to_sign_is_not_said_to_have_signed() -> None:
    told = facts(
        register(agreements={"e": agreement(state="prepared", signatories=[{"person": "ada"}], item="leaves")})
    )
    assert told["To be signed by"] == "Ada Tea, Rector of the Samovar institute"


def test_a_ceremony_that_is_called_off_says_so_beside_its_name() -> None:
    gone = item(title={"en": "Signing"}, status="postponed")
    tree = register(agreements={"e": agreement(state="prepared", item="gone")}, items={"gone": gone})
    assert facts(tree)["To be signed at"] == "Signing postponed"


@pytest.mark.parametrize(
    ("signed", "told"),
    [
        ("2020-06-01", "Ada Tea, Dean"),
        ("2020-12-31", "Ada Tea, Dean"),
        ("2021-01-01", "Ada Tea, Rector"),
        ("2020", "Ada Tea"),
    ],
)
def test_a_signatory_by_name_alone_signs_in_the_position_of_that_day(signed: str, told: str) -> None:
    positions = {
        "dean": {"title": {"en": "Dean"}, "until": "2020-12-31"},
        "rector": {"title": {"en": "Rector"}, "begins": "2021-01-01"},
    }
    pact = agreement(signed=signed, signatories=[{"person": "ada"}])
    tree = register(agreements={"e": pact}, people={"ada": person("Ada Tea", positions=positions)})
    assert facts(tree)["Signed by"] == told


def test_three_parties_keep_their_agreed_order() -> None:
    three = [{"institution": "far"}, {"name": {"en": "A city"}}, {"institution": "host"}]
    (body,) = classed(register(agreements={"e": agreement(parties=three)}), "body")
    assert said(first(body, "p")) == "Samovar institute, A city, Tea university"


def test_an_office_in_preparation_says_so_before_anything_else() -> None:
    tree = register(offices={"o": office(state="prepared", kind="branch")})
    assert said(classed(tree, "margin")[0]) == "Being prepared Branch office"


def test_on_the_page_of_an_institution_a_plan_is_told_as_one_and_a_state_keeps_its_nouns() -> None:
    parts: dict[str, Any] = {
        "languages": ["de"],
        "agreements": {"e": agreement(state="prepared", item="leaves")},
        "offices": {"o": office(at="far", state="prepared")},
    }
    tree = page(a_site(**parts), Kind.INSTITUTION, "far", "de")
    table = rows(list(tree.iter("table"))[-1])
    assert table == [
        ["29. September 2021 (geplant)", "Exchange", "Abkommen · Akademische Zusammenarbeit"],
        ["—", "An office", "Verbindungsbüro, in Vorbereitung"],
    ]

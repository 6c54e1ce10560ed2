"""The register of agreements and offices."""

from typing import Any
from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, at, classed, facts, first, page, said

from kakehashi.site import Kind


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

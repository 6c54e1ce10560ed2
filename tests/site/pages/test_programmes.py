"""Exchange programmes: figures as a chart and as a table, where what nobody counted is not 0."""

from typing import Any
from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, classed, facts, first, page, rows, said

from kakehashi.site import Kind

SENT: dict[str, Any] = {
    "direction": "sent",
    "counted": {"en": "Sent"},
    "how": {"en": "Short stays."},
    "as_of": "2021-09-01",
    "source": {"en": "The office"},
    "years": [{"year": 2019, "plan": 10, "result": 1200}, {"year": 2020, "plan": 0}],
}
RECEIVED: dict[str, Any] = {
    "direction": "received",
    "counted": {"en": "Received"},
    "years": [{"year": 2020, "plan": 5, "result": 0}],
}


def culture(**keys: Any) -> Element:
    """The page of a programme with these keys."""
    return page(a_site(programmes={"culture": {"name": {"en": "Culture"}} | keys}), Kind.PROGRAMME, "culture")


def test_a_year_not_counted_is_a_dash_and_not_a_0() -> None:
    tree = culture(figures={"sent": SENT})
    assert rows(first(tree, "table")) == [["2019", "10", "1,200"], ["2020", "0", "— not counted"]]
    assert "— : not counted, which is not 0." in said(tree).replace("—:", "— :")


def test_a_table_without_gaps_does_not_speak_of_any() -> None:
    assert "which is not 0" not in said(culture(figures={"received": RECEIVED}))


def test_sent_and_received_share_a_chart_and_a_table_over_all_their_years() -> None:
    tree = culture(figures={"sent": SENT, "received": RECEIVED})
    assert len(classed(tree, "chart")) == 1
    assert [row[0] for row in rows(first(tree, "table"))] == ["2019", "2020"]
    assert rows(first(tree, "table"))[1] == ["2020", "0", "— not counted", "5", "0"]


def test_other_figures_have_a_chart_of_their_own() -> None:
    other = RECEIVED | {"direction": "other", "counted": {"en": "Papers"}}
    tree = culture(figures={"sent": SENT, "received": RECEIVED, "papers": other})
    assert (len(classed(tree, "chart")), len(list(tree.iter("table")))) == (2, 2)


def test_a_chart_says_what_it_shows() -> None:
    title = said(first(classed(culture(figures={"sent": SENT}), "chart")[0], "{http://www.w3.org/2000/svg}title"))
    assert title == "Sent by year: the plan as an outline, the result filled. The table has the same numbers."


def test_figures_tell_how_they_were_counted_and_after_whom() -> None:
    (counted,) = classed(culture(figures={"sent": SENT}), "counted")
    assert said(counted) == "Sent Short stays. As of 1 September 2021 Source: The office"


def test_the_facts_name_lead_partners_fields_and_beginning() -> None:
    tree = culture(since="2017-04", lead="host", partners=["far"], fields=[{"en": "Tea"}, {"en": "Cups"}])
    assert facts(tree) == {
        "Since": "April 2017",
        "Fields": "Tea Cups",
        "Led by": "Tea university",
        "Partners": "Samovar institute",
    }


def test_the_columns_of_a_table_belong_to_their_series() -> None:
    head = first(first(culture(figures={"sent": SENT, "received": RECEIVED}), "table"), "thead")
    scopes = [(said(th), th.get("scope"), th.get("colspan")) for th in head.iter("th")]
    assert scopes[:3] == [("Year", "col", None), ("Sent", "colgroup", "2"), ("Received", "colgroup", "2")]


def test_a_programme_of_which_only_the_name_is_known_has_a_page() -> None:
    tree = culture()
    assert (said(first(tree, "h1")), list(tree.iter("section"))) == ("Culture", [])


def test_the_index_tells_aims_or_else_fields() -> None:
    told = a_site(
        programmes={
            "a": {"name": {"en": "A"}, "aims": {"en": "To *learn*."}},
            "b": {"name": {"en": "B"}, "fields": [{"en": "Tea"}, {"en": "Cups"}]},
        }
    )
    assert [said(entry) for entry in classed(page(told, Kind.PROGRAMMES), "progs")[0]] == [
        "A To learn.",
        "B Tea · Cups",
    ]

"""The order of ceremony: for staff, session by session, as it is read out."""

from typing import Any

from tests.site.pages.showing import a_site, a_staff_site, classed, facts, first, page, rows, said
from tests.site.reading import PARTS
from tests.week.building import item, session

from kakehashi.site import Kind, addresses_of

ADA: dict[str, Any] = {
    "names": {"en": {"whole": "Ada Tea", "honorific": "Dr"}, "ja": {"whole": "茶アダ", "reading": "ちゃ あだ"}},
    "positions": {
        "rector": {"title": {"en": "Rector of the Samovar institute", "ja": "サモワール研究所長"}, "institution": "far"}
    },
}
BEN: dict[str, Any] = {"names": {"en": {"whole": "Ben Cup"}}}
SPOKEN = [{"person": "ada", "position": "rector"}]


def order(language: str = "en", **parts: Any) -> list[list[str]]:
    """The lines of the order of the small week's one session."""
    told = a_staff_site(**{"people": {"ada": ADA, "ben": BEN}} | parts)
    return rows(first(page(told, Kind.CEREMONY, language=language), "table"))


def test_only_staff_has_an_order_of_ceremony() -> None:
    assert Kind.CEREMONY not in {address.kind for address in addresses_of(a_site())}
    assert Kind.CEREMONY in {address.kind for address in addresses_of(a_staff_site())}


def test_a_line_has_time_name_and_position_what_and_length() -> None:
    (line,) = order(items={"welcome": item(speakers=SPOKEN, title={"en": "Welcome"})})
    assert line == ["15:00", "Dr Ada Tea, Rector of the Samovar institute", "Welcome Talk", "10 minutes"]


def test_a_column_that_is_empty_in_every_session_is_left_out() -> None:
    rows_ = {"welcome": item(title={"en": "Welcome"}), "more": item("late", title={"en": "More"}, delivery="recorded")}
    parts: dict[str, Any] = {"sessions": {"opening": session(), "late": session("2021-09-29T18:00")}, "items": rows_}
    assert order(**parts) == [["15:00", "", "Welcome Talk", "10 minutes", ""]]
    rows_["more"] = item("late", title={"en": "More"})
    assert order(**parts) == [["15:00", "", "Welcome Talk", "10 minutes"]]


def test_a_sheet_of_paper_is_begun_for_each_day() -> None:
    late, next_day = session("2021-09-29T18:00"), session("2021-09-30T15:00")
    told = a_staff_site(sessions={"opening": session(), "late": late, "next": next_day}, items={})
    sections = page(told, Kind.CEREMONY).iter("section")
    assert [section.get("class") for section in sections] == ["sheet-of-paper", None, "sheet-of-paper"]


def test_in_japanese_the_position_comes_first_and_the_reading_stands_beside_the_name() -> None:
    (line,) = order("ja", items={"welcome": item(speakers=SPOKEN)})
    assert line[1] == "サモワール研究所長 茶アダ ちゃ あだ"


def test_who_stands_in_for_another_says_so_with_the_others_position() -> None:
    replaced = item(speakers=[{"person": "ben", "in_place_of": "ada"}])
    ((_, who, *_rest),) = order(items={"welcome": replaced})
    assert who == "Ben Cup in place of Ada Tea (Rector of the Samovar institute)"


def test_what_must_come_before_and_the_place_in_the_protocol_are_told() -> None:
    row = {"first": item(title={"en": "First"}), "then": item(order=2, title={"en": "Then"}, speakers=SPOKEN)}
    wishes = {"protocol": ["host", "far"], "precedence": [{"first": "first", "then": "then"}]}
    line = order(items=row, wishes=wishes)[1]
    assert (line[1].endswith("Place in the order of protocol: 2"), line[2]) == (True, "Then Talk After: 15:00 First")


def test_what_must_come_before_is_told_by_who_speaks_as_two_may_have_one_title() -> None:
    row = {"first": item(speakers=SPOKEN), "then": item(order=2)}
    line = order(items=row, wishes={"precedence": [{"first": "first", "then": "then"}]})[1]
    assert line[2].endswith("After: 15:00 Ada Tea")


def test_delivery_languages_and_interpreter_are_told() -> None:
    told = session(interpreting=[{"source": "ja", "target": "en", "interpreter": "ben"}])
    recorded = item(delivery="recorded", languages=["ja"])
    ((*_, how),) = order(sessions={"opening": told}, items={"welcome": recorded})
    assert how == "recorded beforehand in Japanese interpreted into English by Ben Cup"


def test_a_language_that_is_not_spoken_is_not_interpreted() -> None:
    told = session(interpreting=[{"source": "ja", "target": "en", "interpreter": "ben"}])
    ((*_, how),) = order(sessions={"opening": told}, items={"welcome": item(languages=["en"])})
    assert how == "in English"


def test_every_session_is_a_sheet_with_its_room() -> None:
    sheets = classed(page(a_staff_site(), Kind.CEREMONY), "sheet-of-paper")
    assert [(said(first(sheet, "h2")), facts(sheet)["Room"]) for sheet in sheets] == [("A session", "Hall")]


def test_a_week_without_times_says_so() -> None:
    tree = page(a_staff_site(sessions={}, items={}), Kind.CEREMONY)
    assert said(tree).endswith("No session has a time yet.")


def test_readings_are_those_of_the_pages_language() -> None:
    ((_, who, *_rest),) = order(items={"welcome": item(speakers=[{"person": "ada"}])}, languages=PARTS["languages"])
    assert who == "Dr Ada Tea, Rector of the Samovar institute"


def test_on_a_telephone_a_cell_names_its_column_itself_unless_it_is_empty() -> None:
    table = first(page(a_staff_site(), Kind.CEREMONY), "table")
    heads = [said(head) for head in table.iter("th")]
    for row in first(table, "tbody").iter("tr"):
        assert [cell.get("data-label") for cell in row] == [
            head if said(cell) else None for head, cell in zip(heads, row, strict=True)
        ]


def chaired(**keys: Any) -> dict[str, str]:
    """What stands above the order of a session of a symposium that Ben chairs."""
    symposia = {"leaves": {"title": {"en": "Leaves"}, "chairs": ["ben"]}}
    sessions = {"opening": session(room="hall", symposium="leaves", **keys)}
    told = a_staff_site(people={"ada": ADA, "ben": BEN}, symposia=symposia, sessions=sessions)
    return facts(page(told, Kind.CEREMONY))


def test_who_chairs_is_told_from_the_symposium_where_the_session_does_not_say() -> None:
    assert chaired()["Chairs of the symposium"] == "Ben Cup"
    own = chaired(chairs=["ada"])
    assert (own["Chairs"], "Chairs of the symposium" in own) == ("Ada Tea, Rector of the Samovar institute", False)


def test_the_partners_read_when_a_session_is_on_their_clocks() -> None:
    assert chaired()["Local times"] == "Kazan 09:00–09:30"


def test_another_day_on_a_partner_s_clock_is_named() -> None:
    assert chaired(start="2021-09-29T03:00")["Local times"] == "Kazan 21:00–21:30 (Tuesday 28 September)"

"""One reader, one language: what is read in another language says so."""

import pytest
from markupsafe import Markup
from tests.site.reading import a_site, reader
from tests.week.building import institution, item, session

from kakehashi.site import Kind
from kakehashi.words import Text


def test_a_text_in_the_readers_language_stands_alone() -> None:
    assert reader(a_site(), "en").text(Text(en="Leaves & tea", ja="茶葉")) == "Leaves &amp; tea"


def test_a_text_that_only_another_language_has_is_marked_with_it() -> None:
    assert reader(a_site(), "ja").text(Text(en="Leaves")) == '<span class="other" lang="en">Leaves</span>'


def test_another_language_stands_in_by_the_weeks_order() -> None:
    site = a_site(languages=["ja", "en", "ru"], fallback=["en"])
    assert reader(site, "ru").label(Text(ja="茶", en="tea")) == "tea"


def test_a_long_text_in_another_language_says_which_in_the_readers_own() -> None:
    shown = reader(a_site(), "en").prose(Text(ja="茶葉"))
    assert shown.startswith('<div class="prose other-block" lang="ja"><p class="small" lang="en">In Japanese only</p>')


def test_an_item_leads_to_its_page() -> None:
    assert reader(a_site()).to_item("leaves") == "items/leaves/index.html"


def test_a_break_leads_to_its_place_in_the_day() -> None:
    assert reader(a_site()).to_item("pause") == "timetable/2021-09-29/index.html#pause"


def test_an_untitled_item_goes_by_its_kind() -> None:
    assert reader(a_site()).heading("pause") == "Break"


def test_a_kind_that_is_the_heading_already_is_not_said_twice() -> None:
    asked = item(kind="questions", title={"ru": "Вопросы и ответы"})
    site = a_site(languages=["ru"], items={"asked": asked, "talk": item(kind="talk", title={"ru": "Чай и вода"})})
    said = [reader(site, "ru").kind_beside(slug) for slug in ("asked", "talk")]
    assert said == ["", "Доклад"]


def test_a_closed_item_alone_in_its_session_goes_by_the_sessions_title() -> None:
    closed = item(kind="general-conference", title={"en": "Secret"}, visibility="members")
    assert reader(a_site(items={"meeting": closed})).heading_text("meeting") == "A session"


def test_media_and_assets_are_found_from_any_depth() -> None:
    r = reader(a_site(), "en", Kind.ITEM, "leaves")
    assert r.media("a/b.png") == "../../../media/a/b.png"
    assert r.asset("style.css").startswith("../../../assets/style.")


def test_a_closed_item_without_a_time_leads_to_the_timetable() -> None:
    closed = {"vote": item(None, title={"en": "Secret"}, visibility="members")}
    assert reader(a_site(items=closed)).to_item("vote") == "timetable/index.html"


def test_an_item_past_midnight_is_found_on_the_day_of_its_own_start() -> None:
    late = {"opening": session("2021-09-29T23:55", room="hall")}
    assert reader(a_site(sessions=late)).to_item("pause") == "timetable/2021-09-30/index.html#pause"


@pytest.mark.parametrize(("language", "told"), [("en", "A, B"), ("ja", "A、B")])
def test_things_in_a_row_are_parted_as_the_language_does_it(language: str, told: str) -> None:
    assert reader(a_site(), language).listing([Markup("A"), Markup("B")]) == told


def test_markup_that_someone_wrote_in_a_name_stays_text() -> None:
    r = reader(a_site(institutions={"host": institution("<b>Tea</b>"), "far": institution("F")}))
    assert r.institution("host") == '<a href="institutions/host/index.html">&lt;b&gt;Tea&lt;/b&gt;</a>'


def test_a_description_is_plain_however_the_text_was_written() -> None:
    assert reader(a_site()).plain(Text(en="All about **leaves** & <tea>"), 20) == "All about leaves &…"


def test_a_text_that_nobody_wrote_is_nothing_in_every_form() -> None:
    r = reader(a_site())
    assert [r.text(Text()), r.prose(Text()), r.plain(Text()), r.label(Text())] == ["", "", "", ""]

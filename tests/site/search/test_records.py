"""What can be found: everything that has a page, by every name it has, and nothing that is closed."""

from dataclasses import fields, replace
from posixpath import join, normpath
from typing import Any

import pytest
from tests.site.reading import a_site
from tests.site.walking import BuiltSite, parsed
from tests.week.building import item, person

from kakehashi.site import Kind, Site
from kakehashi.site.search import Group, Record, digest, search_records

LANGUAGES = ("ja", "en", "ru")


def found(site: Site, language: str, group: Group) -> dict[str, Record]:
    """The records of a group by title."""
    return {record.title: record for record in search_records(site, language) if record.group is group}


def a_person(**parts: Any) -> dict[str, Any]:
    return {"people": {"ada": person("Ada Tea", **parts)}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_sample_can_be_found_but_the_search_itself(built_sample: BuiltSite, language: str) -> None:
    records = search_records(built_sample.site, language)
    led_to = {normpath(join(f"{language}/search", record.href.partition("#")[0])) + "/" for record in records}
    pages = {address.folder for address in built_sample.site.addresses(language) if address.kind is not Kind.SEARCH}
    breaks = {
        f"{language}/items/{slug}/" for slug, told in built_sample.site.week.items.items() if told.kind == "break"
    }
    assert led_to == pages - breaks


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_on_a_page_that_is_led_to_is_there(built_sample: BuiltSite, language: str) -> None:
    places = [record.href.partition("#") for record in search_records(built_sample.site, language)]
    for page in {path for path, _, anchor in places if anchor}:
        content = built_sample.files[normpath(join(f"{language}/search", page)) + "/index.html"]
        there = {element.get("id") for element in parsed(content).iter()}
        assert {anchor for path, _, anchor in places if path == page and anchor} <= there


def test_every_record_has_a_title_and_an_address_of_its_own(built_sample: BuiltSite) -> None:
    for language in LANGUAGES:
        records = search_records(built_sample.site, language)
        assert [record.href for record in records if not record.title] == []
        assert len({record.href for record in records}) == len(records)


def test_a_person_is_found_in_every_language_by_the_names_in_all_scripts_and_other_spellings(
    built_sample: BuiltSite,
) -> None:
    names = {"山崎光悦", "やまざき こうえつ", "Yamazaki Koetsu", "Ямадзаки Коэцу", "К. Ямазаки", "山﨑光悦"}
    for language in LANGUAGES:
        (record,) = (
            one for one in search_records(built_sample.site, language) if one.href.endswith("yamazaki-koetsu/")
        )
        assert names <= set(record.names)


def test_an_item_is_found_by_its_people_and_shows_its_kind_its_time_and_them() -> None:
    record = found(a_site(), "en", Group.ITEMS)["Welcome"]
    assert record.facts == ("Opening remarks", "Ada Tea")
    assert "Ada Tea" in record.names
    assert record.when is not None
    assert (record.when.at, record.when.time) == ("2021-09-29T15:00+09:00", "15:00")


def test_an_item_without_a_time_has_none_and_a_break_is_not_found() -> None:
    records = found(
        a_site(items={"pause": item(kind="break", title={"en": "Tea"}), "later": item(session=None)}), "en", Group.ITEMS
    )
    assert [record.when for record in records.values()] == [None]


def test_a_title_in_another_language_is_marked_and_found_by_those_in_all() -> None:
    records = found(a_site(), "ja", Group.ITEMS)
    assert (records["Welcome"].language, records["茶葉"].language) == ("en", "")
    assert records["茶葉"].names == ("On leaves", "茶葉")


def test_titles_and_days_are_written_as_on_other_pages() -> None:
    title = {"ru": "Чай и кофе в Казани", "en": "Tea"}
    site = a_site(languages=["en", "ru"], items={"tea": item(title=title)})
    record = found(site, "ru", Group.ITEMS)["Чай и\N{NO-BREAK SPACE}кофе в\N{NO-BREAK SPACE}Казани"]
    assert record.when is not None
    assert record.when.day.startswith("Среда")


def test_who_is_shown_by_affiliation_alone_is_found_by_no_name() -> None:
    site = a_site(**a_person(shown="affiliation", spellings=["Ada Chai"]))
    assert [record for record in search_records(site, "en") if "Ada" in repr(record)] == []


def test_what_is_closed_is_not_found() -> None:
    site = a_site(items={"welcome": item(title={"en": "Secret tea"}, visibility="members")})
    assert [record for record in search_records(site, "en") if "Secret" in repr(record)] == []


def test_what_does_not_take_place_is_found_and_struck() -> None:
    records = found(a_site(items={"welcome": item(title={"en": "Welcome"}, status="cancelled")}), "en", Group.ITEMS)
    assert records["Welcome"].over


def test_the_digest_changes_with_whatever_is_found_by_or_shown() -> None:
    records = search_records(a_site(), "en")
    assert digest(records) == digest(search_records(a_site(), "en"))
    others: dict[str, Any] = {
        "href": "x",
        "group": Group.PAGES,
        "title": "x",
        "language": "ja",
        "when": None,
        "facts": ("x",),
        "over": True,
        "names": ("x",),
        "texts": ("x",),
    }
    assert others.keys() == {field.name for field in fields(Record)}
    for name, value in others.items():
        assert digest(records) != digest((replace(records[0], **{name: value}), *records[1:])), name

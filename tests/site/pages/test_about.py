"""About the site: who holds the week, in which order languages stand in, what it is made with, its sources."""

from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, classed, facts, first, page, rows, said
from tests.site.reading import reader

from kakehashi import __version__
from kakehashi.site import Kind
from kakehashi.site.pages.about import sources


def about(language: str = "en", **parts: object) -> Element:
    """The page about a site."""
    return page(a_site(**parts), Kind.ABOUT, language=language)


def test_the_software_is_named_with_its_version() -> None:
    assert facts(about())["Software"] == f"Kakehashi, version {__version__}"


def test_the_order_in_which_languages_stand_in_is_stated() -> None:
    told = facts(about(languages=["ja", "en", "ru"], fallback=["ru"]))["Missing texts"]
    assert told == (
        "A text that does not exist in English is shown in the first of these that has it: Russian, Japanese. It is "
        "marked as such."
    )


def test_a_week_in_one_language_has_nothing_to_state() -> None:
    assert "Missing texts" not in facts(about(languages=["en"]))


def test_organisations_stand_by_role_and_then_in_their_order() -> None:
    roles = [("far", "cooperation"), ("host", "host")]
    tree = about(organisations=[{"institution": slug, "role": role} for slug, role in roles])
    assert rows(first(tree, "table")) == [
        ["Organised by", "Tea university"],
        ["In cooperation with", "Samovar institute"],
    ]


def test_contacts_say_in_which_languages_they_answer() -> None:
    office = {"name": {"en": "Office"}, "mail": "tea@example.org", "languages": ["ja", "en"]}
    (entry,) = classed(about(contacts=[office]), "rows")[0]
    assert said(entry) == "Office tea@example.org Answers in Japanese and English"


def test_every_source_is_named_once_wherever_its_note_stands() -> None:
    note = {"kind": "source", "source": "https://www.example.org/a/"}
    site = a_site(
        notes=[note],
        report={"summary": {"en": "Well."}, "notes": [note, {"kind": "source", "source": "http://b.example/"}]},
    )
    assert sources(reader(site)) == (
        ("http://b.example/", "b.example"),
        ("https://www.example.org/a/", "example.org/a"),
    )


def test_addresses_that_are_no_sources_are_not_among_them() -> None:
    assert sources(reader(a_site(links=[{"label": {"en": "A"}, "address": "https://a.example/"}]))) == ()


def test_sources_that_differ_in_the_protocol_alone_are_told_in_full() -> None:
    notes = [{"kind": "source", "source": f"{protocol}://a.example/1"} for protocol in ("http", "https")]
    assert [shown for _, shown in sources(reader(a_site(notes=notes)))] == ["http://a.example/1", "https://a.example/1"]

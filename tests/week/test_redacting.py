"""Which names are a person's alone, which are to be looked at, and what is put in their place."""

import gzip
import io
import zipfile
import zlib
from typing import Any

import pytest
from tests.week.building import institution, item, person, session, week

from kakehashi.week import Week
from kakehashi.week.redacting import MARK, bearers, found_in, found_in_path, name_forms, redacted, without_person


def named(whole: str, **name: str) -> dict[str, Any]:
    return {"names": {"en": {"whole": whole} | name}}


def described(text: str, language: str = "en", **people: Any) -> Week:
    return week(description={language: text}, people=people)


def after(text: str, language: str = "en", **people: Any) -> str:
    """The text once the person `ada` is taken out."""
    return without_person(described(text, language, **people), "ada").description[language]


@pytest.mark.parametrize(
    "text",
    [
        "Доклад Ильшата Гафурова",
        "Гафурову Ильшату от студентов",
        "вместе с И. Р. Гафуровым",
        "И.Р. Гафуров",
        "ГАФУРОВ ИЛЬШАТ",
    ],
)
def test_a_russian_name_is_found_declined(text: str) -> None:
    ada = {"names": {"ru": {"whole": "Гафуров Ильшат", "short": "И. Р. Гафуров"}}}
    assert "аф" not in after(text, "ru", ada=ada).lower()


@pytest.mark.parametrize("text", ["山﨑光悦学長", "山崎　光悦氏", "ﾔﾏｻﾞｷ ｺｳｴﾂ", "やまざきこうえつ", "光悦 山崎"])
def test_a_japanese_name_is_found_in_old_characters_kana_and_any_width(text: str) -> None:
    ada = {"names": {"ja": {"whole": "山崎光悦", "family": "山崎", "given": "光悦", "reading": "やまざき こうえつ"}}}
    assert MARK in after(text, "ja", ada=ada)


@pytest.mark.parametrize("text", ["Köpenick, Mirjam", "Mirjam Kopenick", "MIRJAM KÖPENICK", "Mirjam Köpenicks Vortrag"])
def test_a_name_in_latin_letters_is_found_with_and_without_its_accents(text: str) -> None:
    assert MARK in after(text, "de", ada={"names": {"de": {"whole": "Mirjam Köpenick"}}})


def test_a_name_of_one_word_is_no_other_word() -> None:
    assert after("Will will be here; goodwill, Willis and WILL", ada=named("Will")) == (
        f"{MARK} will be here; goodwill, Willis and {MARK}"
    )


def test_a_name_of_one_word_is_found_in_addresses_in_small_letters_and_in_no_style() -> None:
    mark = name_forms([described("Tea", ada=named("Mark"))], "ada")
    for content in (b'href="../items/talk-of-mark/index.html"', b"/media/mark.jpg", b"https://example.org/mark"):
        assert found_in(content, mark)
    for content in (b'<i class="mark">', b"--mark: 1px", b".book-mark { }", b"/items/marking/"):
        assert not found_in(content, mark)


def test_somebody_whose_name_holds_this_one_keeps_it() -> None:
    ada, other = named("Maria Garcia"), named("Maria Garcia Lopez")
    assert after("Maria Garcia and Maria Garcia Lopez", ada=ada, other=other) == f"{MARK} and Maria Garcia Lopez"


def test_a_name_that_two_people_have_is_only_pointed_out() -> None:
    ada = named("Ivan Petrov", family="Petrov", given="Ivan")
    other = named("Igor Petrov", family="Petrov", given="Igor")
    given = described("I. Petrov, Ivan Petrov, Petrov", ada=ada, other=other)
    result = redacted(given, name_forms([given], "ada"))
    assert result.week.description["en"] == f"I. Petrov, {MARK}, Petrov"
    assert [one.values["value"] for one in result.look] == ["I. Petrov", "Petrov"]


def test_each_word_of_a_name_may_be_the_family_name_where_nobody_has_said_which_is() -> None:
    given = described("Anke came, Professor Lindqvist stayed", ada=named("Anke Lindqvist"))
    look = redacted(given, name_forms([given], "ada")).look
    assert [one.values["value"] for one in look] == ["Anke", "Lindqvist"]


def test_a_form_that_was_asked_for_goes_too_except_in_the_names_of_others() -> None:
    given = described("Petrov met Igor Petrov", ada=named("Ivan Petrov", family="Petrov"), igor=named("Igor Petrov"))
    assert redacted(given, name_forms([given], "ada", ["Petrov"])).week.description["en"] == f"{MARK} met Igor Petrov"


def test_a_person_who_got_another_slug_is_the_same_person() -> None:
    older, newer = described("Tea", ada=named("Ada Moss")), described("Tea", moss=named("Moss, Ada"))
    assert name_forms([older, newer], "moss").slugs == {"ada", "moss"}


def test_two_of_one_name_in_one_week_are_two() -> None:
    both = described("Tea", ada=named("Ada Moss"), moss=named("Ada Moss"))
    assert name_forms([both], "moss").slugs == {"moss"}
    assert bearers(both, "MOSS Ada") == ("ada", "moss")


def test_whoever_was_only_read_out_speaks_in_their_own_name() -> None:
    speakers = [{"person": "ada", "role": "reader", "in_place_of": "igor"}]
    given = week(
        people={"ada": person("Ada Moss"), "igor": person("Igor Petrov")},
        sessions={"opening": session()},
        items={"talk": item(speakers=speakers, abstract={"en": "His words"})},
    )
    talk = without_person(given, "ada").items["talk"]
    assert [(one.person, one.role.value) for one in talk.speakers] == [("igor", "speaker")]
    assert talk.abstract["en"] == "His words"


def test_the_words_of_somebody_who_was_read_out_go_with_that_person() -> None:
    speakers = [{"person": "ada", "role": "reader", "in_place_of": "igor"}]
    given = week(
        people={"ada": person("Ada Moss"), "igor": person("Igor Petrov")},
        sessions={"opening": session()},
        items={"talk": item(speakers=speakers, abstract={"en": "His words"})},
    )
    assert without_person(given, "igor").items["talk"].abstract == {}


@pytest.mark.parametrize(
    ("title", "left"), [("Leaves", {"en": "Leaves"}), ("Words of Ada Moss", {}), ("Moss speaks", {})]
)
def test_the_title_of_ones_own_item_stays_unless_it_holds_the_name(title: str, left: dict[str, str]) -> None:
    given = week(
        people={"ada": {"names": {"en": {"whole": "Ada Moss", "family": "Moss"}}}},
        sessions={"opening": session()},
        items={"talk": item(title={"en": title}, speakers=[{"person": "ada"}])},
    )
    assert without_person(given, "ada").items["talk"].title == left


def test_an_institution_that_stood_for_nobody_else_goes() -> None:
    positions = {"one": {"title": {"en": "Professor"}, "institution": "far"}}
    given = week(
        institutions={"home": institution(), "far": institution(partner=False)},
        people={"ada": person("Ada Moss", positions=positions)},
    )
    assert list(without_person(given, "ada").institutions) == ["home"]


def test_a_contact_a_link_and_a_picture_of_the_person_go() -> None:
    given = week(
        people={"ada": person("Ada Moss")},
        contacts=[{"name": {"en": "Ada Moss"}, "mail": "ada.moss@example.org"}, {"name": {"en": "Office"}}],
        links=[{"label": {"en": "Her page"}, "address": "https://example.org/ada-moss"}],
        report={"pictures": [{"file": "a.jpg", "alt": {"en": "Ada Moss pours"}}]},
    )
    clean = without_person(given, "ada")
    assert ([one.name["en"] for one in clean.contacts], clean.links) == (["Office"], ())
    assert clean.report is not None
    assert clean.report.pictures == ()


def test_slugs_and_files_that_tell_the_name_get_numbers() -> None:
    given = week(
        people={"ada-moss": named("Ada Moss", family="Moss"), "igor": named("Igor Petrov")},
        sessions={"opening": session()},
        items={"moss-on-tea": item(materials=[{"label": {"en": "Slides"}, "file": "moss.pdf"}])},
        recordings={"film": {"title": {"en": "Film"}, "item": "moss-on-tea"}},
    )
    result = redacted(given, name_forms([given], "ada-moss"))
    assert list(result.week.items) == ["redacted-1"]
    assert result.week.items["redacted-1"].materials[0].file == "redacted-1.pdf"
    assert result.week.recordings["film"].item == "redacted-1"
    assert (result.slugs, result.media) == ({"moss-on-tea": "redacted-1"}, {"redacted-1.pdf": "moss.pdf"})


def test_a_file_that_must_go_takes_along_what_is_nothing_without_it() -> None:
    given = week(
        people={"ada": person("Ada Moss")},
        sessions={"opening": session()},
        items={"talk": item(materials=[{"label": {"en": "Slides"}, "file": "a.pdf"}])},
    )
    result = redacted(given, name_forms([given], "ada"), frozenset({"a.pdf"}))
    assert result.week.items["talk"].materials == ()


ADA = name_forms([described("Tea", ada=named("Ada Moss"))], "ada")


def zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("docProps/core.xml", content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"Ada Moss", mtime=0),
        zipped(b"<dc:creator>Ada Moss</dc:creator>"),
        b"%PDF-1.7 stream\n" + zlib.compress(b"(Ada Moss) Tj") + b"endstream",
        "Ada Moss".encode("utf-16"),
        b'<text x="1">Ada</text><text x="2">Moss</text>',
        b'{"person": "people/ada/"}',
        b"\\41 da Moss",
    ],
)
def test_a_name_is_found_in_what_other_programs_make(content: bytes) -> None:
    assert found_in(content, ADA)


@pytest.mark.parametrize(
    "content", [b"<li>Canada</li><li>Mossy</li>", b"<td>Ada</td><td>Moss</td>", b"people/adam/", b"\x1f\x8b broken"]
)
def test_what_is_no_name_is_not_found(content: bytes) -> None:
    assert not found_in(content, ADA)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp932", "euc_jp", "iso2022_jp", "utf_16"])
def test_a_name_is_found_in_the_encodings_of_offices(encoding: str) -> None:
    names = {"ru": {"whole": "Гафуров Ильшат"}, "ja": {"whole": "山崎 光悦"}}
    forms = name_forms([week(languages=["ja", "ru"], people={"ada": {"names": names}})], "ada")
    text = "доклад Гафурова Ильшата" if encoding in ("cp1251", "koi8_r") else "学長の山崎光悦です"
    assert found_in(f"{text}\r\n".encode(encoding), forms)
    assert not found_in(text[:5].encode(encoding), forms)


def test_an_archive_that_is_damaged_stops_no_search() -> None:
    packed = zipped(b"Ada Moss" * 100)
    assert found_in(packed, ADA)
    for cut in range(len(packed)):
        found_in(packed[:cut] + b"\0" + packed[cut + 1 :], ADA)


def test_a_path_is_searched_too() -> None:
    assert found_in_path("ja/people/ada/index.html", ADA)
    assert found_in_path("media/Ada%20Moss.pdf", ADA)
    assert not found_in_path("ja/people/adam/index.html", ADA)


@pytest.mark.parametrize(
    "written",
    [
        "Ada\n          Moss",
        "Ada <00:01.000>Moss",
        '<w:t>Ada</w:t></w:r><w:r><w:rPr><w:lang w:val="en"/></w:rPr><w:t xml:space="preserve"> Moss</w:t>',
        "A<!-- of --><!-- the tea -->da<!-- --> Moss <!--",
    ],
    ids=["over an indented line", "over a time in a caption", "parted by Office", "about comments"],
)
def test_a_name_is_found_over_what_parts_it_in_files(written: str) -> None:
    assert found_in(f"<p>{written}</p>".encode(), ADA)


def test_a_name_over_an_indented_line_is_taken_out() -> None:
    assert after("spoken by Ada\n          Moss.", ada=named("Ada Moss")) == f"spoken by {MARK}."


@pytest.mark.parametrize("begun", ["<rt>", "<rp ", "<!--", "--><!--", "Ada" + " " * 250])
def test_what_is_begun_again_and_again_keeps_no_redaction_waiting(begun: str) -> None:
    # Each beginning followed to the end of the text would be a minute of work.
    assert found_in((begun * (400_000 // len(begun)) + "<p>Ada Moss").encode(), ADA)

"""Texts that are missing, and languages that are not listed."""

from typing import Any

import pytest
from tests.week.building import institution, item, person, week
from tests.week.checks.finding import found, told

from kakehashi.words import words_of

BOTH = {"languages": ["en", "ja"], "title": {"en": "Tea week", "ja": "お茶週間"}}


def test_a_text_is_wanted_in_every_language_of_the_week() -> None:
    given = week(**BOTH, items={"talk": item(None)})
    (finding,) = found(given, "text.missing")
    assert (finding.severity, finding.place) == ("warning", ("items", "talk", "title"))
    assert {**finding.values} == {
        **{"field": "Item.title", "language": "ja", "text": {"en": "A talk"}},
        **{"part": "talk", "key": "title"},
    }


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"title": {"en": "Tea week"}}, "“title” of “tea-week” is missing"),
        ({"contacts": [{"name": {"en": "Office"}}]}, "“contacts.name” of “tea-week” is missing"),
        ({"people": {"ada": person(positions={"dean": {"title": {"en": "Dean"}}})}}, "“positions.dean.title” of “ada”"),
    ],
)
def test_a_missing_text_is_told_by_the_keys_that_a_person_writes(parts: dict[str, Any], sentence: str) -> None:
    given = week(**{"slug": "tea-week", **BOTH, **parts})
    told = [words_of("en").tell(finding) for finding in found(given, "text.missing")]
    assert [sentence in one for one in told if "names" not in one] == [True]


def test_a_text_that_nobody_wrote_is_not_missing() -> None:
    assert told(week(**BOTH, items={"talk": item(None, title={})}), "text") == []


def test_the_week_may_want_a_kind_of_text_in_fewer_languages() -> None:
    wanted = {"Item.title": ["en"], "Person.names": ["en"]}
    given = week(**BOTH, wanted=wanted, items={"talk": item(None)}, people={"ada": person()})
    assert told(given, "text.missing") == []


def test_names_are_wanted_in_every_language_unless_they_are_not_shown() -> None:
    people = {"ada": person(), "carl": person(shown="affiliation")}
    assert told(week(**BOTH, people=people), "text.missing") == [("text.missing", "warning", "people/ada/names")]


def test_what_only_staff_read_needs_no_translation() -> None:
    given = week(
        **BOTH,
        wishes={"holidays": []},
        items={"talk": item(None, visibility="staff"), "sound": item(None, kind="rehearsal")},
        notes=[
            {"kind": "remark", "text": {"en": "open"}},
            {"kind": "remark", "text": {"en": "shut"}, "visibility": "staff"},
        ],
    )
    assert told(given, "text.missing") == [("text.missing", "warning", "notes/0/text")]


def test_a_part_that_has_to_be_named_has_a_name() -> None:
    given = week(
        title={}, rooms={"hall": {"name": {}}}, symposia={"medicine": {"title": {}}}, items={"i": item(title={})}
    )
    assert told(given, "text.empty") == [
        ("text.empty", "error", "title"),
        ("text.empty", "error", "rooms/hall/name"),
        ("text.empty", "error", "symposia/medicine/title"),
    ]


def test_who_is_shown_by_name_has_one() -> None:
    people = {"ada": {}, "carl": {"shown": "affiliation"}}
    assert told(week(people=people), "person") == [("person.nameless", "error", "people/ada")]


def test_a_language_that_the_week_does_not_list_is_noted_once() -> None:
    talk = item(None, title={"en": "A talk", "zh": "讲座"}, languages=["zh", "en"])
    (finding,) = found(week(items={"talk": talk}), "language")
    assert (finding.code, finding.severity) == ("language.not-listed", "note")
    assert (finding.values["value"], finding.values["count"]) == ("zh", 2)


@pytest.mark.parametrize(
    ("tag", "severity", "meant"),
    [
        *(("jp", "error", "ja"), ("kz", "error", "kk"), ("cn", "error", "zh"), ("ua", "error", "uk")),
        *(("gr", "error", "el"), ("cz", "error", "cs"), ("dk", "error", "da"), ("vn", "error", "vi")),
        *(("by", "error", "be"), ("iw", "error", "he"), ("xx", "error", None), ("jp-Jpan", "error", "ja")),
        *(("jpn", "warning", "ja"), ("rus", "warning", "ru")),
    ],
)
def test_a_tag_that_no_language_has_is_answered_with_the_one_of_that_country(
    tag: str, severity: str, meant: str | None
) -> None:
    (finding,) = found(week(items={"talk": item(None, title={"en": "Opening", tag: "x"})}), "language")
    assert (finding.code, finding.severity, finding.values["nearest"]) == ("language.unknown", severity, meant)
    assert finding.place == ("items", "talk", "title", tag)


@pytest.mark.parametrize(("tag", "meant"), [("kr", "ko"), ("se", "sv")])
def test_the_code_of_a_country_that_is_another_language_s_tag_is_noted(tag: str, meant: str) -> None:
    (finding,) = found(week(languages=["en", tag]), "language")
    assert (finding.code, finding.severity, finding.values["nearest"]) == ("language.country", "note", meant)


@pytest.mark.parametrize("tag", ["ain", "tlh", "qaa", "no", "yue", "sr-Latn", "de", "ru"])
def test_a_language_of_few_or_of_nobody_is_one(tag: str) -> None:
    assert found(week(languages=["en", tag]), "language") == []


LATIN = {"languages": ["de", "en", "es"], "title": {"de": "Teewoche", "en": "Tea week", "es": "Semana del té"}}


@pytest.mark.parametrize(
    ("city", "missing"),
    [
        ({"de": "Lima"}, []),
        ({"es": "Lima"}, []),
        ({"fr": "Lima"}, []),
        ({"sr-Latn": "Lima"}, []),
        ({"sr": "Лима"}, ["de", "en", "es"]),
        ({"ja": "リマ"}, ["de", "en", "es"]),
        ({"ja": "リマ", "en": "Lima"}, []),
        ({}, []),
    ],
)
def test_a_city_spelt_once_in_a_script_serves_every_language_of_that_script(
    city: dict[str, str], missing: list[str]
) -> None:
    house = institution(city=city) | {"name": {"de": "Teeuni", "en": "Tea university", "es": "Universidad"}}
    findings = found(week(**LATIN, institutions={"lima": house}), "text.missing")
    assert [finding.values["language"] for finding in findings] == missing


@pytest.mark.parametrize(
    ("languages", "names", "missing"),
    [
        (["de", "en", "es"], {"de": "Ada Ochieng"}, []),
        (["de", "ja", "ru"], {"de": "Ada Ochieng"}, ["ja", "ru"]),
        (["ja", "en", "ru"], {"ja": "和子", "en": "Kazuko"}, ["ru"]),
        (["ja", "zh-Hans"], {"ja": "和子"}, ["zh-Hans"]),
        (["ru", "sr", "sr-Latn"], {"ru": "Ада"}, ["sr-Latn"]),
    ],
)
def test_a_person_needs_one_name_for_each_script(
    languages: list[str], names: dict[str, str], missing: list[str]
) -> None:
    people = {"ada": {"names": {tag: {"whole": whole} for tag, whole in names.items()}}}
    given = week(languages=languages, title=dict.fromkeys(languages, "Tea"), people=people)
    assert [finding.values["language"] for finding in found(given, "text.missing")] == missing


def test_what_is_no_proper_name_is_wanted_in_every_language_whatever_its_script() -> None:
    given = week(**LATIN, institutions={"lima": institution(city={"de": "Lima"})})
    assert told(given, "text.missing") == [("text.missing", "warning", "institutions/lima/name")] * 2


@pytest.mark.parametrize(
    ("wanted", "missing"), [(["en"], []), (["de"], ["de"]), (["en", "de"], ["de"]), (["ja"], ["ja"]), ([], [])]
)
def test_what_the_week_wants_is_missing_whatever_stands_in_for_it(wanted: list[str], missing: list[str]) -> None:
    given = week(**LATIN, fallback=["en"], wanted={"Item.title": wanted}, items={"talk": item(None)})
    assert [finding.values["language"] for finding in found(given, "text.missing")] == missing

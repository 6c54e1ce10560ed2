"""A first week of one's own is valid, small, and in the languages asked for."""

import re
from datetime import date
from pathlib import Path

import pytest

from kakehashi.findings import Refused, errors
from kakehashi.folder import load, new_folder, reference
from kakehashi.week import check
from kakehashi.week.items import ItemKind, SpeakerRole
from kakehashi.week.organising import OrganisationRole, Stage
from kakehashi.week.part import Visibility

DAYS = [date(2027, 5, 10), date(2027, 5, 11)]


@pytest.mark.parametrize("languages", [["ja", "en", "ru"], ["de", "en", "es"], ["vi"], ["fr"]])
def test_a_first_week_has_no_error(tmp_path: Path, languages: list[str]) -> None:
    new_folder(tmp_path, title="Tea: 'week'", languages=languages, zone="Asia/Tokyo", days=DAYS)
    loaded = load(tmp_path)
    assert loaded.findings == () and loaded.week is not None
    assert errors(check(loaded.week, today=date(2027, 1, 1))) == ()
    assert loaded.week.slug == "tea-week-2027"


def test_its_texts_stand_in_every_language_asked_for(tmp_path: Path) -> None:
    new_folder(tmp_path, title="週間", languages=["ja", "ru"], zone="Asia/Tokyo", days=DAYS[:1])
    week = load(tmp_path).week
    assert week is not None and dict(week.sessions["opening"].title) == {"ja": "開会式", "ru": "Открытие"}


@pytest.mark.parametrize(
    ("titles", "slug"),
    [
        ({"de": "Drei-Städte-Woche"}, "drei-staedte-woche-2027"),
        ({"de-CH": "Grosse Übung 2027"}, "grosse-uebung-2027"),
        ({"de": "Große Übung"}, "grosse-uebung-2027"),
        ({"sv": "Tre städer i Skåne"}, "tre-stader-i-skane-2027"),
        ({"es": "Semana del té, año 3"}, "semana-del-te-ano-3-2027"),
        ({"ja": "お茶週間", "en": "Tea week"}, "tea-week-2027"),
        ({"ja": "お茶週間"}, "week-2027"),
        ({"ja": "金沢交流週間 2027"}, "week-2027"),
        ({"ja": "第3回 お茶週間 2027年10月"}, "week-2027"),
        ({"ja": "お茶週間 2027", "en": "Tea week 2027"}, "tea-week-2027"),
        ({"en": "3rd tea week"}, "3rd-tea-week-2027"),
        ({"en": "Tea " * 40}, f"{'tea-' * 17}te-2027"),
    ],
)
def test_the_address_is_made_of_the_first_title_that_has_latin_letters(
    tmp_path: Path, titles: dict[str, str], slug: str
) -> None:
    new_folder(tmp_path, title=titles, languages=list(titles), zone="UTC", days=DAYS)
    week = load(tmp_path).week
    assert week is not None and (week.slug, dict(week.title)) == (
        slug,
        {tag: text.strip() for tag, text in titles.items()},
    )


@pytest.mark.parametrize(
    ("name", "slug"), [("my-week", "my-week"), ("Tea_2027", "tea-2027"), ("2027", "tea-2027"), ("週間", "tea-2027")]
)
def test_a_name_becomes_the_address_where_its_letters_allow_it(tmp_path: Path, name: str, slug: str) -> None:
    new_folder(tmp_path, title="Tea", languages=["en"], zone="UTC", days=DAYS, name=name)
    week = load(tmp_path).week
    assert week is not None and week.slug == slug


def test_a_title_in_each_language_leaves_nothing_to_translate(tmp_path: Path) -> None:
    titles = {"en": "Three cities", "de": "Drei Städte"}
    new_folder(tmp_path, title=titles, languages=["de", "en"], zone="Europe/Berlin", days=DAYS)
    week = load(tmp_path).week
    assert week is not None and list(week.title) == ["de", "en"]
    assert [finding.code for finding in check(week, today=date(2027, 1, 1))] == ["week.no-address"]


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        ({"en": "Tea"}, "en=Tea"),
        ({"de": "Tee", "fr": "Thé"}, "de=Tee fr=Thé"),
        ({}, ""),
        ({"de": "Tee", "en": " "}, " "),
        ({"de": "T\x07"}, "T\x07"),
    ],
)
def test_titles_are_the_host_s_and_of_the_week_s_languages(tmp_path: Path, titles: dict[str, str], said: str) -> None:
    with pytest.raises(Refused) as refused:
        new_folder(tmp_path, title=titles, languages=["de", "en"], zone="UTC", days=DAYS)
    values = [(finding.values["option"], finding.values["value"]) for finding in refused.value.findings]
    assert (values, list(tmp_path.iterdir())) == ([("--title", said)], [])


def test_the_comments_name_every_word_that_may_be_chosen(tmp_path: Path) -> None:
    new_folder(tmp_path, title="Tea", languages=["en"], zone="UTC", days=DAYS)
    lines = (tmp_path / "week.yaml").read_text("utf-8").splitlines()
    comments = " ".join(line.removeprefix("# ") for line in lines if line.startswith("#"))
    words = [word.value for choice in (ItemKind, SpeakerRole, Visibility, Stage, OrganisationRole) for word in choice]
    assert [word for word in words if not re.search(rf"\b{word}\b", comments)] == []
    assert max(map(len, lines)) <= 120


def test_the_address_is_set_by_deleting_a_mark(tmp_path: Path) -> None:
    new_folder(tmp_path, title="Tea", languages=["en"], zone="UTC", days=DAYS)
    path = tmp_path / "week.yaml"
    path.write_text(path.read_text("utf-8").replace("# address:", "address:"), "utf-8")
    week = load(tmp_path).week
    assert week is not None and week.address == "https://www.example.org/week/"


def test_private_data_is_kept_from_version_control(tmp_path: Path) -> None:
    new_folder(tmp_path, title="A", languages=["en"], zone="UTC", days=DAYS)
    assert "private.yaml" in (tmp_path / ".gitignore").read_text().splitlines()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(Refused) as refused:
        new_folder(tmp_path, title="A", languages=["en"], zone="UTC", days=DAYS)
    assert [finding.code for finding in refused.value.findings] == ["init.not-empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_what_cannot_be_used_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        new_folder(tmp_path / "new", title=" ", languages=["en", "EN"], zone="Berlin", days=DAYS)
    values = [(finding.values["option"], finding.values["nearest"]) for finding in refused.value.findings]
    assert values == [("--languages", "en"), ("--zone", "Europe/Berlin"), ("--title", None)]
    assert not (tmp_path / "new").exists()


def test_the_example_of_the_reference_is_a_valid_folder() -> None:
    example = Path("src/kakehashi/folder/example")
    loaded = load(example)
    assert loaded.findings == () and loaded.week is not None and loaded.private is not None
    assert errors(check(loaded.week, private=loaded.private, today=date(2027, 1, 1))) == ()


def test_the_reference_has_every_file_s_chapter() -> None:
    chapters = [line.strip("# `") for line in reference().splitlines() if line.startswith("## `")]
    assert chapters == [
        *("week.yaml", "institutions.yaml", "people.yaml", "programmes.yaml", "symposia/<slug>.yaml"),
        *("agreements.yaml", "association.yaml", "recordings.yaml", "report.yaml", "private.yaml"),
    ]


@pytest.mark.parametrize(
    ("tag", "meant"), [("jp", "ja"), ("JA", "ja"), ("kz", "kk"), ("jpn", "ja"), ("xx", None), ("日本", None)]
)
def test_a_country_s_code_is_answered_with_the_tag_of_its_language(tmp_path: Path, tag: str, meant: str | None) -> None:
    with pytest.raises(Refused) as refused:
        new_folder(tmp_path, title="Tea", languages=[tag], zone="Asia/Tokyo", days=DAYS)
    (finding,) = refused.value.findings
    assert (finding.values["value"], finding.values["nearest"], list(tmp_path.iterdir())) == (tag, meant, [])

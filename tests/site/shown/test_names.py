"""A name or a city that is spelt once in a script stands on every page in that script as its own."""

from typing import Any

import pytest
from tests.site.reading import a_site, reader
from tests.week.building import institution

from kakehashi.site import Site
from kakehashi.site.shown.people import name, other_scripts


def latin(**parts: Any) -> Site:
    """A week in German, Spanish, Japanese and Russian; Ada's name is given in German and Japanese."""
    names = {"ja": {"whole": "エイダ"}, "de": {"whole": "Ada Tea"}}
    people = {"ada": {"names": names, "positions": {"rector": {"title": {"de": "Rektorin"}, "institution": "far"}}}}
    return a_site(languages=["ja", "de", "es", "ru"], people=people, **parts)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", "Ada Tea"),
        ("es", "Ada Tea"),
        ("ja", "エイダ"),
        ("ru", '<span class="other" lang="ja">エイダ</span>'),
    ],
)
def test_a_name_is_marked_where_it_stands_in_another_script(language: str, shown: str) -> None:
    assert name(reader(latin(), language), "ada").replace("\N{NO-BREAK SPACE}", " ") == shown


def test_a_persons_page_tells_the_spellings_in_other_scripts_alone() -> None:
    assert [named.language for named in other_scripts(reader(latin(), "es"), "ada")] == ["ja"]


@pytest.mark.parametrize(
    ("language", "shown"), [("es", "Lima"), ("ja", "リマ"), ("ru", '<span class="other" lang="ja">リマ</span>')]
)
def test_a_city_likewise(language: str, shown: str) -> None:
    far = institution("Samovar institute", "America/Lima", city={"ja": "リマ", "de": "Lima"})
    site = latin(institutions={"host": institution(), "far": far})
    assert reader(site, language).text(site.week.institutions["far"].city).replace("<wbr>", "") == shown

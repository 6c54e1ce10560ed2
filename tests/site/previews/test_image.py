"""The preview picture of a week: the same on every machine, small, and in words that can be set."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from tests.site.conftest import MOMENT
from tests.site.reading import a_site
from tests.site.walking import BuiltSite
from tests.week.building import institution

from kakehashi.site.previews import preview
from kakehashi.site.previews.image import card_of
from kakehashi.words import words_of

ELSEWHERE = """
import hashlib
from datetime import datetime
from kakehashi.cli.sample import sample_week
from kakehashi.folder import load
from kakehashi.site import file_of, site_of
from kakehashi.week import Visibility, for_audience
site = site_of(for_audience(load(sample_week()).week, Visibility.PUBLIC, datetime.fromisoformat("%s")))
print(*(hashlib.sha256(file_of(site, f"{tag}/preview.png").content).hexdigest() for tag in site.week.languages))
"""


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG (RFC 2083, 11.2.2)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def test_there_is_one_for_every_language_and_none_is_large(built_sample: BuiltSite) -> None:
    pictures = {path: content for path, content in built_sample.files.items() if path.endswith(".png")}
    assert sorted(pictures) == ["en/preview.png", "ja/preview.png", "ru/preview.png"]
    for content in pictures.values():
        assert (size(content), len(content) < 150_000) == ((1200, 630), True)


def test_another_process_far_from_the_fonts_of_this_machine_draws_the_same_bytes(
    built_sample: BuiltSite, tmp_path: Path
) -> None:
    drawn = [hashlib.sha256(built_sample.files[f"{tag}/preview.png"]).hexdigest() for tag in ("ja", "en", "ru")]
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    environment = {"HOME": str(tmp_path), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "LC_ALL": "C", "TZ": "UTC"}
    command = [sys.executable, "-c", ELSEWHERE % MOMENT.isoformat()]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == drawn


def test_a_name_that_cannot_be_set_stands_in_the_next_language_of_the_week() -> None:
    site = a_site(languages=["ar", "ja", "en"], title={"ar": "أسبوع الشاي", "ja": "お茶の週", "en": "Tea week"})
    assert card_of(site, "ar")[0].title == "お茶の週"
    assert preview(site, "ar") == preview(site, "ja")


def test_a_week_whose_name_cannot_be_set_at_all_still_shows_its_days_and_clocks() -> None:
    site = a_site(languages=["ar"], title={"ar": "أسبوع الشاي"})
    card, _ = card_of(site, "ar")
    assert (card.title, card.days, card.clocks is not None) == ("", words_of("en").days(site.week.days), True)
    assert size(preview(site, "ar")) == (1200, 630)


def test_too_many_clocks_to_name_stand_as_a_comb() -> None:
    zones = ["Lisbon", "Paris", "Kyiv", "Moscow", "Samara"], ["Almaty", "Omsk", "Tomsk", "Irkutsk", "Yakutsk"]
    named = [f"Europe/{city}" for city in zones[0]] + [f"Asia/{city}" for city in zones[1]] + ["Asia/Vladivostok"]
    partners = {f"p{n}": institution("A", zone, city={"en": zone}) for n, zone in enumerate(named)}
    card, _ = card_of(
        a_site(
            institutions={"host": institution("Tea", city={"en": "Tea"}), **partners},
            people={},
            items={},
            organisations=[],
        ),
        "en",
    )
    assert 'class="comb"' in str(card.clocks)


@pytest.mark.parametrize(
    "parts",
    [
        {"sessions": {}, "items": {}, "rooms": {}},
        {"title": {"en": "A & B <b>", "ja": "交流" * 100}},
        {"place": {"en": "Hall"}},
    ],
    ids=["nothing planned", "marks and 200 letters", "a place"],
)
def test_every_week_has_one(parts: dict[str, object]) -> None:
    site = a_site(**parts)
    assert [size(preview(site, tag)) for tag in site.week.languages] == [(1200, 630)] * 2


def told(built: BuiltSite, path: str) -> dict[str, str]:
    """What a page says of itself to those who show links to it."""
    metas = built.pages[path].iter("meta")
    return {name: meta.get("content", "") for meta in metas if (name := meta.get("property") or meta.get("name"))}


def test_pages_name_it_by_its_full_address_with_its_size_and_in_words(built_sample: BuiltSite) -> None:
    address = "https://kakehashi.example.org/kanazawa-russian-week-2021/ru/preview.png"
    said = told(built_sample, "ru/times/index.html")
    assert said["og:image"] == address
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"].startswith("Неделя России в Университете Канадзавы")
    assert said["twitter:card"] == "summary_large_image"
    assert told(built_sample, "index.html")["og:image"] == address.replace("/ru/", "/ja/")


def test_a_week_without_an_address_names_none() -> None:
    built = BuiltSite(a_site(address=None))
    assert "og:image" not in told(built, "en/index.html") | told(built, "index.html")

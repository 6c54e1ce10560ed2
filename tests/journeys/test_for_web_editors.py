"""A web editor's page: the programme in a frame of it, and the news as it is pasted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.test_every_kind_of_page import ALL, AXE, RUN_AXE

HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>University</title><h1>News of the university</h1>
<iframe src="{src}" title="Programme" width="100%" height="800" style="border: 0; color-scheme: {scheme}"></iframe>"""


def framing(folder: Path, site: Path, language: str = "en", scheme: str = "light") -> str:
    """A page of somebody else's website with the programme in a frame."""
    page = folder / "page.html"
    framed = site / "embed" / language / "index.html"
    page.write_text(HOST.format(src=framed.as_uri(), scheme=scheme), encoding="utf-8")
    return page.as_uri()


def test_a_reader_chooses_a_clock_in_the_frame(page: Page, sample_site: Path, tmp_path: Path) -> None:
    page.goto(framing(tmp_path, sample_site))
    frame = page.frame_locator("iframe")
    first = frame.locator("time.at").first
    expect(first).to_have_text("15:00")
    frame.locator("#zone").select_option("Europe/Moscow")
    expect(first).to_have_text("09:00")


def test_a_link_of_the_frame_opens_in_place_of_the_whole_page(page: Page, sample_site: Path, tmp_path: Path) -> None:
    page.goto(framing(tmp_path, sample_site))
    page.frame_locator("iframe").get_by_role("link", name="Russia’s Sustainable Lifestyle").click()
    page.wait_for_url("**/en/items/keynote/index.html")
    assert page.locator("iframe").count() == 0


def test_the_frame_is_light_or_dark_as_the_page_around_it_says(page: Page, sample_site: Path, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="null")
    grounds = []
    for scheme in ("light", "dark"):
        page.goto(framing(tmp_path, sample_site, scheme=scheme))
        page.frame_locator("iframe").locator("h1").wait_for()
        grounds.append(page.frames[1].evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert grounds == ["rgb(251, 250, 247)", "rgb(18, 21, 27)"]


@pytest.mark.parametrize("width", [280, 360, 1000])
@pytest.mark.parametrize("language", ["ja", "en", "ru"])
def test_nothing_in_it_is_broader_than_the_frame(page: Page, sample_site: Path, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((sample_site / "embed" / language / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_framed(
    new_context: Callable[..., BrowserContext], sample_site: Path, scheme: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    for language in ("ja", "en", "ru"):
        page.goto((sample_site / "embed" / language / "index.html").as_uri())
        page.evaluate(AXE)
        found = [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in page.evaluate(RUN_AXE, ALL)]
        assert found == [], language


def test_what_is_copied_from_the_news_keeps_its_links_and_brings_no_style(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "news.ja.html").as_uri())
    pasted = page.evaluate("document.body.innerHTML")
    page.set_content(f'<main contenteditable="true">{pasted}</main>')
    assert page.locator("main [style], main [class], main script, main img").count() == 0
    assert page.get_by_role("link", name="金沢大学", exact=True).get_attribute("href") == (
        "https://kakehashi.example.org/kanazawa-russian-week-2021/ja/institutions/kanazawa-university/"
    )


def test_the_page_about_the_site_has_the_line_that_frames_it(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "ru" / "about" / "index.html").as_uri())
    line = page.get_by_text("<iframe src=").inner_text()
    page.set_content(line)
    frame = page.locator("iframe")
    assert frame.get_attribute("src") == "https://kakehashi.example.org/kanazawa-russian-week-2021/embed/ru/"
    assert str(frame.get_attribute("title")).startswith("Программа")

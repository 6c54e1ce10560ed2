"""Searching a week: found in any script and spelling, told aloud, kept in the address, and kind when it cannot."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import axe_playwright_python
import pytest
from playwright.sync_api import BrowserContext, Page, expect

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = "() => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"


def ask(page: Page, address: str, language: str, question: str) -> None:
    """Opens the search page with a question and waits for its answer."""
    page.goto(f"{address}/{language}/search/?{urlencode({'q': question})}")
    answered(page)


def answered(page: Page) -> None:
    expect(page.get_by_role("status")).to_contain_text(re.compile("[”」»]"))


def titles(page: Page) -> list[str]:
    """The titles of what was found, in their order."""
    return [title.replace("\N{NO-BREAK SPACE}", " ") for title in page.locator("#found .what").all_inner_texts()]


def groups(page: Page) -> list[str]:
    """The headings under which something was found."""
    return page.locator("#found h2:visible").all_inner_texts()


NAMES = [
    ("ru", "Yamazaki", "Ямадзаки Коэцу"),
    ("ru", "山﨑", "Ямадзаки Коэцу"),
    ("ru", "Ямазаки", "Ямадзаки Коэцу"),
    ("ru", "гафуровым", "Гафуров Ильшат Рафкатович"),
    ("en", "ГАФУРОВ", "Gafurov Ilshat"),
    ("en", "kazan fed", "Kazan Federal University"),
    ("ja", "やまざきこうえつ", "山崎光悦"),
    ("ja", "がふろふ", "ガフロフ・イルシャット"),
    ("ja", "ｶﾞﾌﾛﾌ ｲﾙｼｬｯﾄ", "ガフロフ・イルシャット"),
    ("ja", "沢大", "金沢大学"),
    ("ja", "連邦大学", "カザン連邦大学"),
    ("ja", "金", "金沢大学"),
]


def test_a_name_is_found_in_every_script_case_width_and_spelling_and_a_japanese_one_by_any_part(
    page: Page, sample_address: str
) -> None:
    missed = []
    for language, question, title in NAMES:
        ask(page, sample_address, language, question)
        if title not in titles(page):
            missed.append((language, question, titles(page)))
    assert missed == []


def test_what_no_page_has_is_not_answered_with_something_like_it(page: Page, sample_address: str) -> None:
    for language, question in (
        ("en", "aquarium"),
        ("ja", "連邦学大"),
        ("ja", "沢小"),
        ("ru", "ъыь"),
        ("en", "zz 金沢"),
    ):
        ask(page, sample_address, language, question)
        assert (question, titles(page)) == (question, [])


def test_results_stand_by_kind_the_best_first_and_items_by_day(page: Page, sample_address: str) -> None:
    ask(page, sample_address, "en", "Kazan Federal University")
    assert groups(page)[0] == "Institutions"
    assert titles(page)[0] == "Kazan Federal University"
    programme = page.locator("[data-group=items]")
    days = programme.locator("h3").all_inner_texts()
    assert days == sorted(days, key=lambda day: int(re.findall(r"\d+", day)[0]) % 29)
    times = programme.locator("ol").first.locator("time").evaluate_all("all => all.map((time) => time.dateTime)")
    assert times == sorted(times)


def test_a_result_leads_to_its_page_and_back_is_the_same_answer(page: Page, sample_address: str) -> None:
    ask(page, sample_address, "en", "gafurov")
    found = titles(page)
    page.get_by_role("link", name="Gafurov Ilshat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gafurov Ilshat")
    page.go_back()
    answered(page)
    assert titles(page) == found


def test_by_keyboard_one_asks_hears_how_many_and_goes_on(page: Page, sample_address: str) -> None:
    page.goto(f"{sample_address}/en/search/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("dacha")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Found for “dacha”: 3")
    assert page.url.endswith("?q=dacha")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#found') !== null")
    page.get_by_role("searchbox").fill("baikal")
    expect(page.get_by_role("status")).to_contain_text("“baikal”")
    assert page.url.endswith("?q=baikal")


def test_more_than_a_screenful_is_shown_on_demand(page: Page, sample_address: str) -> None:
    ask(page, sample_address, "en", "university")
    expect(page.get_by_role("status")).to_contain_text("Shown are those that fit best: 40.")
    page.get_by_role("button", name="Show more results").click()
    expect(page.get_by_role("status")).to_contain_text("80")
    assert len(set(page.locator("#found a").evaluate_all("all => all.map((link) => link.href)"))) == 80


def test_when_nothing_is_found_the_page_helps(page: Page, sample_address: str) -> None:
    ask(page, sample_address, "en", "aquarium dacha")
    expect(page.get_by_role("status")).to_have_text("Nothing was found for “aquarium dacha”.")
    page.get_by_role("link", name="dacha (3)").click()
    answered(page)
    assert len(titles(page)) == 3
    ask(page, sample_address, "en", "aquarium")
    page.locator(".hints").get_by_role("link", name="日本語").click()
    answered(page)
    assert page.url.endswith("/ja/search/?q=aquarium")


def test_the_choice_of_language_keeps_the_question(page: Page, sample_address: str) -> None:
    ask(page, sample_address, "ja", "山崎")
    page.get_by_role("link", name="Русский").click()
    answered(page)
    assert "Ямадзаки Коэцу" in titles(page)


@pytest.mark.parametrize("part", ["search.json", "pagefind.js", "*.pf_meta", "index/*", "pack/*"])
def test_an_index_that_cannot_be_loaded_is_told_and_tried_again(page: Page, sample_address: str, part: str) -> None:
    page.route(f"**/pagefind/en/{part}*", lambda route: route.abort())
    page.goto(f"{sample_address}/en/search/?q=dacha")
    expect(page.get_by_text("The search could not be loaded.")).to_be_visible()
    expect(page.get_by_role("link", name="Speakers", exact=True).last).to_be_visible()
    page.unroute(f"**/pagefind/en/{part}*")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_have_text("Found for “dacha”: 3")
    expect(page.get_by_text("The search could not be loaded.")).to_be_hidden()


def test_from_a_disk_it_says_that_it_needs_a_server(page: Page, sample_site: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((sample_site / "en" / "search" / "index.html").as_uri())
    expect(page.get_by_text("this page was opened from a disk")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="Speakers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Speakers")
    assert said == []


def test_without_script_it_says_so(new_context: Callable[..., BrowserContext], sample_address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{sample_address}/ru/search/")
    expect(page.get_by_text("Для поиска нужен JavaScript.")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()


@pytest.fixture
def plain_host(sample_site: Path) -> Iterator[str]:
    """The sample week at the top of a host that knows nothing of us: Python's own server."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its name there
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(sample_site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_it_works_on_any_host_at_its_top_without_a_word_in_the_console(page: Page, plain_host: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    ask(page, plain_host, "ja", "ダーチャ")
    assert "ロシアの持続可能なライフスタイル ダーチャ" in titles(page)
    assert said == []


@pytest.mark.parametrize(("language", "scheme"), [("ja", "light"), ("en", "dark"), ("ru", "light")])
def test_results_are_for_everyone_and_fit_a_small_screen(
    new_context: Callable[..., BrowserContext], sample_address: str, language: str, scheme: str
) -> None:
    page = new_context(color_scheme=scheme, viewport={"width": 320, "height": 640}).new_page()
    found = []
    for question in ("Kazan", "zzzz 2021"):
        ask(page, sample_address, language, question)
        assert page.locator("html").evaluate("html => html.scrollWidth") <= 320
        page.evaluate(AXE)
        found += [(question, one["id"], one["nodes"][0]["html"][:120]) for one in page.evaluate(RUN_AXE)]
    assert found == []

"""A reader's way through a week that lies on a university's own host, in a folder below other pages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.deploy.conftest import ADDRESS, CONFIGURED

FOUND = (
    ("ja", "ダーチャ", "ロシアの持続可能なライフスタイル ダーチャ"),
    ("ru", "Yamazaki", "Ямадзаки Коэцу"),
    ("en", "kazan fed", "Kazan Federal University"),
)
IS_COMPILED = (
    """() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false)"""
)
IS_INLINE_RUN = """() => {
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.ran = 'yes'";
    document.head.append(script);
    return document.documentElement.dataset.ran === "yes";
}"""
ARE_SHOWN = """(paths) => Promise.all(paths.map((path) => new Promise((shown) => {
    const frame = document.createElement("iframe");
    frame.src = path;
    frame.onload = () => {
        let one = null;
        try { one = frame.contentDocument; } catch { }
        shown(Boolean(one && one.querySelector("h1, table, .grid, ol")));
    };
    document.body.append(frame);
})))"""


@pytest.fixture
def said(page: Page) -> list[str]:
    """What the browser says in its console."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_a_reader_goes_from_the_address_of_the_week_to_a_speaker_and_on_in_another_language(
    page: Page, host: str, said: list[str]
) -> None:
    page.goto(host)
    page.get_by_role("link", name="English").click()
    page.get_by_role("navigation").get_by_role("link", name="Programme").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Programme")
    page.locator("main a[href*='2021-09-29']").first.click()
    page.wait_for_url(re.compile("/timetable/2021-09-29/"))
    page.locator("main a[href*='items/keynote/']").first.click()
    page.locator("main a[href*='people/']").first.click()
    page.wait_for_url(re.compile("/en/people/[a-z]"))
    english = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Русский").first.click()
    page.wait_for_url(re.compile("/ru/people/[a-z]"))
    assert page.get_by_role("heading", level=1).inner_text() != english
    assert page.locator("html").get_attribute("lang") == "ru"
    assert page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily").startswith('"Kakehashi Serif')
    assert said == []


def test_the_week_is_searched_in_each_of_its_languages(page: Page, host: str, said: list[str]) -> None:
    for language, question, title in FOUND:
        page.goto(f"{host}{language}/search/?q={question}")
        expect(
            page.locator("#found .what").filter(has_text=re.compile(re.sub(" ", r"\\s", title))).first
        ).to_be_visible()
    assert said == []


def test_search_engines_and_feed_readers_are_told_the_public_addresses(page: Page, host: str) -> None:
    page.goto(f"{host}ja/items/keynote/")
    told = {
        link.get_attribute("hreflang") or link.get_attribute("rel"): link.get_attribute("href")
        for link in page.locator("link[rel=canonical], link[rel=alternate][hreflang]").all()
    }
    languages = {language: f"{ADDRESS}{language}/items/keynote/" for language in ("ja", "en", "ru")}
    assert told == {"canonical": languages["ja"], "x-default": ADDRESS, **languages}
    feed = page.locator("link[type='application/atom+xml']").evaluate("link => link.href")
    answer = page.request.get(feed)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert f'href="{ADDRESS}ja/changes' in answer.text()


def test_pages_run_no_script_but_their_own_and_only_the_search_compiles_any(page: Page, host: str) -> None:
    compiled = {}
    for path in ("en/", "en/items/keynote/", "en/search/", "embed/en/"):
        page.goto(f"{host}{path}")
        assert not page.evaluate(IS_INLINE_RUN)
        compiled[path] = page.evaluate(IS_COMPILED)
    assert [path for path, done in compiled.items() if done] == ["en/search/"]


@CONFIGURED
def test_a_lost_reader_is_helped(page: Page, host: str) -> None:
    for path, heading, link, then in (
        ("en/items/no/such/page/", "There is no such page", "Speakers", "Speakers"),
        ("ru/nichego", "Страница не\N{NO-BREAK SPACE}найдена", "Программа", "Программа"),
    ):
        page.goto(f"{host}{path}")
        assert page.get_by_role("heading", level=1).first.inner_text() == heading
        assert page.locator("h1").first.evaluate("h => getComputedStyle(h).fontFamily").startswith('"Kakehashi Serif')
        page.get_by_role("main").get_by_role("link", name=then).first.click()
        assert page.get_by_role("heading", level=1).inner_text() == link


@CONFIGURED
def test_other_websites_frame_nothing_and_this_one_the_programme(
    new_context: Callable[..., BrowserContext], host: str
) -> None:
    page = new_context(bypass_csp=True).new_page()
    page.goto(f"{host}en/")
    assert page.evaluate(ARE_SHOWN, [f"{host}embed/en/", f"{host}en/"]) == [True, False]

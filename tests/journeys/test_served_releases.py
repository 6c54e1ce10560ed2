"""Readers of a released week on Kakehashi's own server, with the headers that it sends."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.server.serving import port_of, served, sockets

from kakehashi.cli import run


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with the first week of somebody, released."""
    folder, data = tmp_path_factory.mktemp("week") / "week", tmp_path_factory.mktemp("data")
    assert run(["init", str(folder)]) == 0
    assert run(["release", str(folder), "--data", str(data), "--at", "2026-01-01T00:00:00"]) == 0
    with sockets(2) as heard, served(data, heard, "--framers", "https://www.example.ac.jp"):
        yield f"http://127.0.0.1:{port_of(heard)}"


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains of, a policy that forbids something first of all."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_a_reader_comes_from_the_list_of_weeks_to_a_page_of_the_own_language(
    page: Page, host: str, complaints: list[str]
) -> None:
    page.goto(host)
    page.get_by_role("list").get_by_role("link").first.click()
    expect(page.get_by_role("navigation").first).to_be_visible()
    assert page.url.removeprefix(host).split("/")[2:] == ["en", ""]
    page.goto(page.url + "timetable")
    assert (page.url.endswith("/en/timetable/"), complaints) == (True, [])


def test_the_search_runs_under_the_policy_of_its_page(page: Page, host: str, complaints: list[str]) -> None:
    page.goto(host)
    page.get_by_role("list").get_by_role("link").first.click()
    page.goto(page.url + "search/?q=university")
    expect(page.locator("#found .what").first).to_be_visible()
    assert complaints == []


def test_from_an_address_without_a_page_a_link_leads_home(page: Page, host: str) -> None:
    page.goto(host)
    page.get_by_role("list").get_by_role("link").first.click()
    home = page.url
    answer = page.goto(home + "items/no/such/page/")
    assert answer is not None
    assert answer.status == 404
    # Styled, so its links are right as deep as this.
    assert page.evaluate("document.styleSheets.length > 0 && [...document.styleSheets].every(s => s.cssRules.length)")
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url.removesuffix("index.html") == home

"""Somebody edits a week while the browser shows it: pages follow, and mistakes stand on top until they are mended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import serving

from kakehashi.cli import run

TITLE = "title: Exchange Week"


@pytest.fixture
def week(tmp_path: Path) -> Path:
    """A first week, as `init` makes it."""
    folder = tmp_path / "my-week"
    assert run(["init", str(folder)]) == 0
    return folder / "week.yaml"


@pytest.fixture
def shown(week: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """Its home page, open in the browser, for somebody who reads English."""
    monkeypatch.setenv("LANGUAGE", "en")
    with serving(week.parent, verb="preview") as address, page.expect_request("**/_preview/changes*"):
        page.goto(f"{address}/en/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Exchange Week")
        yield page
        page.goto("about:blank")


def edit(path: Path, shown: Page, old: str, new: str) -> None:
    """Saves a file with one passage replaced, and waits until the page has been loaded anew."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    with shown.expect_request("**/_preview/changes*"):
        path.write_text(text.replace(old, new), "utf-8")


def test_a_page_that_is_open_follows_the_file(week: Path, shown: Page) -> None:
    edit(week, shown, TITLE, "title: Week of the Bridges")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Week of the Bridges")
    expect(shown.get_by_role("alert")).to_have_count(0)


def test_a_mistake_stands_on_the_page_with_its_place_and_goes_when_it_is_mended(week: Path, shown: Page) -> None:
    edit(week, shown, TITLE, "titel: Exchange Week")
    line = week.read_text("utf-8").splitlines().index("titel: Exchange Week") + 1
    expect(shown.get_by_role("alert")).to_have_text(
        f"week.yaml:{line}:1: error: “titel” is not a key of “week.yaml”. Did you mean “title”?"
    )
    expect(shown.get_by_role("heading", level=1)).to_have_text("Exchange Week")
    edit(week, shown, "titel: Exchange Week", "title: Mended Week")
    expect(shown.get_by_role("alert")).to_have_count(0)
    expect(shown.get_by_role("heading", level=1)).to_have_text("Mended Week")


def test_a_file_that_is_no_yaml_for_a_moment_leaves_the_page_that_was_there(week: Path, shown: Page) -> None:
    edit(week, shown, TITLE, "title: [Exchange Week")
    expect(shown.get_by_role("alert")).to_contain_text("A bracket is not closed, or a comma is missing.")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Exchange Week")
    edit(week, shown, "title: [Exchange Week", TITLE)
    expect(shown.get_by_role("alert")).to_have_count(0)


def test_what_is_only_odd_lies_folded_in_a_corner_until_it_is_asked_for(shown: Page) -> None:
    refused: list[str] = []
    shown.on("console", lambda message: refused.append(message.text))
    panel = shown.locator(".preview-warnings")
    expect(panel).to_have_css("position", "fixed")
    expect(panel.locator("pre")).to_be_hidden()
    panel.get_by_text("1 warning", exact=True).click()
    expect(panel.locator("pre")).to_contain_text("week.yaml:4:1: warning: The week has no public address")
    assert refused == []

"""The picture of the front page: the sample week between its partners' clocks. `python -m tools.picture`."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import FloatRect, ViewportSize, sync_playwright

from kakehashi.cli import run
from kakehashi.cli.sample import sample_week
from tools import ROOT

PICTURE = ROOT / "docs" / "pictures" / "week.png"
SIZE = ViewportSize(width=1280, height=960)
MARGIN = 24


def take(page_file: Path, picture: Path) -> None:
    """Open a home page from disk in the system's Chromium and keep its picture of the week."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, timezone_id="Europe/Berlin")
        page.goto(page_file.as_uri())
        box = page.locator("section[aria-labelledby=h-week]").bounding_box()
        if box is None:
            raise LookupError("the home page shows no picture of the week")
        page.screenshot(path=picture, full_page=True, clip=_with_margin(box))
        browser.close()


def _with_margin(box: FloatRect) -> FloatRect:
    """Room beside and below the section; above it, the section brings its own."""
    wide, high = box["width"] + 2 * MARGIN, box["height"] + MARGIN
    return FloatRect(x=box["x"] - MARGIN, y=box["y"], width=wide, height=high)


def main() -> None:
    """Build the sample week for the public and take its English home page."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run(["build", str(sample_week()), "--to", str(site)])
        take(next(site.glob("**/en/index.html")), PICTURE)


if __name__ == "__main__":
    main()

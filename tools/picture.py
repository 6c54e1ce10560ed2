"""The picture of the front page: the sample week's home page as a browser shows it. `python -m tools.picture`."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from kakehashi.cli import run
from kakehashi.cli.sample import sample_week
from tools import ROOT

PICTURE = ROOT / "docs" / "pictures" / "home.png"
SIZE = ViewportSize(width=1280, height=960)


def take(page_file: Path, picture: Path) -> None:
    """Open a page from disk in the system's Chromium and keep what its window shows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, timezone_id="Europe/Berlin")
        page.goto(page_file.as_uri())
        page.screenshot(path=picture)
        browser.close()


def main() -> None:
    """Build the sample week for the public and take its English home page."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run(["build", str(sample_week()), "--to", str(site)])
        take(next(site.glob("**/en/index.html")), PICTURE)


if __name__ == "__main__":
    main()

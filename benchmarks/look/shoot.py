"""Photographs of pages, wide and narrow, light and dark: `python benchmarks/look/shoot.py FOLDER PAGE...`."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def shoot(browser: Browser, page: Path, width: int, scheme: str) -> None:
    """One photograph of the whole page beside the page itself."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    tab.evaluate("document.fonts.ready")
    tab.screenshot(path=page.with_name(f"{page.stem}-{width}-{scheme}.png"), full_page=True)
    context.close()


def main(pages: list[str]) -> None:
    """Every page in four photographs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for page in pages:
            for width in (1440, 360):
                for scheme in ("light", "dark"):
                    shoot(browser, Path(page), width, scheme)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

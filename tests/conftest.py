"""What every test stands on: no network, bounded random examples, and a browser that talks to nobody."""

import os
import re
import shutil
import socket
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

LOOPBACK = ("127.0.0.1", "::1", "localhost")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
NO_BROWSER = "no Chromium found: install it, or name one in KAKEHASHI_CHROMIUM"

NOT_INSTALLED = "not installed: "
"""How a test that needs a program tells that there is none; the names come behind it."""

COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "print_blob": True}
settings.register_profile("quick", max_examples=50, **COMMON)
settings.register_profile("ci", max_examples=50, derandomize=True, **COMMON)
settings.register_profile("thorough", max_examples=2000, **COMMON)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for another machine fails, in whatever library it does so."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


def chromium() -> str | None:
    """The browser to test with, if there is one."""
    return os.environ.get("KAKEHASHI_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, which can find no host but this machine. Without one, tests are left out (in CI: fail).

    It lives as long as a module of tests: Playwright keeps an event loop running, in which other tests start no other.
    """
    executable = chromium()
    if executable is None:
        (pytest.fail if os.environ.get("KAKEHASHI_REQUIRE_ALL") else pytest.skip)(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a fresh browser profile; arguments as in Playwright. No page in it may ask another machine for anything."""
    strangers: list[str] = []
    opened: list[BrowserContext] = []

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname not in LOOPBACK:
            strangers.append(request.url)

    def open_one(**arguments: Any) -> BrowserContext:
        context = browser.new_context(**{"locale": "en-GB", "timezone_id": "UTC", **arguments})
        context.on("request", note)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()
    assert strangers == []


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page in a fresh profile; an English reader's, on a UTC clock."""
    return new_context().new_page()


def pytest_report_header() -> str:
    """Say first which browser the tests use, or that its tests are left out."""
    return f"browser: {chromium() or 'none, browser tests are left out'}"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say last, where it is read, which tests did not run for want of a program."""
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())]
    if any(NO_BROWSER in said for said in skipped):
        terminalreporter.write_line(f"The browser tests did not run: {NO_BROWSER}.", yellow=True)
    missing = {name for said in skipped for name in re.findall(f"{NOT_INSTALLED}([a-z0-9-]+)", said)}
    if missing:
        names = ", ".join(sorted(missing))
        terminalreporter.write_line(f"Tests of deploy/ did not run, {NOT_INSTALLED}{names}.", yellow=True)

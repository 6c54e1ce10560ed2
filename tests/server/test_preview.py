"""A preview answers the person who edits, and nobody else: what it refuses, and how it shows what is wrong."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.server.asking import ask
from tests.site.reading import PARTS
from tests.week.building import week

from kakehashi.server import Preview, Reading
from kakehashi.server.messages import Request
from kakehashi.site import site_of
from kakehashi.week import Visibility, for_audience


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose `media/` holds a file of its own and a link to what the office knows."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "logo.png").write_bytes(b"drawing")
    (tmp_path / "private.yaml").write_text("secret")
    (tmp_path / "media" / "map.svg").write_text("<svg/>")
    (tmp_path / "media" / "link.png").symlink_to("../private.yaml")
    return tmp_path


SCRIPT = "</pre><script>alert(1)</script>"
MOMENT = datetime(2021, 9, 1, tzinfo=UTC)


def reading(
    second: int = 0, *, errors: Sequence[str] = (), warnings: Sequence[str] = (), built: bool = True
) -> Reading:
    """A reading of a week that names both files, the n-th second after the first."""
    logos = [{"file": name, "alt": {"en": name}} for name in ("logo.png", "link.png", "map.svg")]
    site = site_of(for_audience(week(**PARTS | {"logos": logos}), Visibility.PUBLIC, MOMENT)) if built else None
    at = MOMENT + timedelta(seconds=second)
    return Reading(at, site, errors, warnings, f"{len(warnings)} warnings", "en")


@pytest.fixture
def preview(folder: Path) -> Preview:
    """The preview of that week, with something wrong and something odd."""
    return Preview(folder, reading(errors=[SCRIPT], warnings=[SCRIPT, "odd"]), "lab.example")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("localhost", 200),
        ("lab.example:8000", 200),
        ("rebound.example", 421),
        ("127.0.0.1.rebound.example:8000", 421),
        ("localhost.rebound.example", 421),
        ("[", 421),
        ("a@b:c", 421),
    ],
)
def test_a_page_is_given_to_those_who_name_this_machine(preview: Preview, host: str, status: int) -> None:
    assert ask(preview, "/en/", host=host).status == status


def test_nothing_can_be_written(preview: Preview) -> None:
    answer = ask(preview, "/en/", method="POST")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_a_file_of_the_week_is_shown(preview: Preview) -> None:
    assert ask(preview, "/media/logo.png").body == b"drawing"


def test_a_link_out_of_the_media_is_not_followed(preview: Preview) -> None:
    assert ask(preview, "/media/link.png").status == 404


def test_a_file_that_the_week_does_not_name_is_not_shown(preview: Preview) -> None:
    assert ask(preview, "/media/../private.yaml").status == 404


def test_what_is_wrong_is_shown_as_text(preview: Preview) -> None:
    page = ask(preview, "/en/").body.decode()
    escaped = "&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    assert f'<pre class="preview-findings" role="alert" lang="en">{escaped}</pre>' in page
    assert f"<summary>2 warnings</summary><pre>{escaped}\nodd</pre>" in page


def test_what_nobody_has_to_see_is_not_there(folder: Path) -> None:
    page = ask(Preview(folder, reading()), "/en/").body.decode()
    assert re.findall("preview-findings|preview-warnings", page) == []


def test_what_is_wrong_stands_before_the_page_and_what_is_odd_after_it(preview: Preview) -> None:
    page = ask(preview, "/en/").body.decode()
    order = [page.index(part) for part in ("<body", "preview-findings", "<h1", "preview-warnings", "</body>")]
    assert order == sorted(order)


def test_a_week_that_was_never_without_errors_has_a_page_for_them(folder: Path) -> None:
    page = ask(Preview(folder, reading(built=False, errors=["week.yaml:1:1: error"])), "/ja/").body.decode()
    assert "week.yaml:1:1: error</pre>" in page


def test_a_week_that_has_errors_now_is_shown_as_it_was_before(preview: Preview) -> None:
    preview.changed(reading(1, built=False, errors=["week.yaml:1:1: error"]))
    page = ask(preview, "/en/").body.decode()
    assert ("week.yaml:1:1: error</pre>" in page, "<h1" in page) == (True, True)


def test_a_page_runs_no_code_of_its_own_text(preview: Preview) -> None:
    page = ask(preview, "/en/").body.decode()
    policy = unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[0])
    assert ("script-src 'self';" in policy, "unsafe" in policy) == (True, False)
    assert re.findall(r"<script(?![^>]* src=)[^>]*>|<style|\son\w+=|\sstyle=", page.partition("<body")[2]) == []


def listened(preview: Preview) -> str:
    """Where a page that was just loaded asks for changes."""
    page = ask(preview, "/en/").body.decode()
    return "/_preview/changes?reading=" + quote(unescape(re.findall(r'data-reading="([^"]+)"', page)[0]))


def events(preview: Preview, address: str) -> AsyncIterator[bytes]:
    path, _, query = address.partition("?")
    body = preview.respond(Request("GET", path, query, {})).body
    assert isinstance(body, AsyncIterator)
    return body


def test_a_page_that_is_open_hears_of_the_next_reading(preview: Preview) -> None:
    address = listened(preview)

    async def hear() -> bytes:
        stream = events(preview, address)
        await anext(stream)
        told = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)
        assert not told.done()
        preview.changed(reading(1))
        return await told

    assert asyncio.run(hear()) == b"data: changed\n\n"
    assert listened(preview) != address


def test_what_was_saved_between_a_page_and_its_first_question_is_told_at_once(preview: Preview) -> None:
    address = listened(preview)
    preview.changed(reading(1))
    assert ask(preview, address).body == b": open\n\ndata: changed\n\n"


@pytest.mark.parametrize("query", ["", "?reading=", "?reading=2020-01-01T00%3A00%3A00%2B00%3A00", "?reading=%00"])
def test_a_page_of_another_run_is_told_at_once(preview: Preview, query: str) -> None:
    assert ask(preview, f"/_preview/changes{query}").body.endswith(b"data: changed\n\n")


def test_a_drawing_of_the_week_has_no_part_in_the_preview(preview: Preview) -> None:
    assert ask(preview, "/media/map.svg").headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_a_preview_shows_the_picture_for_links_as_a_build_has_it(preview: Preview) -> None:
    answer = ask(preview, "/en/preview.png")
    assert (answer.status, answer.headers["content-type"], answer.body[:4]) == (200, "image/png", b"\x89PNG")

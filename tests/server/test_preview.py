"""A preview answers the person who edits, and nobody else: what it refuses, and how it shows what is wrong."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.server.asking import ask
from tests.site.reading import PARTS
from tests.week.building import week

from kakehashi.findings import Finding
from kakehashi.server import Preview, Reading
from kakehashi.site import site_of
from kakehashi.week import Visibility, for_audience


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose `media/` holds a file of its own and a link to what the office knows."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "logo.png").write_bytes(b"drawing")
    (tmp_path / "private.yaml").write_text("secret")
    (tmp_path / "media" / "link.png").symlink_to("../private.yaml")
    return tmp_path


@pytest.fixture
def preview(folder: Path) -> Preview:
    """The preview of a week that names both."""
    logos = [{"file": name, "alt": {"en": name}} for name in ("logo.png", "link.png")]
    site = site_of(for_audience(week(**PARTS | {"logos": logos}), Visibility.PUBLIC, datetime(2021, 9, 1, tzinfo=UTC)))
    return Preview(folder, Reading(site, (Finding("x"),)), lambda _: "</pre><script>alert(1)</script>", "lab.example")


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
    assert '<pre class="preview-findings" role="alert">&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;</pre>' in page

"""What readers are answered where there is no page, or no longer, and while releases come and go."""

import hashlib
import json
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tests.server.asking import ask
from tests.server.releasing import STYLE, WEEK, get, page, pages, publish

from kakehashi.releases import Store
from kakehashi.releases.manifest import manifest_bytes
from kakehashi.server import Hosting, Releases

RECORD_OF_WITHDRAWAL = json.dumps(
    {"week": WEEK, "languages": ["ja", "en"], "withdrawals": [{"number": 1, "instant": "2021-10-01T00:00:00Z"}]}
).encode()


# What is not there


def test_a_missing_page_is_answered_with_the_release_s_own(site: Releases) -> None:
    answer = get(site, "en/none/", accept_encoding="br", if_none_match="*")
    assert (answer.status, answer.body) == (404, page("none"))
    assert "etag" not in answer.headers


def test_the_links_of_a_missing_page_lead_back_from_where_the_reader_stands(tmp_path: Path) -> None:
    lost = b'<link rel="icon" href="/events/assets/i.svg"><a href="/events/en/index.html">'
    publish(tmp_path, {**pages(), "en/404.html": lost})
    body = get(Releases(Hosting(tmp_path)), "en/none/deep/").body
    assert body == b'<link rel="icon" href="../../../assets/i.svg"><a href="../../../en/index.html">'


def test_a_missing_page_is_answered_in_the_language_of_its_address(data: Path, tmp_path: Path) -> None:
    publish(tmp_path, {**pages(), "404.html": b"both", "ja/404.html": "無".encode(), "en/404.html": b"none"})
    site = Releases(Hosting(tmp_path))
    assert get(site, "ja/none/", accept_language="en").body == "無".encode()
    assert get(site, "none/", accept_language="en").body == b"none"
    assert get(site, "none/", accept_language="ru").body == "無".encode()
    coffee = ask(Releases(Hosting(data)), "/coffee-week/ja/none/deep/", accept_language="en")
    assert (coffee.status, '<html lang="ja">' in coffee.body.decode()) == (404, True)
    assert '<a href="../../../ja/">' in coffee.body.decode()


def test_an_unknown_week_is_answered_in_the_language_of_the_reader(site: Releases) -> None:
    answer = ask(site, "/none/", accept_language="ru")
    assert (answer.status, '<html lang="ru">' in answer.body.decode()) == (404, True)


@pytest.mark.parametrize("path", ["en/items/old/", "en/items/old", "en/items/old/index.html"])
def test_a_page_that_moved_is_elsewhere(site: Releases, path: str) -> None:
    answer = get(site, path)
    assert (answer.status, urljoin(f"/{WEEK}/{path}", answer.headers["location"])) == (301, f"/{WEEK}/en/items/leaf/")


def test_the_pages_that_a_release_has_for_other_hosts_are_in_nobody_s_way(tmp_path: Path) -> None:
    history = json.dumps({"gone": {"items/old/": "items/leaf/", "items/lost/": None}}).encode()
    former = {f"en/items/{name}/index.html": page(name) for name in ("old", "lost")}
    publish(tmp_path, {**pages(), **former, "history.json": history})
    site = Releases(Hosting(tmp_path))
    for path in ("en/items/old", "en/items/old/", "en/items/old/index.html"):
        answer = get(site, path)
        assert (answer.status, urljoin(f"/{WEEK}/{path}", answer.headers["location"])) == (
            301,
            f"/{WEEK}/en/items/leaf/",
        )
    for path in ("en/items/lost/", "en/items/lost/index.html"):
        answer = get(site, path)
        assert (answer.status, answer.body) == (410, page("lost"))
    answer = get(site, "en/items/lost")
    assert (answer.status, urljoin(f"/{WEEK}/en/items/lost", answer.headers["location"])) == (
        301,
        f"/{WEEK}/en/items/lost/",
    )


def test_a_page_that_has_gone_is_said_to_have_gone(site: Releases) -> None:
    assert (get(site, "en/items/lost/").status, get(site, "en/items/none/").status) == (410, 404)


def test_files_of_earlier_releases_are_found_if_their_name_says_their_content(site: Releases) -> None:
    answer = get(site, "assets/old.aaaaaaaaaa.css")
    assert (answer.status, answer.body, "immutable" in answer.headers["cache-control"]) == (200, b"old", True)
    assert get(site, "en/old/").status == 404


# Releases that come and go


def test_a_release_is_seen_by_the_next_request(tmp_path: Path) -> None:
    publish(tmp_path, pages())
    site = Releases(Hosting(tmp_path))
    seen = [get(site, "en/").body]
    publish(tmp_path, {**pages(), "en/index.html": page("more tea")})
    assert [*seen, get(site, "en/").body] == [page("tea"), page("more tea")]


def test_an_answer_that_has_begun_ends_with_the_file_it_began_with(tmp_path: Path) -> None:
    folder = publish(tmp_path, pages())
    site = Releases(Hosting(tmp_path))
    film = pages()["media/film.webm"]

    class Withdrawing(Releases):
        def respond(self, request):  # type: ignore[no-untyped-def]
            response = site.respond(request)
            folder.rename(tmp_path / "withdrawn")
            shutil.rmtree(tmp_path / "withdrawn")
            return response

    assert get(Withdrawing(Hosting(tmp_path)), "media/film.webm").body == film


def test_a_release_that_is_taken_away_is_missing(tmp_path: Path) -> None:
    folder = publish(tmp_path, pages())
    site = Releases(Hosting(tmp_path))
    assert get(site, "en/").status == 200
    shutil.rmtree(folder)
    assert [get(site, path).status for path in ("en/", "", "media/film.webm", STYLE)] == [404] * 4
    shutil.rmtree(tmp_path / "releases")
    assert (get(site, "en/").status, ask(site, "/").status) == (404, 200)


def test_a_file_that_is_taken_out_is_missing(tmp_path: Path) -> None:
    folder = publish(tmp_path, pages())
    site = Releases(Hosting(tmp_path))
    assert get(site, "media/film.webm").status == 200
    (folder / "media").chmod(0o755)
    (folder / "media/film.webm").unlink()
    assert get(site, "media/film.webm").status == 404


def test_readers_of_a_withdrawn_release_are_told_so_at_every_address(tmp_path: Path) -> None:
    store = publish(tmp_path, pages()).parent
    site = Releases(Hosting(tmp_path))
    assert get(site, "", accept_language="ja").status == 302
    notice = {"index.html": b"withdrawn", "404.html": b"withdrawn", "withdrawn.json": RECORD_OF_WITHDRAWAL}
    (store / "withdrawn").mkdir()
    for name, content in notice.items():
        (store / "withdrawn" / name).write_bytes(content)
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in notice.items()}
    (store / "withdrawn" / "SHA256SUMS").write_bytes(manifest_bytes(sums))
    Store(store).show("withdrawn")
    answers = [get(site, path, accept_language="ja") for path in ("", "en/", "en/items/leaf/", "media/film.webm")]
    assert [(answer.status, answer.body) for answer in answers] == [(200, b"withdrawn"), *[(404, b"withdrawn")] * 3]

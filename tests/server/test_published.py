"""What readers of a data folder are answered: pages, copies, ranges, redirects, refusals."""

from pathlib import Path
from urllib.parse import urljoin

import brotli
import pytest
from tests.server.asking import ask
from tests.server.releasing import STYLE, WEEK, get, page, pages, publish

from kakehashi.server import Hosting, Releases
from kakehashi.server.messages import SECURITY_HEADERS, Part, Request, close
from kakehashi.server.sending import LARGE

BROWSER = "gzip, deflate, br"


# Pages and their variants


def test_a_folder_answers_with_its_page(site: Releases) -> None:
    for path in ("en/", "en/index.html"):
        answer = get(site, path)
        assert (answer.status, answer.body) == (200, page("tea"))
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_a_folder_without_its_slash_is_elsewhere(site: Releases) -> None:
    for path, target in ((f"/{WEEK}", f"/{WEEK}/"), (f"/{WEEK}/en/items/leaf", f"/{WEEK}/en/items/leaf/")):
        answer = ask(site, f"{path}?a=b%20c")
        assert (answer.status, urljoin(path, answer.headers["location"])) == (301, f"{target}?a=b%20c")


@pytest.mark.parametrize("path", ["en/", "en/items/old"])
def test_the_answer_to_an_endless_address_is_short(site: Releases, path: str) -> None:
    answer = get(site, path + "/" * 60_000)
    assert (answer.status, "location" in answer.headers) == (404, False)
    assert len(answer.body) < 2_000


def test_a_browser_gets_the_variant_that_it_takes(site: Releases, data: Path) -> None:
    answer = get(site, "en/", accept_encoding=BROWSER)
    assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("br", "accept-encoding")
    assert brotli.decompress(answer.body) == page("tea")
    assert answer.headers["content-length"] == str(len(answer.body))
    gz = data / "releases" / WEEK / "2" / "en" / "index.html.gz"
    assert get(site, "en/", accept_encoding="gzip").body == gz.read_bytes()
    assert "content-encoding" not in get(site, "en/", accept_encoding="zstd").headers


def test_each_variant_has_a_tag_of_its_own(site: Releases) -> None:
    assert len({get(site, "en/", accept_encoding=one).headers["etag"] for one in ("", "gzip", "br")}) == 3


def test_a_variant_asked_for_by_its_name_is_bytes_and_no_page(site: Releases, data: Path) -> None:
    for ending, kind in ((".br", "application/octet-stream"), (".gz", "application/gzip")):
        answer = get(site, f"en/index.html{ending}", accept_encoding=BROWSER)
        assert (answer.headers["content-type"], "content-encoding" in answer.headers) == (kind, False)
        assert answer.body == (data / "releases" / WEEK / "2" / f"en/index.html{ending}").read_bytes()


def test_the_whole_release_can_be_fetched_and_verified(site: Releases, data: Path) -> None:
    folder = data / "releases" / WEEK / "2"
    for path in folder.rglob("*"):
        if path.is_file():
            assert get(site, path.relative_to(folder).as_posix()).body == path.read_bytes()


# Copies and ranges


def test_a_copy_that_is_the_same_is_not_sent_again(site: Releases) -> None:
    known = get(site, "en/", accept_encoding="br").headers
    same = get(site, "en/", accept_encoding="br", if_none_match=f'"x", W/{known["etag"]}')
    assert (same.status, same.body, same.headers["etag"]) == (304, b"", known["etag"])
    assert get(site, "en/", accept_encoding="gzip", if_none_match=known["etag"]).status == 200
    assert get(site, "en/", if_modified_since=known["last-modified"]).status == 304
    assert get(site, "en/", if_modified_since="Tue, 28 Sep 2100 01:00:00 GMT").status == 200
    other = get(site, "en/", if_none_match='"x"', if_modified_since=known["last-modified"])
    assert other.status == 200
    assert get(site, "en/", if_match='"x"').status == 412
    assert get(site, "en/", if_match=get(site, "en/").headers["etag"]).status == 200


def test_a_page_that_did_not_change_is_the_same_copy_in_the_next_release(tmp_path: Path) -> None:
    publish(tmp_path, pages())
    site = Releases(Hosting(tmp_path))
    known = get(site, "en/").headers["etag"]
    publish(tmp_path, {**pages(), "ja/index.html": page("新しい")})
    assert get(site, "en/", if_none_match=known).status == 304


def test_a_part_of_a_film_is_sent_alone(site: Releases) -> None:
    film = pages()["media/film.webm"]
    answer = get(site, "media/film.webm", range="bytes=300-399")
    assert (answer.status, answer.body) == (206, film[300:400])
    assert (answer.headers["content-range"], answer.headers["content-length"]) == (f"bytes 300-399/{len(film)}", "100")
    assert get(site, "media/film.webm", range="bytes=-5").body == film[-5:]
    assert get(site, "media/film.webm", range="bytes=0-1,5-6").body == film
    beyond = get(site, "media/film.webm", range=f"bytes={len(film)}-")
    assert (beyond.status, beyond.headers["content-range"]) == (416, f"bytes */{len(film)}")


def test_a_film_stays_open_only_for_a_part_that_is_large(site: Releases) -> None:
    stays = {}
    for last in (299, LARGE - 1, LARGE):
        response = site.respond(Request("GET", f"/{WEEK}/media/film.webm", "", {"range": f"bytes=1-{last}"}))
        stays[last] = isinstance(response.body, Part)
        close(response)
    assert stays == {299: False, LARGE - 1: False, LARGE: True}


def test_a_part_of_another_film_is_sent_whole(site: Releases) -> None:
    film = get(site, "media/film.webm")
    kept = film.headers["etag"]
    assert get(site, "media/film.webm", range="bytes=0-1", if_range=kept).status == 206
    for other in ('"x"', f"W/{kept}", film.headers["last-modified"]):
        assert get(site, "media/film.webm", range="bytes=0-1", if_range=other).body == film.body


def test_a_range_of_a_compressed_page_is_of_what_is_sent(site: Releases) -> None:
    whole = get(site, "en/", accept_encoding="br").body
    assert get(site, "en/", accept_encoding="br", range="bytes=3-9").body == whole[3:10]


@pytest.mark.parametrize("path", ["en/", "media/film.webm", "en/none/", ""])
def test_head_is_answered_like_get_without_the_content(site: Releases, path: str) -> None:
    whole, head = get(site, path), ask(site, f"/{WEEK}/{path}", method="HEAD")
    assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_nothing_but_reading_is_answered(site: Releases, method: str) -> None:
    answer = ask(site, f"/{WEEK}/en/", method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


# Languages


@pytest.mark.parametrize(("header", "target"), [("ja-JP", "ja"), ("en;q=0.1, ja;q=0.9", "ja"), ("de, en;q=0.1", "en")])
def test_a_reader_is_sent_to_a_language(site: Releases, header: str, target: str) -> None:
    answer = get(site, "", accept_language=header)
    assert (answer.status, answer.headers["location"]) == (302, f"./{target}/")
    assert (answer.headers["vary"], "set-cookie" in answer.headers) == ("accept-language", False)


@pytest.mark.parametrize("header", ["de", "", "*"])
def test_a_reader_of_other_languages_chooses(site: Releases, header: str) -> None:
    answer = get(site, "", accept_language=header)
    assert (answer.status, answer.body) == (200, page("choose"))
    assert answer.headers["vary"] == "accept-encoding, accept-language"


def test_the_page_that_offers_the_languages_can_be_asked_for(site: Releases) -> None:
    assert get(site, "index.html", accept_language="ja").body == page("choose")


def test_the_weeks_are_listed_in_the_language_of_the_reader(site: Releases) -> None:
    answer = ask(site, "/", accept_language="ja")
    assert (answer.status, answer.headers["vary"]) == (200, "accept-language")
    assert '<html lang="ja">' in answer.body.decode()
    assert f'<a href="{WEEK}/" lang="ja">茶</a>' in answer.body.decode()
    assert "A week of &lt;tea&gt;" in ask(site, "/", accept_language="fr").body.decode()


def test_without_a_week_the_list_says_so(tmp_path: Path) -> None:
    assert "Nothing has been published here yet." in ask(Releases(Hosting(tmp_path)), "/").body.decode()


# Headers


def test_what_has_its_content_in_its_name_is_kept_and_the_rest_is_asked_for_again(site: Releases) -> None:
    assert get(site, STYLE).headers["cache-control"] == "public, max-age=31536000, immutable"
    for path in ("en/", "week.json", "media/map.svg", "release.json"):
        assert get(site, path).headers["cache-control"] == "no-cache"


def test_data_may_be_read_by_the_pages_of_others(site: Releases) -> None:
    for path, allowed in (("week.json", "*"), ("changes.atom", "*"), ("en/", None), ("media/map.svg", None)):
        assert get(site, path).headers.get("access-control-allow-origin") == allowed


def test_every_page_says_what_it_may_do(site: Releases) -> None:
    policies = {path: get(site, path).headers["content-security-policy"] for path in ("en/", "en/search/", STYLE)}
    assert {path: "'wasm-unsafe-eval'" in policy for path, policy in policies.items()} == {
        "en/": False,
        "en/search/": True,
        STYLE: False,
    }
    assert all(policy.endswith("frame-ancestors 'none'") for policy in policies.values())
    assert get(site, "media/map.svg").headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_pages_to_be_framed_are_framed_by_those_who_may(data: Path) -> None:
    def framers(*origins: str, path: str = "embed/en/") -> str:
        site = Releases(Hosting(data, framers=origins))
        return get(site, path).headers["content-security-policy"].rpartition("frame-ancestors ")[2]

    assert framers() == "'self'"
    assert (
        framers("https://www.example.ac.jp", "https://a.example")
        == "'self' https://www.example.ac.jp https://a.example"
    )
    assert framers("https://www.example.ac.jp", path="en/") == "'none'"


@pytest.mark.parametrize("path", ["/", "/healthz", "/none", f"/{WEEK}", f"/{WEEK}/", f"/{WEEK}/en/", f"/{WEEK}/none"])
def test_every_answer_tells_the_browser_to_be_careful(site: Releases, path: str) -> None:
    answer = ask(site, path, accept_language="ja")
    assert dict(SECURITY_HEADERS).items() <= answer.headers.items()


# The server's own state


def test_a_server_tells_that_it_lives_and_that_it_is_ready(site: Releases, tmp_path: Path) -> None:
    assert [ask(site, path).status for path in ("/healthz", "/readyz")] == [200, 200]
    empty = Releases(Hosting(tmp_path))
    assert [ask(empty, path).status for path in ("/healthz", "/readyz")] == [200, 503]
    folder = publish(tmp_path, pages())
    assert ask(empty, "/readyz").status == 200
    folder.chmod(0o755)
    (folder / "index.html").unlink()
    assert ask(empty, "/readyz").status == 503


def test_releases_are_served_under_the_names_of_the_host_alone(data: Path) -> None:
    site = Releases(Hosting(data, hosts=frozenset({"week.example"})))
    status = {
        host: ask(site, f"/{WEEK}/en/", host=host).status for host in ("week.example:80", "Week.Example", "x", "[")
    }
    assert status == {"week.example:80": 200, "Week.Example": 200, "x": 421, "[": 421}
    assert ask(site, "/healthz", host="10.0.0.1").status == 200


def test_what_a_proxy_may_have_added_is_not_believed(data: Path) -> None:
    site = Releases(Hosting(data, hosts=frozenset({"week.example"})))
    forged = {"x_forwarded_host": "week.example", "x_forwarded_proto": "https", "forwarded": "host=week.example"}
    assert ask(site, f"/{WEEK}/", host="x", **forged).status == 421
    answer = ask(site, f"/{WEEK}/", host="week.example", x_forwarded_host="evil.example", accept_language="ja")
    assert answer.headers["location"] == "./ja/"

"""A folder over HTTP: what is answered, and what never is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.server.asking import ask

from kakehashi.server import Files
from kakehashi.server.files import file_response
from kakehashi.server.messages import Request


@pytest.fixture
def served(tmp_path: Path) -> Files:
    site = tmp_path / "site"
    (site / "ja").mkdir(parents=True)
    (site / "ja" / "index.html").write_text("<p>こんにちは", encoding="utf-8")
    (site / "clip.webm").write_bytes(bytes(range(100)))
    (tmp_path / "secret.txt").write_text("secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "ja" / "up").symlink_to(tmp_path)
    (site / "round").symlink_to("round")
    return Files(site)


def test_a_folder_answers_with_its_index(served: Files) -> None:
    answer = ask(served, "/ja/")
    assert (answer.status, answer.body.decode()) == (200, "<p>こんにちは")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_folder_asked_for_without_its_slash_is_redirected_to_it(served: Files) -> None:
    answer = ask(served, "/ja?view=list")
    assert (answer.status, answer.headers["location"]) == (301, "/ja/?view=list")


@pytest.mark.parametrize("path", ["/ja/empty", "/ja/empty/"])
def test_a_folder_without_an_index_is_no_page(served: Files, path: str) -> None:
    (served.root / "ja" / "empty").mkdir()
    assert ask(served, path).status == 404


def test_a_redirect_never_names_another_host(served: Files) -> None:
    assert ask(served, "//ja").headers["location"] == "/ja/"


def test_a_redirect_holds_no_line_of_the_askers_own(served: Files) -> None:
    answer = ask(served, "/ja?a=\r\nset-cookie: b=%20c")
    assert answer.headers["location"] == "/ja/?a=%0D%0Aset-cookie:%20b=%20c"


def test_a_file_that_has_gone_in_the_meantime_is_missing(served: Files) -> None:
    request = Request("GET", "/clip.webm", "", {})
    assert file_response(served.root / "gone.webm", request).status == 404


def test_someone_who_asks_for_the_root_is_sent_to_the_start(tmp_path: Path) -> None:
    answer = ask(Files(tmp_path, start="/week/"), "/")
    assert (answer.status, answer.headers["location"]) == (302, "/week/")


def test_a_missing_page_is_said_to_be_missing(served: Files) -> None:
    assert ask(served, "/ru/").status == 404


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/link.txt", "/ja/up/secret.txt", "/ja\\..\\..\\secret.txt", "/\0", "/round", "/round/ja/"],
)
def test_no_path_leaves_the_folder(served: Files, path: str) -> None:
    assert ask(served, path).status == 404


@given(st.text(alphabet=st.sampled_from("./\\%2eja0\0:~ secrt.x") | st.characters(), max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_path_is_answered_from_the_folder_or_not_at_all(served: Files, path: str) -> None:
    found = served.find("/" + path)
    assert found is None or found.is_relative_to(served.root)


def test_a_reader_with_the_same_copy_is_sent_nothing(served: Files) -> None:
    tag = ask(served, "/clip.webm").headers["etag"]
    answer = ask(served, "/clip.webm", if_none_match=f'"other", W/{tag}')
    assert (answer.status, answer.body) == (304, b"")


def test_a_changed_file_has_another_tag(served: Files) -> None:
    before = ask(served, "/clip.webm").headers["etag"]
    (served.root / "clip.webm").write_bytes(b"other and longer" * 9)
    assert ask(served, "/clip.webm").headers["etag"] != before


@pytest.mark.parametrize(
    ("asked", "sent", "told"),
    [
        ("bytes=10-19", bytes(range(10, 20)), "bytes 10-19/100"),
        ("bytes=90-", bytes(range(90, 100)), "bytes 90-99/100"),
        ("bytes=-5", bytes(range(95, 100)), "bytes 95-99/100"),
        ("bytes=95-500", bytes(range(95, 100)), "bytes 95-99/100"),
    ],
)
def test_a_player_gets_the_part_of_a_recording_that_it_asks_for(
    served: Files, asked: str, sent: bytes, told: str
) -> None:
    answer = ask(served, "/clip.webm", range=asked)
    assert (answer.status, answer.body, answer.headers["content-range"]) == (206, sent, told)
    assert answer.headers["content-length"] == str(len(sent))


def test_a_part_beyond_the_end_is_refused_with_the_length(served: Files) -> None:
    answer = ask(served, "/clip.webm", range="bytes=100-")
    assert (answer.status, answer.headers["content-range"]) == (416, "bytes */100")


@pytest.mark.parametrize("odd", ["bytes=5-2", "lines=1-2", "bytes=1-2,5-6", "bytes=-", "bytes=0-" + "9" * 5000])
def test_a_range_that_we_do_not_serve_gets_the_whole_file(served: Files, odd: str) -> None:
    answer = ask(served, "/clip.webm", range=odd)
    assert (answer.status, len(answer.body)) == (200, 100)


def test_head_tells_the_length_and_sends_no_body(served: Files) -> None:
    answer = ask(served, "/clip.webm", method="HEAD")
    assert (answer.status, answer.headers["content-length"], answer.body) == (200, "100", b"")


def test_nothing_can_be_written(served: Files) -> None:
    answer = ask(served, "/clip.webm", method="POST")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


SANDBOX = "content-security-policy"


@pytest.fixture
def build(tmp_path: Path) -> Files:
    """A build, with what partners sent below `media/`, and an item whose slug is `media`."""
    for name in ("media/a.svg", "media/talks/b.html", "media/c.xhtml", "media/d.xml", "media/e.png", "media/f.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<svg/>")
    for page in ("index.html", "assets/kakehashi.svg", "ja/items/media/index.html"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("<p>")
    return Files(tmp_path)


@pytest.mark.parametrize("path", ["media/a.svg", "media/talks/b.html", "media/c.xhtml", "media/d.xml"])
def test_a_file_of_a_partner_in_which_scripts_could_run_is_answered_in_a_sandbox(build: Files, path: str) -> None:
    assert ask(build, f"/{path}").headers[SANDBOX].startswith("sandbox; default-src 'none'")
    assert SANDBOX in ask(Files(build.root.parent), f"/{build.root.name}/{path}").headers


@pytest.mark.parametrize("path", ["media/e.png", "media/f.pdf", "", "ja/items/media/"])
def test_pages_and_pictures_need_no_sandbox(build: Files, path: str) -> None:
    answer = ask(build, f"/{path}")
    assert (answer.status, SANDBOX in answer.headers) == (200, False)


def test_a_part_of_an_active_file_and_its_unchanged_copy_are_sandboxed_too(build: Files) -> None:
    whole = ask(build, "/media/a.svg")
    part, same = (
        ask(build, "/media/a.svg", **asked)
        for asked in ({"range": "bytes=1-3"}, {"if_none_match": whole.headers["etag"]})
    )
    assert [(answer.status, SANDBOX in answer.headers) for answer in (part, same)] == [(206, True), (304, True)]


def test_a_build_answers_under_any_name(build: Files) -> None:
    assert ask(build, "/", host="week.example").status == 200

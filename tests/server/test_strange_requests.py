"""Ten thousand requests that no browser sends: none is answered with an error of ours or with a file from outside."""

import random
from collections import Counter
from pathlib import Path

import pytest
from tests.server.releasing import STYLE, WEEK, pages, publish
from tests.server.strange import SECRET, strange_headers, strange_path

from kakehashi.server import Hosting, Releases
from kakehashi.server.messages import Request, Response

NUMBER = 10_000


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases, and secrets in every place near them where a path might lead."""
    outside = tmp_path_factory.mktemp("outside")
    data = outside / "data"
    earlier = {"en/earlier/index.html": SECRET, "secret.txt": SECRET}
    publish(data, {**pages(), **earlier, "assets/old.aaaaaaaaaa.css": b"old"})
    files = {path: content for path, content in pages().items() if not path.endswith("webm")}
    folder = publish(data, {**files, "link.html": b"x" * 2_000, "en/link/index.html": b"x"})
    store = folder.parent
    for place in ("keys/release.pem", ".state/index.html", ".aside-1@host/index.html", ".lock", "withdrawn.json"):
        path = (data if place.startswith("keys") else store) / place
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(SECRET)
    (outside / "passwd").write_bytes(SECRET)
    folder.chmod(0o755)
    (folder / "unlisted.html").write_bytes(SECRET)
    (folder / "linked").symlink_to(outside)
    (folder / "link.html").unlink()
    (folder / "link.html").symlink_to(outside / "passwd")
    return data


def answered(site: Releases, request: Request) -> Response:
    response = site.respond(request)
    for name, value in response.headers.items():
        assert not set(name + value) & {"\0", "\r", "\n"}, (request, name, value)
        (name + value).encode("latin-1")
    return response


def test_no_strange_request_is_an_error_of_ours_or_leads_outside(data: Path) -> None:
    chance = random.Random(4)
    site = Releases(Hosting(data))
    known = [WEEK, "en", "ja", "en/items", "leaf", *pages(), *pages(), STYLE + ".br", "release.json", "SHA256SUMS"]
    statuses: Counter[int] = Counter()
    for _ in range(NUMBER):
        path = strange_path(chance, known)
        path = f"/{WEEK}/{path.lstrip('/')}" if chance.random() < 0.5 else path
        method = chance.choice(("GET", "GET", "GET", "HEAD", "POST", "", "get", "\0"))
        request = Request(method, path, strange_path(chance, known), strange_headers(chance))
        response = answered(site, request)
        statuses[response.status] += 1
        assert response.status < 500, request
        assert isinstance(response.body, (list, tuple))
        assert SECRET not in b"".join(response.body), request
    # They reached what they were to reach, and were not all turned away at the door.
    assert {200, 206, 301, 304, 404, 405, 412, 416} <= statuses.keys()


@pytest.mark.parametrize(
    "path",
    [
        *("link.html", "linked/passwd", "unlisted.html", "linked/data/keys/release.pem", "secret.txt", "en/earlier/"),
        *("../.state/index.html", "../.lock", "../withdrawn.json", "../../../keys/release.pem", "..%2F.lock"),
        *("assets/../../1/secret.txt", "assets/../secret.aaaaaaaaaa.txt", "../1/en/earlier/index.html"),
    ],
)
def test_no_path_leads_to_a_secret(data: Path, path: str) -> None:
    response = answered(Releases(Hosting(data)), Request("GET", f"/{WEEK}/{path}", "", {}))
    assert (response.status, SECRET in b"".join(response.body)) == (404, False)  # type: ignore[arg-type]

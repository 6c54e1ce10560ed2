"""A release on the hosts that universities have: files as they are, links alive, told as `kakehashi serve` tells."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.deploy.asking import VARIANTS, ask, files, links, target
from tests.deploy.conftest import CONFIGURED, Host
from tests.deploy.hosts import BELOW, apache, nginx

TOLD = (
    "content-type",
    "content-security-policy",
    "cache-control",
    "access-control-allow-origin",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "permissions-policy",
)
ALIKE = {"application/javascript": "text/javascript", "text/xml": "application/xml"}
BINARY = re.compile(r"|application/(octet-stream|x-.*)")


@pytest.mark.parametrize("codings", ["identity", "gzip", "gzip, br"])
def test_every_file_arrives_as_it_is_in_whatever_coding(host: str, released: Path, codings: str) -> None:
    answers = ask(host, files(released), Accept_Encoding=codings, Accept_Language="br, fr")
    assert [a.path for a in answers if (a.status, a.content) != (200, (released / a.path).read_bytes())] == []


@pytest.mark.parametrize(
    ("host", "codings", "taken"),
    [("nginx", "gzip, br", "gzip"), ("apache", "gzip", "gzip"), ("apache", "br, gzip", "br"), ("apache", "", None)],
    indirect=["host"],
)
def test_what_was_compressed_in_advance_is_sent_so(host: str, released: Path, codings: str, taken: str | None) -> None:
    paths = [path for path in files(released) if (released / f"{path}.gz").exists()]
    answers = ask(host, paths, Accept_Encoding=codings)
    assert {answer.headers.get("content-encoding") for answer in answers} == {taken}
    packed = {"gzip": ".gz", "br": ".br", None: ""}[taken]
    assert [a.path for a in answers if a.body != (released / f"{a.path}{packed}").read_bytes()] == []


def told(headers: Mapping[str, str]) -> dict[str, str | None]:
    """What the headers say, in one spelling."""
    kind, _, charset = headers.get("content-type", "").partition(";")
    spelt = "" if BINARY.fullmatch(kind) else f"{ALIKE.get(kind, kind)};{charset}"
    return {name: headers.get(name) for name in TOLD} | {"content-type": spelt}


@CONFIGURED
def test_the_samples_tell_what_kakehashi_serve_tells(host: str, served: str, released: Path) -> None:
    own = ask(f"{served}/{released.parent.name}/", files(released))
    differing = []
    for answer, ours in zip(ask(host, files(released)), own, strict=True):
        said, wanted = told(answer.headers), told(ours.headers)
        differing += [(answer.path, name, said[name], wanted[name]) for name in TOLD if said[name] != wanted[name]]
    assert differing == []


def test_every_link_of_every_page_leads_somewhere(host: str, released: Path) -> None:
    pages = [path for path in files(released) if path.endswith(".html")]
    found = {
        (page, link if link.startswith("/") else target(page, link))
        for page in pages
        for link in links((released / page).read_bytes())
    }
    assert len(found) > 10_000
    paths = sorted({path for _, path in found})
    missing = {answer.path for answer in ask(host, paths) if answer.status != 200}
    assert [(page, path) for page, path in sorted(found) if path in missing] == []
    # What lies there for the way is no page that anybody is led to.
    assert [path for path in paths if path.endswith(VARIANTS)] == []


def test_a_folder_is_its_page_with_or_without_the_slash(host: str) -> None:
    paths = ["en/", "ja/timetable/", "en/search/?q=tea", "embed/ru/", ""]
    assert [answer.status for answer in ask(host, paths)] == [200] * len(paths)
    (moved, top) = ask(host, ["ja/timetable", BELOW.rstrip("/")])
    assert (moved.status, top.status) == (301, 301)
    assert moved.headers["location"].endswith(f"{BELOW}ja/timetable/")
    assert top.headers["location"].endswith(BELOW)


def test_nothing_is_there_at_other_addresses(host: str) -> None:
    paths = ["en/nothing/", "nothing/at/all", "../secret", "%2e%2e/%2e%2e/secret", "..%2fsecret", ".git/x"]
    assert [answer for answer in ask(host, paths) if answer.status not in (400, 403, 404)] == []


@CONFIGURED
def test_who_comes_to_a_wrong_address_gets_the_page_for_it_in_the_language_of_the_address(
    host: str, released: Path
) -> None:
    pages = {"en/nothing/": "en/404.html", "nothing": "404.html", "ja/items/none/index.html": "ja/404.html"}
    answers = ask(host, list(pages))
    assert [(answer.status, answer.content) for answer in answers] == [
        (404, (released / page).read_bytes()) for page in pages.values()
    ]
    assert [told(answer.headers) for answer in answers] == [
        told(answer.headers) for answer in ask(host, list(pages.values()))
    ]


@pytest.mark.parametrize("serving", [nginx, apache])
def test_while_a_release_is_withdrawn_every_address_shows_the_notice(web: Path, serving: Host) -> None:
    root = web / f"withdrawn-{serving.__name__}"
    (root / "current").mkdir(parents=True)
    for name in ("index.html", "404.html"):
        (root / "current" / name).write_bytes(b"<!doctype html><title>Withdrawn</title>")
    paths = ["", "en/", "ja/items/keynote/index.html", "embed/en/", "week.json"]
    with serving(root) as address:
        answers = ask(f"{address}{BELOW}", paths)
    assert [answer.status for answer in answers] == [200, 404, 404, 404, 404]
    assert {answer.content for answer in answers} == {b"<!doctype html><title>Withdrawn</title>"}

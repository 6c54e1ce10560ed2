"""What is seen of a page before it is published: broken HTML, ids, and where its links lead."""

import pytest

from kakehashi.publishing.inspecting import inspected

PAGE = "ja/items/keynote/index.html"


def page(body: str) -> bytes:
    return f'<!doctype html>\n<html lang="ja"><body>{body}</body></html>'.encode()


@pytest.mark.parametrize(
    "body",
    [
        "<p>a <b>bold</p></b>",
        "<p>never closed",
        "closed twice</p>",
        "5 < 6",
        '<p class="a>tea</p>',
        "<p class=bare>tea</p>",
        '<p id="tea">a</p><p id="tea">b</p>',
        '<svg><path d="M0"></svg>',
    ],
)
def test_what_parsers_would_read_in_several_ways_is_a_fault(body: str) -> None:
    assert inspected(PAGE, page(body)).faults


@pytest.mark.parametrize(
    "body",
    [
        '<p>a<br>b <img src="a.png" alt=""> &lt; <svg><path d="M0"/></svg></p>',
        '<script src="a.js" defer></script><input type="text" hidden>',
        '<script type="application/ld+json">{"a": "5 < 6 </p>"}</script>',
        '<!-- 5 < 6 --><p title="it\'s 5 > 4">tea</p>',
    ],
)
def test_a_sound_page_has_no_fault(body: str) -> None:
    assert inspected(PAGE, page(body)).faults == ()


def test_links_are_told_by_the_file_and_the_place_that_they_lead_to() -> None:
    links = (
        '<a href="../../people/index.html#ada">A</a><a href="#speaker">B</a><a href="../tea/">C</a>'
        '<img src="../../../media/a%20b.png" alt=""><a href="https://example.org/">D</a>'
        '<a href="mailto:a@b.example">E</a>'
        '<a href="index.html?a=1&amp;b=2">F</a><a href="//example.org/x">G</a><a href="">H</a>'
    )
    assert inspected(PAGE, page(links)).links == {
        "ja/people/index.html#ada",
        f"{PAGE}#speaker",
        "ja/items/tea/index.html",
        "media/a b.png",
        PAGE,
    }


def test_ids_are_those_of_the_page_as_a_browser_reads_them() -> None:
    assert inspected(PAGE, page('<p id="tea&amp;cake"></p><p data-id="x"></p>')).ids == {"tea&cake"}

"""Rich text is what its author meant and nothing that could hurt a reader."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.site.prose import plain, prose

HARMLESS = {"a", "p", "br", "em", "strong", "s", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "h5", "hr"}
HARMLESS |= {"table", "thead", "tbody", "tr", "th", "td", "html", "head", "body"}


def test_paragraphs_emphasis_and_links_are_kept() -> None:
    assert prose("One *word*.\n\n[Two](https://example.org/)") == (
        '<p>One <em>word</em>.</p>\n<p><a href="https://example.org/" rel="noopener">Two</a></p>\n'
    )


def test_headings_begin_below_those_of_the_page() -> None:
    assert prose("# Top\n\n## Next\n\n#### Deep") == "<h3>Top</h3>\n<h3>Next</h3>\n<h4>Deep</h4>\n"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "![x](https://example.org/track.gif)",
        '<a href="https://example.org" onclick="x()" hx-get="/x" style="position:fixed">x</a>',
        "<iframe src=//example.org></iframe>",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
    ],
)
def test_markup_and_odd_schemes_of_strangers_do_nothing(hostile: str) -> None:
    tree = html5lib.parse(prose(hostile), namespaceHTMLElements=False)
    assert {element.tag for element in tree.iter()} <= HARMLESS
    hrefs = [element.get("href", "") for element in tree.iter("a")]
    assert all(href.startswith(("http://", "https://")) or not href for href in hrefs)


@given(st.text(alphabet=st.sampled_from("<>&\"'`*_[]()!#-\n :/jsx") | st.characters(codec="utf-8"), max_size=200))
def test_no_text_at_all_makes_other_elements_or_attributes(source: str) -> None:
    tree = html5lib.parse(prose(source), namespaceHTMLElements=False)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= HARMLESS
    assert {name for element in tree.iter() for name in element.attrib} <= {"href", "rel", "start"}


def test_a_description_is_one_plain_line_of_the_length_asked_for() -> None:
    assert plain("# Tea & *cake*\n\nfor all", 100) == "Tea & cake for all"
    assert plain("abcdefghij", 5) == "abcd…"


def test_markup_that_someone_types_is_shown_as_they_typed_it() -> None:
    assert prose("a <strong>word</strong>") == "<p>a &lt;strong&gt;word&lt;/strong&gt;</p>\n"

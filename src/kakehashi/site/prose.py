"""Rich text: Markdown as people write it, HTML that cannot hurt."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import nh3
from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_TAGS = {
    "p", "br", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "h5", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


@cache
def _parser() -> "MarkdownIt":
    # Loaded when used: of a site that is made in part, few pages have prose.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    # Raw HTML stays text: authors are strangers to one another, staff of another institution included.
    # Bare addresses stay text too: what looks like one in a sentence is not always meant as a link.
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])


# A page needs the HTML of its text and twice its beginning as plain words.
@lru_cache(maxsize=64)
def _rendered(source: str) -> str:
    return str(_parser().render(source))


@lru_cache(maxsize=64)
def _words(source: str) -> str:
    return Markup(" ".join(nh3.clean(_rendered(source), tags=set()).split())).unescape()


def prose(source: str) -> Markup:
    """The HTML of a Markdown text (CommonMark with tables and strikethrough) that can hurt nobody.

    Headings begin at the third level; images and links of other schemes than `http` and `https` are dropped, raw HTML
    is shown as it was typed. Equal texts give equal bytes.

    >>> prose("# Tea\\n\\nfor *all* <b>")
    Markup('<h3>Tea</h3>\\n<p>for <em>all</em> &lt;b&gt;</p>\\n')
    """
    html = _rendered(source)
    # The first two levels are the page's own.
    for level in (2, 1):
        html = html.replace(f"<h{level}>", "<h3>").replace(f"</h{level}>", "</h3>")
    return Markup(
        nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href"}, "ol": {"start"}},
            url_schemes={"http", "https"},
            link_rel="noopener",
        )
    )


def plain(source: str, length: int) -> str:
    """The beginning of a Markdown text as one plain line of at most `length` characters, for descriptions.

    >>> plain("One *cup* of tea, and\\nanother", 18)
    'One cup of tea, a…'
    """
    text = _words(source)
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"

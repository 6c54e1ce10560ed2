"""Rich text: Markdown as people write it, HTML that cannot hurt."""

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_TAGS = {
    "p", "br", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "h5", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


@cache
def _parser() -> MarkdownIt:
    # Raw HTML stays text: authors are strangers to one another, staff of another institution included.
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])


def prose(source: str) -> Markup:
    """The HTML of a Markdown text. Headings begin at the third level; images, raw HTML and odd schemes are dropped."""
    html = _parser().render(source)
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
    """The beginning of a Markdown text as one plain line of at most `length` characters, for descriptions."""
    words = " ".join(nh3.clean(_parser().render(source), tags=set()).split())
    text = Markup(words).unescape()
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"

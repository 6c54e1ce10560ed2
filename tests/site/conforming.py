"""What a strict parser does not ask: which element may stand in which, have which role, and name which other.

Content models and ARIA roles as in the WHATWG's HTML and the W3C's ARIA in HTML, as far as our templates use them.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

# fmt: off
BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table",
    "ul",
}
PHRASING_ALONE = {
    "button", "em", "h1", "h2", "h3", "h4", "h5", "h6", "label", "option", "p", "pre", "q", "small", "span", "strong",
    "time",
}
# fmt: on
"""Elements in which no block may stand, however deep."""

CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "colgroup": {"col"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"td", "th"},
    "select": {"option", "optgroup"},
}
"""What alone may stand directly in these."""

INTERACTIVE = frozenset({"a", "button", "select", "input", "textarea", "label", "details"})
ROLES = {"svg": {"img", "document", "presentation", "none"}, "g": {"img", "presentation", "none"}}
"""Roles that drawings may have: a `group` is none of them."""

REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DATETIME = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?)?)?|PT\d+[MS]")


def faults(tree: Element) -> Iterator[str]:
    """Every breach of these rules on a page."""
    names = {name for element in tree.iter() if (name := element.get("id"))}
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from misplaced(element)
            yield from misnamed(element, names)


def misplaced(element: Element) -> Iterator[str]:
    """Elements that stand in this one and may not."""
    tag = local(element)
    allowed = CHILDREN.get(tag)
    if allowed is not None:
        yield from (f"<{local(child)}> in <{tag}>" for child in element if local(child) not in allowed)
    inner = [local(below) for below in element.iter() if below is not element]
    if tag in PHRASING_ALONE:
        yield from (f"<{below}> below <{tag}>" for below in inner if below in BLOCKS)
    if tag in ("a", "button"):
        yield from (f"<{below}> below <{tag}>" for below in inner if below in INTERACTIVE)


def misnamed(element: Element, names: set[str]) -> Iterator[str]:
    """Roles, references, languages and times of this element that are none."""
    tag, role = local(element), element.get("role")
    if tag in ROLES and role is not None and role not in ROLES[tag]:
        yield f"role {role} of <{tag}>"
    for attribute in REFERRING:
        yield from (f"{attribute}={name}" for name in (element.get(attribute) or "").split() if name not in names)
    if tag == "img" and element.get("alt") is None:
        yield "<img> without alt"
    if not TAG.fullmatch(element.get("lang", "en")):
        yield f"lang={element.get('lang')}"
    if tag == "time" and not DATETIME.fullmatch(element.get("datetime", "2021")):
        yield f"datetime={element.get('datetime')}"


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""

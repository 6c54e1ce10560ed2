"""No page holds a character that HTML forbids, and every other one arrives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.site.reading import a_site

from kakehashi.site import Address, Kind
from kakehashi.site.rendering import render

FORBIDDEN = "\x01\x08\x0b\x0e\x1f\x7f\x80\x85\x9f\ufdd0\ufdef\ufffe\uffff\U0001fffe\U000fffff\U0010ffff"
"""Both ends of each stretch (WHATWG HTML, 13.2.3.5)."""

# Their bytes in UTF-8 begin or end as those of forbidden characters do.
ALIKE = "\xa0«\ucffe\ucfff\ufdcf\ufdf2\uffbd\U0001f3bf\U00020ffe"


def page_with(text: str) -> str:
    """The page of an item of this name."""
    site = a_site(items={"leaves": {"kind": "talk", "title": {"en": f"On {text} leaves"}}}, sessions={})
    return render(site, Address("en", Kind.ITEM, "leaves")).decode("utf-8")


@pytest.mark.parametrize("character", FORBIDDEN, ids=lambda character: f"U+{ord(character):04X}")
def test_a_forbidden_character_leaves_a_blank(character: str) -> None:
    page = page_with(character)
    assert (character in page, "<h1>On   leaves</h1>" in page) == (False, True)


@settings(max_examples=20)
@given(st.text(st.sampled_from(ALIKE + FORBIDDEN), max_size=6))
def test_what_looks_alike_arrives(text: str) -> None:
    kept = "".join(" " if character in FORBIDDEN else character for character in text)
    assert f"<h1>On {kept} leaves</h1>" in page_with(text)

"""A record has one form as bytes."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.keys import canonical

leaves = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=("Cs",)))
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3)
)


@given(st.dictionaries(st.text("abc"), values, max_size=4))
def test_a_record_is_json_again_with_its_entries_in_their_order(entries: dict[str, Any]) -> None:
    record = {"format": "test/1", **entries}
    content = canonical(record)
    read = json.loads(content)
    assert (read, list(read)) == (record, list(record))
    assert canonical(read) == content
    assert content.endswith(b"}\n")


def test_a_record_says_first_what_it_is() -> None:
    with pytest.raises(ValueError, match="format"):
        canonical({"week": "tea-week", "format": "test/1"})
    with pytest.raises(ValueError, match="format"):
        canonical({})


@pytest.mark.parametrize("value", [1.5, b"bytes", {1: "one"}, [{"a": {1, 2}}]])
def test_what_has_several_forms_in_json_stands_in_no_record(value: object) -> None:
    with pytest.raises(TypeError, match="record"):
        canonical({"format": "test/1", "value": value})

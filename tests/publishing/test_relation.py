"""Files and what they have to do with, as sets would have it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.publishing.relation import Relation

THINGS = st.dictionaries(st.text(), st.lists(st.text(max_size=3), unique=True, max_size=5), max_size=6)


def as_sets(relation: Relation) -> dict[str, set[str]]:
    return {path: set(relation.of_file(path)) for path in relation.files}


@given(THINGS, THINGS, st.sets(st.text()))
def test_newer_files_take_the_place_of_older_ones(
    old: dict[str, list[str]], new: dict[str, list[str]], without: set[str]
) -> None:
    expected = {path: set(own) for path, own in old.items() if path not in without}
    relation = Relation.of(old).with_files(new, without=without)
    assert as_sets(relation) == expected | {path: set(own) for path, own in new.items()}
    assert as_sets(Relation.unpacked(relation.packed())) == as_sets(relation)


@given(THINGS, st.sets(st.text(max_size=3), max_size=4))
def test_files_are_found_by_any_of_their_things(old: dict[str, list[str]], sought: set[str]) -> None:
    assert Relation.of(old).files_with(sought) == {path for path, own in old.items() if sought & set(own)}


@given(THINGS, THINGS)
def test_what_no_file_has_any_more_is_not_related(old: dict[str, list[str]], new: dict[str, list[str]]) -> None:
    relation = Relation.of(old).with_files(new, without=set(old))
    assert relation.related == {thing for own in new.values() for thing in own}


@given(st.binary(max_size=60), THINGS, st.integers(0, 400))
def test_bytes_that_are_no_relation_are_refused(some: bytes, old: dict[str, list[str]], cut: int) -> None:
    packed = Relation.of(old).packed()
    for bad in (some, packed[: min(cut, len(packed) - 1)], packed + b"\0\0\0\0"):
        with pytest.raises(ValueError, match="relation"):
            Relation.unpacked(bad)

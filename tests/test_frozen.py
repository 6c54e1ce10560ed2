"""A mapping that cannot change, equal to what it was made from."""

import pickle
from copy import deepcopy

import pytest
from pydantic import BaseModel, ValidationError

from kakehashi.frozen import FrozenMap

ENTRIES = {"ja": "架け橋", "en": "bridge"}


class Model(BaseModel):
    """A part with a map in it."""

    names: FrozenMap[str, int]


def test_it_keeps_the_order_in_which_its_entries_were_given() -> None:
    assert (list(FrozenMap(ENTRIES)), list(FrozenMap([("b", 1), ("a", 2)]))) == (["ja", "en"], ["b", "a"])


def test_it_does_not_follow_the_dict_that_it_was_made_from() -> None:
    entries = dict(ENTRIES)
    frozen = FrozenMap(entries)
    entries["ru"] = "мост"
    assert frozen == ENTRIES


@pytest.mark.parametrize("act", [
    lambda frozen: frozen.__setattr__("_entries", {}),
    lambda frozen: frozen.__delattr__("_entries"),
    lambda frozen: frozen.__setitem__("ja", "橋"),
    lambda frozen: frozen.__delitem__("ja"),
    lambda frozen: frozen.update(ja="橋"),
])  # fmt: skip
def test_it_cannot_change(act: object) -> None:
    frozen = FrozenMap(ENTRIES)
    with pytest.raises((TypeError, AttributeError)):
        act(frozen)  # type: ignore[operator]
    assert frozen == ENTRIES


@pytest.mark.parametrize(
    ("other", "equal"),
    [
        (ENTRIES, True),
        (FrozenMap({"en": "bridge", "ja": "架け橋"}), True),
        ({"en": "bridge"}, False),
        ({**ENTRIES, "ru": "мост"}, False),
        (list(ENTRIES.items()), False),
        (None, False),
    ],
)
def test_it_equals_every_mapping_with_the_same_entries_and_nothing_else(other: object, equal: bool) -> None:
    assert ((FrozenMap(ENTRIES) == other), (other == FrozenMap(ENTRIES))) == (equal, equal)


def test_equal_maps_are_one_in_a_set_whatever_their_order() -> None:
    assert len({FrozenMap(ENTRIES), FrozenMap(reversed(ENTRIES.items()))}) == 1


def test_a_map_of_what_cannot_be_hashed_cannot_either() -> None:
    with pytest.raises(TypeError):
        hash(FrozenMap({"a": []}))


@pytest.mark.parametrize("copied", [lambda it: pickle.loads(pickle.dumps(it)), deepcopy], ids=["pickled", "copied"])
def test_a_copy_of_it_is_frozen_and_equal(copied: object) -> None:
    copy = copied(FrozenMap(ENTRIES))  # type: ignore[operator]
    assert (type(copy), copy, list(copy)) == (FrozenMap, ENTRIES, ["ja", "en"])


def test_a_model_types_its_entries_and_writes_a_plain_mapping() -> None:
    model = Model.model_validate({"names": {"a": "1"}})
    assert (model.names, type(model.names)) == ({"a": 1}, FrozenMap)
    assert model.model_dump_json() == '{"names":{"a":1}}'
    assert Model(names=model.names) == model


def test_a_model_tells_which_entry_is_wrong() -> None:
    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"names": {"a": 1, "b": "x"}})
    assert [error["loc"] for error in caught.value.errors()] == [("names", "b")]

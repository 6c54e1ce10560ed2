"""An ordered mapping that cannot change: what the document's values are made of where Python offers only a dict."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Any, Generic, NoReturn, TypeVar, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

K = TypeVar("K")
V = TypeVar("V", covariant=True)


class FrozenMap(Mapping[K, V], Generic[K, V]):
    """An immutable mapping that keeps the order in which its entries were given.

    Two maps are equal when they hold the same entries, whatever their order; so is a map and an equal `dict`.
    It is hashable when its values are, can be pickled, and is a field type for pydantic models.

    >>> FrozenMap({"ja": "架け橋", "en": "bridge"})["en"]
    'bridge'
    """

    __slots__ = ("_entries",)
    _entries: dict[K, V]

    def __init__(self, entries: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        object.__setattr__(self, "_entries", dict(entries))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot change")

    __delattr__ = __setattr__  # type: ignore[assignment]

    def __getitem__(self, key: K) -> V:
        return self._entries[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    # Views of the dict itself: `Mapping` makes its own with a look-up for every entry.
    def keys(self) -> KeysView[K]:
        return self._entries.keys()

    def values(self) -> ValuesView[V]:
        return self._entries.values()

    def items(self) -> ItemsView[K, V]:
        return self._entries.items()

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: object) -> bool:
        # Mapping's own way is to look the key up and to catch the error.
        return key in self._entries

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._entries == other._entries
        return self._entries == other if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        # Equal maps may stand in different orders, so their hash must not know the order.
        return hash(frozenset(self._entries.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._entries!r})"

    def __reduce__(self) -> tuple[type, tuple[dict[K, V]]]:
        return type(self), (self._entries,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        keys, values = get_args(source) or (str, Any)
        entries = core_schema.dict_schema(handler.generate_schema(keys), handler.generate_schema(values))
        return map_schema(cls, entries)


def map_schema(kind: type[FrozenMap[Any, Any]], entries: CoreSchema) -> CoreSchema:
    """The pydantic schema of `kind` whose entries are described by `entries` (a dict schema).

    Keys and values are validated in the order given; the map is made of them, and errors name the key they are at. A
    model writes the map out as a plain mapping.
    """
    return core_schema.no_info_before_validator_function(
        lambda value: dict(value) if isinstance(value, FrozenMap) else value,
        core_schema.no_info_after_validator_function(kind, entries),
        serialization=core_schema.wrap_serializer_function_ser_schema(
            lambda value, write: write(dict(value)), schema=entries
        ),
    )

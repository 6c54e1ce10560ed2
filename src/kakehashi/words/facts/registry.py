"""All rooms' sentences in one table. A new module beside this one is found by itself."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeAlias

Message: TypeAlias = str | tuple[str, str]
"""One wording, or a singular and a plural."""

# Tables are found by looking, so that a room adds its sentences as one new module and nobody has to list it.
_PACKAGE = __name__.rpartition(".")[0]
_NOT_TABLES = frozenset({"marking", "registry"})


def sentence_of(code: str) -> Message | None:
    """The English sentence of a code, or `None` for a code that no room has given one."""
    return _joined("SENTENCES").get(code)


def mend_of(code: str) -> Message | None:
    """What can be done about a fact of this code, in English; `None` where nothing general can be said."""
    return _joined("MENDS").get(code)


def codes() -> tuple[str, ...]:
    """Every code that has a sentence, in the order of the alphabet."""
    return tuple(sorted(_joined("SENTENCES")))


@cache
def tables() -> tuple[ModuleType, ...]:
    """The modules that hold sentences, in the order of the alphabet."""
    package = import_module(_PACKAGE)
    names = sorted(module.name for module in iter_modules(package.__path__) if module.name not in _NOT_TABLES)
    return tuple(import_module(f"{_PACKAGE}.{name}") for name in names)


@cache
def _joined(table: str) -> Mapping[str, Message]:
    joined: dict[str, Message] = {}
    for module in tables():
        joined.update(getattr(module, table))
    return joined

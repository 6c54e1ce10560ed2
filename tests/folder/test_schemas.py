"""The schemas that editors read say yes to what is valid, and no to a wrong key."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kakehashi.folder import schemas
from kakehashi.folder.layout import FILES as FILE_SHAPES
from kakehashi.folder.layout import SYMPOSIUM_FILE
from kakehashi.folder.meanings import meaning
from kakehashi.folder.nodes import Listing, Node, Scalar
from kakehashi.folder.packaged import packaged
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.shapes import Group, Many, Named, Shape, Years
from kakehashi.folder.sources import SourceFile

EXAMPLES = (Path("src/kakehashi/folder/example"), Path("examples/kanazawa-russian-week-2021"))
FILES = [path for folder in EXAMPLES for path in sorted((*folder.glob("*.yaml"), *folder.glob("symposia/*.yaml")))]
TYPES = {"string": str, "integer": int, "number": int | float, "boolean": bool, "null": type(None)}


def as_editor_sees(node: Node) -> Any:
    """The value as a YAML 1.2 editor types it."""
    if isinstance(node, Scalar):
        return _typed(node.text) if not node.style else node.text
    if isinstance(node, Listing):
        return [as_editor_sees(item) for item in node.items]
    return {key: as_editor_sees(value) for key, value in node.entries()}


def _typed(text: str) -> Any:
    if text in ("true", "false", "null", "~", ""):
        return {"true": True, "false": False}.get(text)
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?\d+\.\d*", text) else text


def refusals(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> Iterator[str]:
    """Where and by which keyword a value does not conform; only the keywords that our schemas use."""
    if "$ref" in schema:
        yield from refusals(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if "anyOf" in schema and all(any(refusals(value, one, root)) or False for one in schema["anyOf"]):
        yield f"{at} anyOf"
    if "type" in schema and not _is_of(value, schema["type"]):
        yield f"{at} type"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at} enum"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at} pattern"
    if isinstance(value, list) and "items" in schema:
        for item in value:
            yield from refusals(item, schema["items"], root, f"{at}[]")
    if isinstance(value, dict):
        yield from _refused_entries(value, schema, root, at)


def _is_of(value: Any, types: str | list[str]) -> bool:
    kinds = {**TYPES, "object": dict, "array": list}
    names = [types] if isinstance(types, str) else types
    return any(isinstance(value, kinds[name]) and (name == "boolean") >= isinstance(value, bool) for name in names)


def _refused_entries(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    yield from (f"{at} required {key}" for key in schema.get("required", ()) if key not in value)
    for key, entry in value.items():
        if not re.search(schema.get("propertyNames", {}).get("pattern", ""), key):
            yield f"{at}/{key} name"
        inner = schema.get("properties", {}).get(key, schema.get("additionalProperties", True))
        if inner is False:
            yield f"{at}/{key} unknown"
        elif isinstance(inner, dict):
            yield from refusals(entry, inner, root, f"{at}/{key}")


def refused(path: Path, text: str) -> list[str]:
    """What an editor would mark in a file with this text."""
    file = SourceFile(path.name, text)
    assert read_yaml(file) == [] and file.root is not None
    schema = schemas()["symposium" if path.parent.name == "symposia" else path.stem]
    return list(refusals(as_editor_sees(file.root), schema, schema))


@pytest.mark.parametrize("path", FILES, ids=str)
def test_an_editor_marks_nothing_in_a_valid_file(path: Path) -> None:
    assert refused(path, path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("slug: a\ntitle: A\nlanguages: en\nzone: UTC\ndays: 2021-09-29\nrooom: b", ["/rooom unknown"]),
        ("slug: A b\ntitle: A\nlanguages: en\nzone: UTC\ndays: 2021-09-29", ["/slug pattern"]),
        ("slug: a\ntitle: A\nlanguages: en\nzone: UTC", [" required days"]),
        ("slug: a\ntitle: A\nlanguages: en\nzone: UTC\ndays: 2021-09-29\nstage: over", ["/stage anyOf"]),
    ],
)
def test_an_editor_marks_what_is_wrong(text: str, marked: list[str]) -> None:
    assert refused(Path("week.yaml"), text) == marked


def groups(shape: Shape) -> Iterator[Group]:
    if isinstance(shape, Group):
        yield shape
        for of in shape.fields.values():
            yield from groups(of)
    elif isinstance(shape, Many | Named | Years):
        yield from groups(shape.of)


def test_every_key_has_a_meaning_and_every_meaning_a_key() -> None:
    parts = [part for shape in (*FILE_SHAPES.values(), SYMPOSIUM_FILE) for part in groups(shape)]
    assert all(meaning(part.model, key) for part in parts for key in part.fields)
    keys = {(part.model.__name__, key) for part in parts for key in part.fields}
    written = {(name, key) for name, part in packaged("meanings.yaml").items() if name != "any" for key in part}
    assert written - keys == set()

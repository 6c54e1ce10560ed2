"""JSON Schemas of the folder's files, so that an editor completes keys, shows meanings and marks mistakes.

They follow the shapes of the document with every short-hand. They say less than `load` does: no reference is followed.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from kakehashi.folder.layout import FILES, SYMPOSIUM_FILE
from kakehashi.folder.leaves import Kind, choices, kind, limits, pattern
from kakehashi.folder.meanings import meaning, summary
from kakehashi.folder.shapes import Clock, Duration, Group, Leaf, Many, Named, Shape, Wording, Years, group
from kakehashi.folder.writing import replace_file
from kakehashi.words.text import TAG_PATTERN

Schema: TypeAlias = dict[str, Any]

FOLDER = ".schemas"
# As `expanding.MOMENT` without its groups; editors read it as an expression of ECMAScript.
MOMENT = r"^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}( ?[+-]\d{2}:\d{2})?( +[A-Za-z0-9_+/-]+)?$"


@cache
def schemas() -> Mapping[str, Schema]:
    """The schema of each kind of file by the file's name without `.yaml`; `symposium` is that of `symposia/*.yaml`.

    They are of the 2020-12 draft and use only what the YAML language servers of editors understand: no conditions, no
    references outside of the file.

    >>> sorted(schemas())[:3], schemas()["people"]["additionalProperties"]["anyOf"][1]
    (['agreements', 'association', 'institutions'], {'type': 'null'})
    """
    return {name: _file(name, shape) for name, shape in (*FILES.items(), ("symposium", SYMPOSIUM_FILE))}


def schema_texts() -> dict[str, str]:
    """The schemas as files of a folder."""
    return {
        f"{FOLDER}/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }


def write_schemas(folder: Path) -> None:
    """Puts the schemas into `.schemas/` of a week folder."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        replace_file(folder / name, text.encode())


def schema_line(name: str, depth: int = 0) -> str:
    """The first line of a file, from which editors know its schema; `depth` is the number of folders it stands in."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}.schema.json\n"


def _file(name: str, shape: Shape) -> Schema:
    schema = _Definitions().whole(shape)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{name}.yaml"}
    return head | schema


class _Definitions:
    """Builds one schema; parts that may stand in several places become definitions of it."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def whole(self, shape: Shape) -> Schema:
        schema = self._group(shape) if isinstance(shape, Group) else self.of(shape)
        return schema | {"$defs": self.definitions}

    def of(self, shape: Shape) -> Schema:
        match shape:
            case Leaf():
                return leaf_schema(shape)
            case Wording() | Clock() | Duration():
                return self._defined(type(shape).__name__, _SIMPLE[type(shape)])
            case Many():
                return self._many(shape)
            case Years():
                return {"type": "object", "patternProperties": {r"^\d{4}$": self.of(_without_year(shape.of))}}
            case Named() | Group():
                return self._mapping(shape)

    def _many(self, shape: Many) -> Schema:
        one = self.of(shape.of)
        return {"anyOf": [{"type": "array", "items": one}, one]}

    def _mapping(self, shape: Named | Group) -> Schema:
        if isinstance(shape, Group):
            name = shape.model.__name__ + ("" if shape == group(shape.model) else "InFile")
            return self._defined(name, None) if name in self.definitions else self._define(name, shape)
        keys = pattern(shape.key)
        inner = self.of(shape.of)
        # `ada:` alone is a person of whom nothing is said.
        if isinstance(shape.of, Group) and not shape.of.required:
            inner = {"anyOf": [inner, {"type": "null"}]}
        schema: Schema = {"type": "object", "additionalProperties": inner}
        if keys is not None:
            schema["propertyNames"] = {"pattern": keys}
        return {"anyOf": [schema, TEXT]} if shape.by_language else schema

    def _define(self, name: str, shape: Group) -> Schema:
        # Known before it is described, since a part may hold parts of its own kind.
        self.definitions[name] = {}
        schema = self._group(shape)
        if shape.short is not None:
            schema = {"description": summary(shape.model), "anyOf": [leaf_schema(_short(shape)), schema]}
        return self._defined(name, schema)

    def _defined(self, name: str, schema: Schema | None) -> Schema:
        if schema is not None:
            self.definitions[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _group(self, shape: Group) -> Schema:
        properties = {}
        for key, of in shape.fields.items():
            inner = self.of(of) if key in shape.required else _or_nothing(self.of(of))
            properties[key] = {"description": meaning(shape.model, key), **inner}
        schema: Schema = {"type": "object", "description": summary(shape.model), "properties": properties}
        schema["additionalProperties"] = False
        return schema | ({"required": sorted(shape.required)} if shape.required else {})


def _short(shape: Group) -> Leaf:
    leaf = shape.fields[shape.short or ""]
    assert isinstance(leaf, Leaf)
    return leaf


def _without_year(shape: Group) -> Group:
    return shape.but("year")


def _or_nothing(schema: Schema) -> Schema:
    # `key:` with nothing behind it is null to an editor, and to us as good as left out.
    return {"anyOf": [schema, {"type": "null"}]}


TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""A text. Written without quotation marks it may look like a number to an editor, not to us."""

_SIMPLE: Mapping[type, Schema] = {
    Wording: {
        "description": "A text in the host's language, or one for each language.",
        "anyOf": [TEXT, {"type": "object", "propertyNames": {"pattern": TAG_PATTERN}, "additionalProperties": TEXT}],
    },
    Clock: {
        "description": "A time on the host's clock, 2021-09-29 15:00; with a zone after it on that zone's.",
        "type": "string",
        "pattern": MOMENT,
    },
    Duration: {
        "description": "Seconds, or minutes and seconds: 1:12.",
        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^(\d{1,3}:)?\d{1,3}:[0-5]\d$"}],
    },
}

_TYPES: Mapping[Kind, Schema] = {
    Kind.TEXT: TEXT,
    Kind.NUMBER: {"type": "integer"},
    Kind.DECIMAL: {"type": "number"},
    Kind.YES_NO: {"type": "boolean"},
    Kind.DAY: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Kind.PARTIAL_DATE: {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
}


def leaf_schema(leaf: Leaf) -> Schema:
    """The schema of a single text."""
    if words := choices(leaf):
        return {"type": "string", "enum": list(words)}
    what = kind(leaf)
    if what in (Kind.NUMBER, Kind.DECIMAL):
        least, most = limits(leaf)
        bounds = {"minimum": least, "maximum": most}
        return _TYPES[what] | {name: bound for name, bound in bounds.items() if bound is not None}
    if what in _TYPES:
        return _TYPES[what]
    form = pattern(leaf)
    return {"type": "string"} | ({"pattern": form} if form else {})

"""The folder key by key, as a page for people: written from the types, so it is never stale."""

from collections.abc import Iterator, Mapping
from enum import Enum
from importlib.resources import files
from typing import Any

from kakehashi.folder.layout import FILES, SYMPOSIUM_FILE
from kakehashi.folder.leaves import Kind, choices, kind, limits
from kakehashi.folder.meanings import meaning, summary
from kakehashi.folder.shapes import Clock, Duration, Group, Leaf, Many, Named, Shape, Wording, Years

_INTRODUCTION = """\
# The folder, key by key

A week is a folder of text files in [YAML](https://yaml.org). Only `week.yaml` is needed. This page is written by the
program from its types; `kakehashi check` says what is wrong with a folder, with file, line and remedy, and editors that
know YAML complete keys and show their meaning, since each file's first line names its schema in `.schemas/`.

| File | What it holds |
|---|---|
"""

_FILES: Mapping[str, str] = {
    "week": "the week itself, its rooms and blocks, and the sessions and items that belong to no symposium",
    "institutions": "institutions, by a short name of your choice",
    "people": "people, by a short name of your choice",
    "programmes": "exchange programmes, in the order shown",
    "symposium": "one symposium with its sessions and items; the file's name is its name",
    "agreements": "agreements, and the offices that rest on them",
    "association": "the alumni association",
    "recordings": "recordings of items",
    "report": "what happened",
    "private": "what the office knows and never publishes; not to be shared or put under version control",
}

_RULES = """\
| `abstracts/<item>.<language>.md` | the abstract of an item in one language, in Markdown |
| `media/` | pictures, films, captions |

## How it is written

- A **text** may be given in several languages, `{en: Tea week, ja: お茶週間}`; a single text is in the host's language,
  the first of `languages`.
- A **moment** is `2027-05-10 15:00` on the host's clock, or `2027-05-10 09:00 Europe/Moscow` on another. Where a clock
  shows an hour twice, the offset settles which: `2027-10-31 02:30 +01:00`.
- Where a **list** is expected, a single value stands for a list of one.
- A **name** of your choice (of a person, an item, a room) has lower case Latin letters, digits and single hyphens.
  References use these names, and pages have them in their addresses.
- A **date** that is only partly known is `1998` or `2018-07`.
- **Items** in a session follow one another in the order written; an item in a symposium's file belongs to that
  symposium unless it says another, or `symposium: none`.
- A key with nothing behind it is as good as left out, unless it is required. Unknown keys, keys that stand twice, tags,
  anchors and aliases are errors. Nothing is guessed: `no` is the word “no”, `15:00` the time.
- Times that no source gives are marked `notes: {kind: provisional, about: start}`, on the week `about: times` for all;
  invented things `notes: invented`.
"""


def reference() -> str:
    """The whole page, in Markdown: each file with its keys and an example that a test loads, then each part.

    `docs/reference/folder.md` is this text, and a check fails when it is not.
    """
    shapes = {**FILES, "symposium": SYMPOSIUM_FILE}
    rows = "".join(f"| [`{_path(name)}`](#{_anchor(name)}) | {text} |\n" for name, text in _FILES.items())
    chapters = "".join(_file(name, shapes[name]) for name in _FILES)
    parts = "".join(_part(part) for part in _parts(shapes))
    return f"{_INTRODUCTION}{rows}{_RULES}{chapters}\n## Parts\n{parts}"


def _path(name: str) -> str:
    return "symposia/<slug>.yaml" if name == "symposium" else f"{name}.yaml"


def _anchor(name: str) -> str:
    return "symposiaslugyaml" if name == "symposium" else f"{name}yaml"


def _file(name: str, shape: Shape) -> str:
    head = f"\n## `{_path(name)}`\n\n"
    keys = _keys(shape) if isinstance(shape, Group) else f"{_capital(_words(shape))}.\n"
    place = "symposia/leaves.yaml" if name == "symposium" else f"{name}.yaml"
    example = files("kakehashi.folder").joinpath("example", place).read_text(encoding="utf-8")
    return f"{head}{keys}\n```yaml\n{example}```\n"


def _parts(shapes: Mapping[str, Shape]) -> list[Group]:
    """Every part that is no file, once, in the order of the alphabet."""
    found: dict[str, Group] = {}
    for shape in shapes.values():
        inner = shape.fields.values() if isinstance(shape, Group) else [shape]
        for group in (group for of in inner for group in _groups(of)):
            if len(found.get(group.name, group).fields) <= len(group.fields):
                found[group.name] = group
    return sorted(found.values(), key=lambda group: group.name)


def _groups(shape: Shape) -> Iterator[Group]:
    if isinstance(shape, Group):
        yield shape
        for of in shape.fields.values():
            yield from _groups(of)
    elif isinstance(shape, Many | Years | Named):
        yield from _groups(shape.of)


def _part(shape: Group) -> str:
    short = f" A single text stands for `{shape.short}`." if shape.short else ""
    return f"\n### {_capital(shape.name)}\n\n{summary(shape.model)}{short}\n\n{_keys(shape)}"


def _keys(shape: Group) -> str:
    rows = [
        f"| `{key}` | {_words(of)} | {_default(shape, key)} | {meaning(shape.model, key)} |\n"
        for key, of in shape.fields.items()
    ]
    return "| Key | Value | If left out | Meaning |\n|---|---|---|---|\n" + "".join(rows)


def _default(shape: Group, key: str) -> str:
    if key in shape.required:
        return "required"
    field = shape.model.model_fields.get(key)
    default = field.default if field is not None else None
    if isinstance(default, Enum):
        return f"`{default.value}`"
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{default}`" if isinstance(default, int) and default else ""


def _words(shape: Any) -> str:
    match shape:
        case Leaf():
            return _leaf_words(shape)
        case Many():
            return f"list: {_words(shape.of)}"
        case Years():
            return f"mapping from the year to a {_link(shape.of)}"
        case Named():
            return f"mapping from {_key_words(shape)} to: {_words(shape.of)}"
        case Group():
            return _link(shape)
    return _SIMPLE[type(shape)]


def _link(shape: Group) -> str:
    return f"[{shape.name}](#{shape.name.replace(' ', '-')})"


def _key_words(shape: Named) -> str:
    return _KEYS.get(kind(shape.key), "name")


_KEYS = {Kind.LANGUAGE: "language", Kind.TEXT_KIND: "kind of text"}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _leaf_words(leaf: Leaf) -> str:
    if leaf.collections:
        return "name of one of the " + " or ".join(leaf.collections)
    if words := choices(leaf):
        return "one of " + ", ".join(f"`{word}`" for word in words)
    least, most = limits(leaf)
    if most is not None:
        return f"number from {least or 0:g} to {most:g}"
    return _LEAVES[kind(leaf)]


_SIMPLE: Mapping[type, str] = {
    Wording: "text, in languages",
    Clock: "moment",
    Duration: "seconds, or `1:12`",
}

_LEAVES: Mapping[Kind, str] = {
    Kind.TEXT: "plain text",
    Kind.SLUG: "name",
    Kind.LANGUAGE: "language tag",
    Kind.TEXT_KIND: "kind of text, such as `Item.title`",
    Kind.ADDRESS: "web address",
    Kind.MAIL: "e-mail address",
    Kind.MEDIA: "file below `media/`",
    Kind.COLOUR: "colour (six hexadecimal digits)",
    Kind.ZONE: "time zone, such as `Asia/Tokyo`",
    Kind.DAY: "day, `2027-05-10`",
    Kind.PARTIAL_DATE: "date, `2027-05-10`, `2027-05` or `2027`",
    Kind.COUNTRY: "two capital letters",
    Kind.ROR: "ROR identifier",
    Kind.ORCID: "ORCID iD",
    Kind.DIGEST: "digest",
    Kind.NUMBER: "number",
    Kind.DECIMAL: "decimal number",
    Kind.YES_NO: "`true` or `false`",
}

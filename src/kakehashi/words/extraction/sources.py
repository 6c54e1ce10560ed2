"""Every message that the code and the templates say, with the files that say it."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from jinja2 import Environment, nodes
from jinja2.ext import babel_extract

Found: TypeAlias = tuple[int, str, Any, list[str]]
"""Line, function, its texts, notes for translators: what Babel takes from an extractor."""

FOLDER = Path(__file__).parents[2]
"""The package's own folder, below which all its messages are said."""

KEYWORDS = {
    "_": None,
    "N_": None,
    "NN_": (1, 2),
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "say": None,
    "say_in": ((1, "c"), 2),
    "count": (1, 2),
}
"""The functions that say or mark a message, and which of their arguments are its context, singular and plural."""

_NOTE = ["Translators:"]
_JINJA = {
    "extensions": "jinja2.ext.i18n,jinja2.ext.do,jinja2.ext.loopcontrols",
    "newstyle_gettext": "true",
    "trimmed": "true",
    # A template with a fault would else be passed over, and its sentences called forgotten.
    "silent": "false",
}


def messages_in(folder: Path) -> Catalog:
    """The messages of all Python modules and templates below `folder`, by file name and place within the file."""
    template = Catalog(charset="utf-8")
    for path, method in _sources(folder):
        name = path.relative_to(folder).as_posix()
        options = {} if method == "python" else _JINJA
        for _line, message, notes, context in extract_from_file(method, path, KEYWORDS, _NOTE, options):
            # Without line numbers, or every edit of a module would change every catalogue.
            template.add(message, locations=[(name, 0)], auto_comments=notes, context=context)
    return template


def template_messages(
    file: BinaryIO, keywords: Mapping[str, Any], notes: Collection[str], options: dict[str, Any]
) -> Iterator[Found]:
    """The messages of a Jinja template: those of its own functions, and those that it has a `Words` say."""
    # Jinja's own extractor knows the names of functions, but not `r.words.say(...)`.
    found: list[Found] = list(babel_extract(file, list(keywords), list(notes), options))
    file.seek(0)
    calls = Environment(extensions=options["extensions"].split(",")).parse(file.read().decode("utf-8"))
    for call in calls.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in keywords:
            found.append((call.lineno, call.node.attr, _texts(call), []))
    return iter(sorted(found, key=lambda one: one[0]))


def _texts(call: nodes.Call) -> tuple[str | None, ...]:
    values = (arg.value if isinstance(arg, nodes.Const) else None for arg in call.args)
    return tuple(value if isinstance(value, str) else None for value in values)


def _sources(folder: Path) -> Iterator[tuple[Path, Any]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".py":
            yield path, "python"
        elif path.is_file() and "templates" in path.relative_to(folder).parts:
            yield path, template_messages

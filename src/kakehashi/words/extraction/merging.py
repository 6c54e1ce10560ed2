"""A catalogue brought in step with the code: new messages empty, known ones kept, lost ones set aside."""

import io
from collections.abc import Iterable

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from kakehashi.words.languages import base_of, locale_of, own_name
from kakehashi.words.zones import CONTEXT as ZONE

_HEADER = """\
# Kakehashi: {name}.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""


def merged(po: str, template: Catalog, language: str) -> str:
    """The text of a `.po` file (empty for a new one) with exactly the template's messages, in the template's order.

    Names of zones (context `zone`) are each language's own and stay. A translation whose message is gone is set aside
    at the end, and comes back when the message does.
    """
    old = read(po or _header(language))
    known = {key(message): message for message in (*old.obsolete.values(), *old) if message.id}
    new = read(_head(po, language))
    for message in template:
        if message.id:
            _add(new, message, known.pop(key(message), None))
    for message in known.values():
        if message.context == ZONE:
            new.add(message.id, message.string, context=ZONE, user_comments=message.user_comments)
        elif any(_forms(message)):
            new.obsolete[message.id] = message
    return written(new, _head(po, language))


def tidied(po: str) -> str:
    """The text of a `.po` file without the translations that were set aside (`#~`)."""
    catalogue = read(po)
    catalogue.obsolete.clear()
    return written(catalogue, _head(po, ""))


def read(po: str) -> Catalog:
    """The catalogue in the text of a `.po` file."""
    return read_po(io.BytesIO(po.encode()))


def written(catalogue: Catalog, head: str) -> str:
    """The text of a catalogue below its header `head`: file names without lines, no dates, no wrapping."""
    # Nothing that depends on the day, the version of Babel or the width of a terminal: the same input, the same bytes.
    body = io.BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, include_lineno=False)
    return f"{head}\n\n{body.getvalue().decode().strip()}\n"


def key(message: Message) -> tuple[str | None, str]:
    """What a message is known by: its context and its singular."""
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _add(new: Catalog, message: Message, known: Message | None) -> None:
    kept = known is not None and isinstance(known.id, str) == isinstance(message.id, str)
    new.add(
        message.id,
        known.string if kept and known else None,
        locations=sorted(set(message.locations)),
        flags=(message.flags - {"fuzzy"}) | ({"fuzzy"} & known.flags if kept and known else set()),
        auto_comments=message.auto_comments,
        user_comments=known.user_comments if known else (),
        context=message.context,
    )


def _forms(message: Message) -> Iterable[str]:
    return [message.string] if isinstance(message.string, str) else message.string or ()


def _head(po: str, language: str) -> str:
    return (po or _header(language)).partition("\n\n")[0].rstrip()


def _header(language: str) -> str:
    plurals = str(get_plural(locale_of(base_of(language))))
    return _HEADER.format(name=own_name(language), language=language, plurals=plurals)

"""What a reader's browser takes and prefers: compressions and languages, with weights (RFC 9110, 12.4 and 12.5)."""

import re
from collections.abc import Sequence
from functools import lru_cache

LONGEST = 400
"""Characters of such a header that are read; browsers send a tenth of it."""

_WEIGHT = re.compile(r"q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)
_ENDINGS = {"br": ".br", "gzip": ".gz", "x-gzip": ".gz", "identity": ""}
CODINGS = {".br": "br", ".gz": "gzip"}
"""What a compressed variant of a file is called in headers, by the ending of its name; the smaller first."""


def weights(header: str) -> tuple[tuple[str, float], ...]:
    """The members of a header of preferences in small letters, each with its weight; what cannot be read is left out.

    >>> weights("ja, en;q=0.8, *;q=0")
    (('ja', 1.0), ('en', 0.8), ('*', 0.0))
    """
    # Cut before it is remembered: a header may have as many bytes as a page.
    return _weights(header[:LONGEST])


@lru_cache(maxsize=512)
def _weights(header: str) -> tuple[tuple[str, float], ...]:
    members = (member.split(";") for member in header.lower().split(","))
    read = ((name.strip(), _weight([one.strip() for one in rest])) for name, *rest in members)
    return tuple((name, weight) for name, weight in read if name and weight is not None)


def _weight(parameters: Sequence[str]) -> float | None:
    if not parameters:
        return 1.0
    found = _WEIGHT.fullmatch(parameters[0]) if len(parameters) == 1 else None
    return float(found[1]) if found else None


def endings_taken(header: str) -> tuple[str, ...]:
    """The endings of a file's variants that an `Accept-Encoding` header takes, the best first; `""` is the file itself.

    The file itself comes last and is always among them: a reader who refuses everything is better served with
    something than with nothing, as the standard allows.

    >>> endings_taken("gzip, deflate, br"), endings_taken("gzip;q=1.0, br;q=0.5, *;q=0"), endings_taken("")
    (('.br', '.gz', ''), ('.gz', '.br', ''), ('',))
    """
    return _endings(header[:LONGEST])


@lru_cache(maxsize=512)
def _endings(header: str) -> tuple[str, ...]:
    told = dict(_weights(header))
    others = told.get("*", 0.0)
    weight = {ending: told.get(coding, others) for coding, ending in _ENDINGS.items() if coding != "x-gzip"}
    weight[".gz"] = max(weight[".gz"], told.get("x-gzip", 0.0))
    plain = told.get("identity", 0.0)
    # Sorting keeps the order of those that are liked equally.
    taken = sorted((e for e in CODINGS if weight[e] > 0 and weight[e] >= plain), key=lambda e: -weight[e])
    return (*taken, "")


def language_taken(header: str, languages: Sequence[str]) -> str | None:
    """That of `languages` which an `Accept-Language` header likes best; `None` if it likes none of them.

    A region or script that we have not is left away (RFC 4647, 3.4), and one that was not asked for is taken: `ja-JP`
    reads `ja`, and `pt` reads `pt-BR`. Of those liked equally the one named first is taken.

    >>> language_taken("de-CH;q=0.9, ru, en;q=0.5", ["ja", "en", "de"]), language_taken("fr", ["ja", "en"])
    ('de', None)
    """
    told = weights(header)
    refused = {tag for tag, weight in told if weight == 0}
    for wanted, weight in sorted(told, key=lambda one: -one[1]):
        if weight > 0 and wanted != "*":
            found = next((tag for tag in languages if _reads(wanted, tag.lower()) and tag.lower() not in refused), None)
            if found is not None:
                return found
    return None


def _reads(wanted: str, tag: str) -> bool:
    return wanted == tag or wanted.startswith(f"{tag}-") or tag.startswith(f"{wanted}-")

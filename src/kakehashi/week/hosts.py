"""Machines on the web: which of them only their owner reaches."""

import re
from html import unescape
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from unicodedata import normalize
from urllib.parse import unquote

_OWN_NAMES = re.compile(
    r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa|test|invalid)$"
)
"""What the public name service does not answer for, by RFC 6761, 6762 and 8375, ICANN (`internal`) or habit."""

_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")


def is_private_host(host: str) -> bool:
    """Whether a host, as an address writes it, is one that the public cannot reach.

    Every way of writing it that a browser understands counts (WHATWG URL, "host parsing"): escaped, in wide letters,
    with a dot at its end, an IPv4 address in other bases or with parts left out, one within an IPv6 address.

    >>> [is_private_host(host) for host in ("printer.local", "127.1", "[::ffff:10.0.0.7]", "example.org")]
    [True, True, True, False]
    """
    # Browsers unescape a host and fold its wide letters before they look it up (UTS #46), so whoever hides one does so.
    name = normalize("NFKC", unquote(host)).lower().replace("。", ".").rstrip(".")
    if name.startswith("["):
        return _is_private_v6(name.strip("[]").partition("%")[0])
    v4 = _v4(name)
    if v4 is not None:
        return not v4.is_global
    # A name of one part is known within a house at most.
    return bool(name) and ("." not in name or _OWN_NAMES.search(name) is not None)


def _is_private_v6(written: str) -> bool:
    try:
        address = IPv6Address(written)
    except AddressValueError:
        return False
    # `::ffff:10.0.0.7` is 10.0.0.7 to every operating system; versions of `ipaddress` disagree about the whole.
    inner = address.ipv4_mapped
    return not (address if inner is None else inner).is_global


def _v4(name: str) -> IPv4Address | None:
    """An IPv4 address in any of the forms of `inet_aton`; `None` for a name."""
    parts = name.split(".")
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    try:
        *high, low = (_number(part) for part in parts)
        # The last part fills whatever the others leave.
        return IPv4Address(sum(part << 8 * (3 - place) for place, part in enumerate(high)) + low)
    except ValueError:
        return None


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if len(part) > 1 and part.startswith("0") else int(part)


def decoded(text: str) -> str:
    """The text as a browser reads it, where it hides signs behind `%40` or `&#64;`; else the same."""
    if "&" in text:
        text = unescape(text)
    return unquote(text) if "%" in text else text

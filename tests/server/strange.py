"""Requests that no browser sends: paths and headers made of what has led servers astray, the same for the same seed."""

import random
from collections.abc import Iterator, Sequence
from urllib.parse import quote

SECRET = b"SECRET"
"""Stands in every file that is not to be read."""

_STEPS = (
    *("..", ".", "", "...", "....//", "..;", "~", "*", "%", "con", "-", "\\..\\", "..\\", "C:\\", "\\\\host\\share"),
    *(".state", ".lock", ".aside-1@host", "current", "1", "2", "keys", "releases", "release.pem", "etc", "passwd"),
    *("\0", "a\0b", "\n", "\r\nSet-Cookie: x=y", "\x7f", "\u2024\u2024", "\uff0e\uff0e", "\u2215", "\ufeff", "\u202e"),
    *(
        "İ",
        "e\u0301",
        "🍵",
        "\ufffd",
        "\ufffd\ufffd",
        "link",
        "linked",
        "index.html",
        "404.html",
        "tea-week",
        "?",
        "#",
        ";a=b",
    ),
)
_RAW = (
    b"%2e%2e",
    b"%252e%252e",
    b"..%2f",
    b"%5c..",
    b"%c0%ae%c0%ae",
    b"%e0%80%ae",
    b"%00",
    b"%ff",
    b"%u002e",
    b"%",
    b"%2",
    b"\xff",
)
_VALUES = (
    *(
        "",
        "*",
        "*/*",
        "gzip",
        "br;q=1, gzip;q=0.5",
        ";;;,,,",
        "q=",
        "a" * 5_000,
        "gzip;q=9",
        "gzip;" * 900,
        "," * 5_000,
    ),
    *(
        "bytes=0-",
        "bytes=-1",
        "bytes=9-1",
        "bytes=0-0,0-0,0-0",
        "bytes=" + "9" * 400 + "-",
        "bytes=-0",
        "lines=1-2",
        "bytes=999999-",
    ),
    *('"', '""', 'W/"', '"*"', "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 99 Foo 0000", "ja", "en-US,en;q=0.5", "ja;q=nan"),
    *("x" * 300, "\x00", "ÿ", "[::1", "[", "a:b:c", "localhost:99999999", "-1", "1e400", "İ"),
)
HEADERS = (
    *("accept-encoding", "accept-language", "if-none-match", "if-match", "if-modified-since", "if-range", "range"),
    *("host", "x-forwarded-host", "x-forwarded-prefix", "x-original-url", "forwarded", "content-length"),
)


def strange_path(chance: random.Random, known: Sequence[str]) -> str:
    """A path as an application sees it, decoded: pieces of true ones among steps that lead elsewhere."""
    if chance.random() < 0.25:
        return "/" + chance.choice(known)
    pieces = [
        chance.choice(known) if chance.random() < 0.4 else chance.choice(_STEPS) for _ in range(chance.randint(1, 7))
    ]
    path = chance.choice(("/", "//", "")) + chance.choice(("/", "//", "/./", "")).join(pieces)
    match chance.randint(0, 9):
        case 0:
            return quote(path)
        case 1:
            place = chance.randint(0, len(path))
            return path[:place] + chr(chance.randint(0, 0x2FFF)) + path[place:]
        case 2:
            return path * chance.choice((1, 40, 400))
        case 3:
            return path.swapcase()
    return path


def strange_headers(chance: random.Random) -> dict[str, str]:
    """A few headers, each with a value that may be another's or nobody's."""
    return {chance.choice(HEADERS): chance.choice(_VALUES) for _ in range(chance.randint(0, 4))}


def strange_targets(chance: random.Random, known: Sequence[str]) -> Iterator[bytes]:
    """Request targets as they stand on the wire, encoded once, twice, wrongly, or not at all."""
    while True:
        path = strange_path(chance, known).encode("utf-8", "replace")
        place = chance.randint(0, len(path))
        raw = path[:place] + chance.choice(_RAW) + path[place:]
        yield b"/" + bytes(byte for byte in raw if byte > 32 and byte != 127)[:9_000]

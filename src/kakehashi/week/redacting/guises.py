"""The texts that bytes hold, with every disguise taken off that formats put on: escapes, tags, folded lines."""

import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from urllib.parse import unquote

from kakehashi.week.redacting.patterns import APART

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_DEEP = 3
"""So many escapes may lie in one another: a name in JSON in an attribute of HTML in an address."""
# iCalendar (RFC 5545, 3.1) folds lines anywhere, in the middle of a character too.
_FOLD = re.compile(rb"\r\n[ \t]")
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\([0-9A-Fa-f]{2,6}) ?")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_PUNCTUATED = re.compile(r"\\(?=[^\w\s])")
_READINGS = tuple(
    (re.compile(rf"<{name}\b[^<>]*>.*?</{name}>", re.DOTALL | re.IGNORECASE), re.compile(f"</{name}>", re.IGNORECASE))
    for name in ("rt", "rp")
)
_COMMENT = re.compile("<!--.*?-->", re.DOTALL), re.compile("-->")
# Of HTML, SVG, captions (their times within a line too) and Office, which parts a word at every turn of its history.
_INLINE = re.compile(
    r"</?(?:wbr|b|i|u|s|em|strong|span|a|ruby|rb|rt|rp|rtc|mark|bdi|bdo|small|sub|sup|code|abbr|cite|q|tspan|text|c|v"
    r"|time|dfn|var|font|br|[wa]:(?:r|rPr|t|b|i|color|lang|proofErr|rFonts|sz|szCs|bookmarkStart|bookmarkEnd))\b[^<>]*>"
    r"|<[0-9:.]{5,20}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_OLDER = ("cp1251", "koi8_r", "cp932", "euc_jp", "iso2022_jp")
"""In which tables and texts from offices of Russia and Japan still come."""
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def texts_in(content: bytes) -> Iterator[str]:
    """The texts in bytes, compressed or not, as a reader would have them; several where they can be read several ways.

    What is known: gzip (Pagefind's fragments too), Office files and other archives of zip, compressed streams of PDF,
    UTF-8, UTF-16 and the older encodings of Russian and Japanese, folded lines of iCalendar, references of HTML and
    XML, escapes of JSON, JavaScript and CSS, percent-encoding, and tags in the middle of a word. Brotli has no mark to
    be known by: unpack it before.
    """
    for part in _unpacked(content):
        yield from _readings(part)


def _unpacked(content: bytes) -> Iterator[bytes]:
    if content.startswith(_GZIP):
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error):
            yield content
            return
    yield content
    if content.startswith(_ZIP):
        yield from _members(content)
    elif content.startswith(_PDF):
        yield from _streams(content)


def _members(content: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from _unpacked(archive.read(name))
    except (zipfile.BadZipFile, zlib.error, LZMAError, RuntimeError, OSError, EOFError, ValueError):
        # Damaged, or under a password. RuntimeError: of another way of compressing, or one archive in another for ever.
        return


def _streams(content: bytes) -> Iterator[bytes]:
    for stream in _STREAM.finditer(content):
        try:
            yield zlib.decompressobj().decompress(stream[1])
        except zlib.error:
            continue


def _readings(content: bytes) -> Iterator[str]:
    for encoding in _encodings(content):
        plain = _plain(_FOLD.sub(b"", content).decode(encoding, "replace"))
        if "<" not in plain:
            yield plain
            continue
        # What stands in attributes, and in anything that only looks like a tag.
        yield APART.join(_TAG.findall(plain))
        yield _stripped(plain)
        alone = plain
        for reading, ending in _READINGS:
            alone = _without(alone, reading, ending)
        if alone != plain:
            yield _stripped(alone)


def _encodings(content: bytes) -> Iterator[str]:
    yield "utf-8"
    if b"\0" in content[:4096] or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16-le"
        yield "utf-16-be"
    # What is no text would be Japanese of some kind.
    elif _NO_TEXT.search(content) is None and (b"\x1b" in content or not _is_utf8(content)):
        yield from _OLDER


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _plain(text: str) -> str:
    """Without escapes, however deep."""
    for _ in range(_DEEP):
        before = text
        if "%" in text:
            text = _PERCENT.sub(lambda encoded: unquote(encoded[0]), text)
        if "&" in text:
            text = html.unescape(text)
        if "\\" in text:
            text = _PUNCTUATED.sub("", _PAIR.sub(_joined, _ESCAPED.sub(_meant, text)))
        if text == before:
            break
    return text


def _meant(escape: re.Match[str]) -> str:
    code = int(next(group for group in escape.groups() if group), 16)
    return chr(code) if code < 0x110000 else escape[0]


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _stripped(text: str) -> str:
    return _TAG.sub(APART, _INLINE.sub("", _without(text, *_COMMENT)))


def _without(text: str, pattern: re.Pattern[str], ending: re.Pattern[str]) -> str:
    """The text without what a pattern finds. Behind the last ending, each beginning would be followed to the end."""
    last = 0
    for found in ending.finditer(text):
        last = found.end()
    return pattern.sub("", text[:last]) + text[last:]

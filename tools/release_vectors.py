"""Small releases, good and bad, with the verdict on each, for whoever writes another verifier.

Each is a JSON file: `files` by path (as text, or in base64), `links` and `folders` where there are any, the
`fingerprint` that a reader knows, and the `verdict`. What is signed is written here once more, apart from the program
that makes releases. `tools.release_cases` has the cases.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from kakehashi.keys import SigningKey, canonical

KEY, NEXT_KEY, STRANGER = (SigningKey(bytes([number]) * 32) for number in (1, 2, 3))
_BESIDE = ("SHA256SUMS", "release.json", "release.json.sig", "redactions.json", "redactions.json.sig")
_BESIDE_TOO = ("kept.json", "kept.json.sig")

_PAGE = b"<!doctype html>\n<title>Tea</title>\n" + b"<p>Tea is served at 15:00.</p>\n" * 8
# Written down, because other versions of these libraries make other bytes of the same page.
_GZIPPED = base64.b64decode(
    "H4sIAAAAAAAA/7NRTMlPLqksSFXIKMnNseOyKcksyUm1C0lNtNGHMLlsCkBchcxiheLUorLUFIXEEgVDUysDAz0b/YJhLA0AXJKPVRsBAAA="
)


@dataclass(frozen=True)
class Vector:
    """A release and what is to be said of it: findings as code and path, in any order."""

    about: str
    files: Mapping[str, bytes]
    verifies: bool = True
    known: bool = True
    findings: tuple[tuple[str, str], ...] = ()
    fingerprint: str | None = KEY.public.fingerprint
    links: Mapping[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()


def listed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that a manifest lists."""
    return {path: content for path, content in files.items() if path not in (*_BESIDE, *_BESIDE_TOO)}


def sums(files: Mapping[str, bytes]) -> bytes:
    """The manifest of files."""
    lines = [f"{_sha256(files[path])}  {path}\n" for path in sorted(listed(files), key=str.encode)]
    return "".join(lines).encode()


def sealed(files: Mapping[str, bytes], key: SigningKey = KEY, /, **changed: Any) -> dict[str, bytes]:
    """Files with a manifest and a signed record, whose entries may be given."""
    manifest = sums(files)
    record = {
        "format": "kakehashi-release/1",
        "week": "tea-week",
        "number": 1,
        "instant": "2021-09-27T01:00:00Z",
        "software": "kakehashi 0.4.0",
        "languages": ["ja", "en"],
        "predecessor": None,
        "manifest": _sha256(manifest),
        "files": len(listed(files)),
        "bytes": sum(map(len, listed(files).values())),
        "key": key.public.fingerprint,
        **changed,
    }
    content = canonical(record)
    return {**files, "SHA256SUMS": manifest, "release.json": content, "release.json.sig": key.sign(content)}


def first() -> dict[str, bytes]:
    """A first release."""
    files = {"en/index.html": _PAGE, "en/index.html.gz": _GZIPPED, "media/茶.txt": "茶".encode(), **_pem(KEY)}
    return sealed(files)


def after(earlier: Mapping[str, bytes], key: SigningKey = KEY, /, **changed: Any) -> dict[str, bytes]:
    """The release after another, with the same files."""
    number = json.loads(earlier["release.json"])["number"]
    chained = {
        f"chain/{number}.json": earlier["release.json"],
        f"chain/{number}.json.sig": earlier["release.json.sig"],
    }
    given = {
        "number": number + 1,
        "instant": f"2021-09-27T{number + 1:02}:00:00Z",
        "predecessor": {"number": number, "sha256": _sha256(earlier["release.json"])},
        **changed,
    }
    return sealed({**listed(earlier), **chained, **_pem(key)}, key, **given)


def third() -> dict[str, bytes]:
    """A third release."""
    return after(after(first()))


def redacted(key: SigningKey = KEY, **changed: Any) -> dict[str, bytes]:
    """A third release from which a file was taken out, with the record of that."""
    release = third()
    rest = {path: content for path, content in release.items() if path != "media/茶.txt"}
    manifest = sums(rest)
    one = {
        "instant": "2021-10-20T00:00:00Z",
        "files": 1,
        "manifest": {"from": _sha256(release["SHA256SUMS"]), "to": _sha256(manifest)},
        "software": "kakehashi 0.4.0",
    }
    record = canonical(
        {
            "format": "kakehashi-redactions/1",
            "week": "tea-week",
            "number": 3,
            "redactions": [{**one, **changed}],
            "key": key.public.fingerprint,
        }
    )
    return {**rest, "SHA256SUMS": manifest, "redactions.json": record, "redactions.json.sig": key.sign(record)}


def kept(key: SigningKey = KEY) -> dict[str, bytes]:
    """A third release of which only the record is kept."""
    record = canonical(
        {
            "format": "kakehashi-kept/1",
            "week": "tea-week",
            "number": 3,
            "instant": "2022-10-01T00:00:00Z",
            "key": key.public.fingerprint,
        }
    )
    stays = {path: content for path, content in third().items() if not path.startswith(("en/", "media/"))}
    return {**stays, "kept.json": record, "kept.json.sig": key.sign(record)}


def confirmed(old: SigningKey = KEY, signer: SigningKey = KEY) -> dict[str, bytes]:
    """The files by which an old key says that the next one follows it."""
    before, following = old.public.fingerprint, NEXT_KEY.public.fingerprint
    content = canonical({"format": "kakehashi-key-change/1", "from": before, "to": following})
    name = f"keys/{before}-{following}.json"
    return {name: content, f"{name}.sig": signer.sign(content)}


def without(files: Mapping[str, bytes], *paths: str) -> dict[str, bytes]:
    """Files but for some."""
    return {path: content for path, content in files.items() if path not in paths}


def _pem(key: SigningKey) -> dict[str, bytes]:
    return {f"keys/{key.public.fingerprint}.pem": key.public.pem}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def as_json(vector: Vector) -> str:
    """A vector as it lies on the disk."""
    found = {
        "format": "kakehashi-release-vector/1",
        "about": vector.about,
        "fingerprint": vector.fingerprint,
        "files": {path: _written(content) for path, content in sorted(vector.files.items())},
        **({"links": dict(vector.links)} if vector.links else {}),
        **({"folders": list(vector.folders)} if vector.folders else {}),
        "verdict": {
            "verifies": vector.verifies,
            "known": vector.known,
            "findings": [list(finding) for finding in sorted(vector.findings)],
        },
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _written(content: bytes) -> dict[str, str]:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(content).decode()}
    return {"text": text} if text.isprintable() or "\n" in text else {"base64": base64.b64encode(content).decode()}


def bad(
    about: str,
    files: Mapping[str, bytes],
    *findings: tuple[str, str],
    known: bool = True,
    links: Mapping[str, str] = MappingProxyType({}),
    folders: tuple[str, ...] = (),
) -> Vector:
    """A vector that does not verify."""
    return Vector(about, files, verifies=False, known=known, findings=findings, links=links, folders=folders)

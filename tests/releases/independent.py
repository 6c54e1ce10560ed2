"""A verifier written from `docs/specification/release.md` alone, without a line of the program: it must suffice.

It tells whether a release verifies, and whether its key is known; not what is wrong.
"""

import gzip
import hashlib
import json
import re
import zlib
from base64 import b64decode
from pathlib import Path
from typing import Any

import brotli
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

BESIDE = {
    *("SHA256SUMS", "release.json", "release.json.sig", "redactions.json", "redactions.json.sig"),
    *("kept.json", "kept.json.sig"),
}
HEX = "[0-9a-f]{64}"


class No(Exception):
    """It does not verify."""


def must(holds: object) -> None:
    """Ends with no unless it holds."""
    if not holds:
        raise No


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Release:
    """A release in a folder."""

    def __init__(self, folder: Path) -> None:
        self.files: dict[str, bytes] = {}
        for path in folder.rglob("*"):
            must(not path.is_symlink() and (path.is_file() or any(path.iterdir())))
            if path.is_file():
                self.files[path.relative_to(folder).as_posix()] = path.read_bytes()
        self.keys: dict[str, Ed25519PublicKey] = {}
        self.changes: set[tuple[str, str]] = set()

    def record(self, path: str, form: str, entries: list[str]) -> dict[str, Any]:
        content = self.files.get(path, b"")
        try:
            found = json.loads(content)
        except ValueError as error:
            raise No from error
        must(isinstance(found, dict) and list(found) == ["format", *entries] and found["format"] == form)
        must((json.dumps(found, indent=2, ensure_ascii=False) + "\n").encode() == content)
        return dict(found)

    def signed(self, path: str, fingerprint: str) -> None:
        must(fingerprint in self.keys and f"{path}.sig" in self.files)
        try:
            self.keys[fingerprint].verify(self.files[f"{path}.sig"], self.files[path])
        except InvalidSignature as error:
            raise No from error

    def read_keys(self) -> None:
        names = [path[5:] for path in self.files if path.startswith("keys/")]
        for name in names:
            if found := re.fullmatch(f"({HEX})\\.pem", name):
                lines = self.files[f"keys/{name}"].decode().splitlines()
                must((lines[0], lines[-1]) == ("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----"))
                der = b64decode("".join(lines[1:-1]))
                must(sha256(der) == found[1] and der[:12].hex() == "302a300506032b6570032100")
                self.keys[found[1]] = Ed25519PublicKey.from_public_bytes(der[12:])
        for name in names:
            if found := re.fullmatch(f"({HEX})-({HEX})\\.json", name):
                change = self.record(f"keys/{name}", "kakehashi-key-change/1", ["from", "to"])
                must((change["from"], change["to"]) == found.groups())
                self.signed(f"keys/{name}", found[1])
                self.changes.add((found[1], found[2]))
            else:
                must(re.fullmatch(f"{HEX}\\.pem|{HEX}-{HEX}\\.json\\.sig", name))

    def leads(self, old: str, new: str) -> bool:
        return old == new or any(
            before == old and Release.leads(self, after, new) for before, after in self.changes if after != old
        )

    def afterwards(self, name: str, form: str, entries: list[str], record: dict[str, Any]) -> dict[str, Any] | None:
        if not {f"{name}.json", f"{name}.json.sig"} & self.files.keys():
            return None
        found = self.record(f"{name}.json", form, entries)
        must((found["week"], found["number"]) == (record["week"], record["number"]))
        must(self.leads(record["key"], found["key"]))
        self.signed(f"{name}.json", found["key"])
        return found


RECORD = [
    *("week", "number", "instant", "software", "languages", "predecessor", "manifest", "files", "bytes", "key"),
]


def verify(folder: Path, fingerprint: str | None) -> tuple[bool, bool]:
    """Whether a release verifies, and whether its key is known."""
    known = False
    try:
        release = Release(folder)
        release.read_keys()
        record = release.record("release.json", "kakehashi-release/1", RECORD)
        known = fingerprint is not None and release.leads(fingerprint, record["key"])
        release.signed("release.json", record["key"])
        check_files(release, record)
        check_chain(release, record)
        must(known or fingerprint is None)
    except No:
        return False, known
    return True, known


def check_files(release: Release, record: dict[str, Any]) -> None:
    redactions = release.afterwards(
        "redactions", "kakehashi-redactions/1", ["week", "number", "redactions", "key"], record
    )
    kept = release.afterwards("kept", "kakehashi-kept/1", ["week", "number", "instant", "key"], record)
    manifest = record["manifest"]
    for one in redactions["redactions"] if redactions else ():
        must(one["manifest"]["from"] == manifest and one["instant"] >= record["instant"])
        manifest = one["manifest"]["to"]
    content = release.files["SHA256SUMS"]
    must(sha256(content) == manifest)
    lines = content.decode().split("\n")
    must(lines.pop() == "")
    sums = {line[66:]: line[:64] for line in lines}
    must(lines == [f"{sums[path]}  {path}" for path in sorted(sums, key=str.encode)])
    must(not any({"", ".", ".."} & set(path.split("/")) for path in sums))
    must(all(path in sums or path in BESIDE or (kept and path.startswith("keys/")) for path in release.files))
    for path, digest in sums.items():
        if path not in release.files:
            must(kept and not path.startswith(("chain/", "keys/", "assets/")))
        else:
            must(sha256(release.files[path]) == digest)
            check_variant(release, path, sums)
    if not redactions:
        must(record["files"] == len(sums))
        must(kept or record["bytes"] == sum(len(release.files[path]) for path in sums))


def check_variant(release: Release, path: str, sums: dict[str, str]) -> None:
    original = path[:-3]
    if path[-3:] not in (".gz", ".br") or original not in sums or original not in release.files:
        return
    try:
        unpack = gzip.decompress if path.endswith(".gz") else brotli.decompress
        must(unpack(release.files[path]) == release.files[original])
    except (OSError, EOFError, zlib.error, brotli.error) as error:
        raise No from error


def check_chain(release: Release, record: dict[str, Any]) -> None:
    expected = {f"chain/{number}.json{end}" for number in range(1, record["number"]) for end in ("", ".sig")}
    must({path for path in release.files if path.startswith("chain/")} == expected)
    after = record
    for number in range(record["number"] - 1, 0, -1):
        path = f"chain/{number}.json"
        found = release.record(path, "kakehashi-release/1", RECORD)
        release.signed(path, found["key"])
        must((found["number"], found["week"]) == (number, record["week"]))
        must(after["predecessor"] == {"number": number, "sha256": sha256(release.files[path])})
        must(found["instant"] <= after["instant"])
        after = found
    must(after["predecessor"] is None)

"""The cases of `tools.release_vectors`: `python -m tools.release_cases` writes them to `tests/vectors/release/`."""

import hashlib
import json
from collections.abc import Mapping

from tools import ROOT
from tools.release_vectors import (
    KEY,
    NEXT_KEY,
    STRANGER,
    Vector,
    after,
    as_json,
    bad,
    confirmed,
    first,
    kept,
    redacted,
    sealed,
    third,
    without,
)

FOLDER = ROOT / "tests" / "vectors" / "release"
_PEM = f"keys/{KEY.public.fingerprint}.pem"
_CHANGE = next(iter(confirmed()))


def good() -> Mapping[str, Vector]:
    """Releases that verify."""
    changed = "a release with a new key"
    return {
        "first": Vector("A first release, its key known.", first()),
        "key-unknown": Vector("A first release; nobody has named a key.", first(), known=False, fingerprint=None),
        "third": Vector("A third release with its chain.", third()),
        "redacted": Vector("A file was taken out and the record of it signed.", redacted(), findings=(_REDACTED,)),
        "kept": Vector("Only the record is kept.", kept(), findings=(("verify.kept", ""),)),
        "key-changed": Vector(
            f"{changed}, confirmed by the old one, which is the one that the reader knows.",
            after({**first(), **confirmed()}, NEXT_KEY),
            findings=(("verify.key-confirmed", NEXT_KEY.public.fingerprint),),
        ),
        "key-changed-unconfirmed": Vector(
            f"{changed}, which the reader knows; the old one has not confirmed it, which is worth a warning.",
            after(first(), NEXT_KEY),
            findings=(("verify.key-changed", NEXT_KEY.public.fingerprint),),
            fingerprint=NEXT_KEY.public.fingerprint,
        ),
    }


_REDACTED = ("verify.redacted", "")


def altered() -> Mapping[str, Vector]:
    """Releases of which somebody has altered the files."""
    release = third()
    page = release["en/index.html"]
    variant = _resigned(release, **{"en/index.html.gz": release["en/index.html.gz"][:-8] + bytes(8)})
    return {
        "byte": bad(
            "One byte of a page is another.",
            {**release, "en/index.html": page.replace(b"15", b"16", 1)},
            ("verify.altered", "en/index.html"),
        ),
        "missing": bad("A file is missing.", without(release, "media/茶.txt"), ("verify.missing", "media/茶.txt")),
        "added": bad(
            "A file and an empty folder were added.",
            {**release, "en/more.html": page},
            ("verify.added", "en/more.html"),
            ("verify.added-folder", "fr/"),
            folders=("fr",),
        ),
        "link": bad(
            "A link stands in the place of a file, although it leads to the same bytes.",
            without(release, "media/茶.txt"),
            ("verify.link", "media/茶.txt"),
            links={"media/茶.txt": "../茶.txt"},
        ),
        "variant": bad(
            "All is signed, but the compressed page is not the page.", variant, ("verify.variant", "en/index.html.gz")
        ),
        "manifest": bad(
            "A line of the manifest is another.",
            {**release, "SHA256SUMS": release["SHA256SUMS"].replace(b"media/", b"medium/")},
            ("verify.altered", "SHA256SUMS"),
            ("verify.missing", "medium/茶.txt"),
            ("verify.added", "media/茶.txt"),
        ),
        "manifest-order": bad(
            "All is signed, but the lines of the manifest are in another order.",
            _with_manifest(release, b"".join(reversed(release["SHA256SUMS"].splitlines(keepends=True)))),
            ("verify.bad-manifest", "SHA256SUMS"),
        ),
        "manifest-outside": bad(
            "All is signed, but the manifest lists a file outside of the release.",
            _with_manifest(release, b"0" * 64 + b"  ../secret\n"),
            ("verify.bad-manifest", "SHA256SUMS"),
        ),
    }


def signed() -> Mapping[str, Vector]:
    """Releases whose record or signature is not as it should be."""
    release, other = third(), STRANGER.public.fingerprint
    forged = sealed(release, STRANGER, **{**_entries(release), "key": KEY.public.fingerprint})
    taken_over = after(after(first()), STRANGER)
    return {
        "record": bad(
            "The record was altered after it was signed.",
            {**release, "release.json": release["release.json"].replace(b"T03:", b"T04:")},
            ("verify.bad-signature", "release.json"),
        ),
        "record-form": bad(
            "All is signed, but the record is not in its form.",
            _with_record(release, json.dumps(json.loads(release["release.json"])).encode()),
            ("verify.bad-record", "release.json"),
            known=False,
        ),
        "record-count": bad(
            "All is signed, but the record counts other files than there are.",
            sealed(release, **{**_entries(release), "files": 1}),
            ("verify.bad-count", "release.json"),
        ),
        "forged": bad(
            "Another key signed in the name of the right one.", forged, ("verify.bad-signature", "release.json")
        ),
        "other-key": bad(
            "All fits, but another key signed from the third release on, and the old one has not confirmed it.",
            taken_over,
            ("verify.other-key", other),
            ("verify.key-changed", other),
            known=False,
        ),
        "other-key-unasked": Vector(
            "The same, for a reader who knows no key: consistent, with a warning.",
            taken_over,
            known=False,
            fingerprint=None,
            findings=(("verify.key-changed", other),),
        ),
        "false-confirmation": bad(
            "The change of the key was signed by the new key itself.",
            after({**first(), **confirmed(signer=NEXT_KEY)}, NEXT_KEY),
            ("verify.bad-key-change", _CHANGE),
            ("verify.other-key", NEXT_KEY.public.fingerprint),
            ("verify.key-changed", NEXT_KEY.public.fingerprint),
            known=False,
        ),
        "no-key": bad(
            "All is signed, but the public key is left out.",
            sealed(without(first(), _PEM)),
            ("verify.no-key", KEY.public.fingerprint),
        ),
        "wrong-key-file": bad(
            "All is signed, but a file in keys has the name of another key.",
            sealed({**first(), f"keys/{other}.pem": KEY.public.pem}),
            ("verify.bad-key", f"keys/{other}.pem"),
        ),
        "redaction-unsigned": bad(
            "A file was taken out by somebody who has not the key.",
            {**redacted(), "redactions.json.sig": STRANGER.sign(redacted()["redactions.json"])},
            ("verify.bad-redactions", "redactions.json"),
            ("verify.altered", "SHA256SUMS"),
        ),
        "redaction-astray": bad(
            "The record of what was taken out does not begin with what was signed.",
            redacted(manifest={"from": "0" * 64, "to": "1" * 64}),
            ("verify.bad-redactions", "redactions.json"),
            ("verify.altered", "SHA256SUMS"),
        ),
        "kept-unsigned": bad(
            "Only a record is left, and a stranger says that this is right.",
            {**kept(), "kept.json.sig": STRANGER.sign(kept()["kept.json"])},
            ("verify.bad-kept", "kept.json"),
            *(("verify.missing", path) for path in ("en/index.html", "en/index.html.gz", "media/茶.txt")),
        ),
    }


def chained() -> Mapping[str, Vector]:
    """Releases whose chain does not lead to the first."""
    release = third()
    entries = _entries(release)
    other = after(first(), software="kakehashi 0.4.1")
    late = after(first(), instant="2021-09-27T05:00:00Z")
    elsewhere = after(sealed(first(), week="coffee-week"))
    return {
        "chain-link": bad(
            "All is signed, but the first release is left out of the chain.",
            sealed(without(release, "chain/1.json", "chain/1.json.sig"), **entries),
            ("verify.chain-missing", "chain/1.json"),
        ),
        "chain-gap": bad(
            "All is signed, but the chain is left out.",
            sealed(without(release, *(path for path in release if path.startswith("chain/"))), **entries),
            ("verify.chain-gap", "chain/1.json"),
        ),
        "chain-other": bad(
            "All is signed, but the second release in the chain is another one of that number.",
            sealed({**release, **_chain(2, other)}, **entries),
            ("verify.chain-broken", "chain/2.json"),
        ),
        "chain-back": bad(
            "All is signed, but the second release is of a later time than the third.",
            after(late, instant="2021-09-27T04:00:00Z"),
            ("verify.chain-back", "chain/2.json"),
        ),
        "chain-week": bad(
            "All is signed, but the first release is of another week.",
            elsewhere,
            ("verify.chain-week", "chain/1.json"),
        ),
        "chain-stray": bad(
            "All is signed, but there is a fourth release in the chain of the third.",
            sealed({**release, "chain/4.json": b"{}\n"}, **entries),
            ("verify.chain-stray", "chain/4.json"),
        ),
        "chain-forged": bad(
            "All is signed, but a stranger signed the first release in the chain.",
            sealed({**release, "chain/1.json.sig": STRANGER.sign(release["chain/1.json"])}, **entries),
            ("verify.bad-signature", "chain/1.json"),
        ),
        "chain-record": bad(
            "All is signed, but a record of the chain is none.",
            sealed({**release, "chain/1.json": b"{}\n"}, **entries),
            ("verify.bad-record", "chain/1.json"),
        ),
    }


def vectors() -> Mapping[str, Vector]:
    """Every case by its name."""
    return {**good(), **altered(), **signed(), **chained()}


def _entries(release: Mapping[str, bytes]) -> dict[str, object]:
    """The entries of a record that do not follow from its files."""
    record = json.loads(release["release.json"])
    return {name: record[name] for name in ("number", "instant", "predecessor")}


def _resigned(release: Mapping[str, bytes], **changed: bytes) -> dict[str, bytes]:
    return sealed({**release, **changed}, **_entries(release))


def _with_record(release: Mapping[str, bytes], content: bytes) -> dict[str, bytes]:
    return {**release, "release.json": content, "release.json.sig": KEY.sign(content)}


def _with_manifest(release: Mapping[str, bytes], manifest: bytes) -> dict[str, bytes]:
    made = sealed(release, **{**_entries(release), "manifest": hashlib.sha256(manifest).hexdigest()})
    return {**made, "SHA256SUMS": manifest}


def _chain(number: int, release: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        f"chain/{number}.json": release["release.json"],
        f"chain/{number}.json.sig": release["release.json.sig"],
    }


def write_all() -> None:
    """Write every case anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.json"):
        path.unlink()
    for name, vector in vectors().items():
        (FOLDER / f"{name}.json").write_text(as_json(vector), "utf-8")


if __name__ == "__main__":
    write_all()

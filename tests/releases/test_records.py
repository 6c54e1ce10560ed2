"""The forms of what is signed: written one way, read back the same, and refused in every other."""

import json
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.keys import PublicKey
from kakehashi.releases import KeyChange, Link, Record
from kakehashi.releases.keeping import Kept
from kakehashi.releases.layout import UNLISTED, is_path
from kakehashi.releases.manifest import manifest_bytes, parse_manifest
from kakehashi.releases.redactions import Redaction, Redactions
from kakehashi.releases.withdrawing import Withdrawals

T = TypeVar("T")
KINDS = (Record, Redactions, KeyChange, Kept, Withdrawals)
FORMATS = ("release", "redactions", "key-change", "kept", "withdrawn")

hashes = st.text("0123456789abcdef", min_size=64, max_size=64)
slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
instants = st.datetimes(datetime(1, 1, 1), timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0))  # noqa: DTZ001 - hypothesis adds the zone
lines = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
whole = st.integers(0, 2**53 - 1)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Anything that a release may say of itself."""
    number = draw(st.integers(1, 2**53 - 1))
    return Record(
        week=draw(slugs),
        number=number,
        instant=draw(instants),
        software=draw(lines),
        languages=tuple(draw(st.lists(st.sampled_from(["ja", "ru", "sr-Latn", "zh-Hant-TW"])))),
        predecessor=None if number == 1 else Link(number - 1, draw(hashes)),
        manifest=draw(hashes),
        files=draw(whole),
        size=draw(whole),
        key=draw(hashes),
    )


redactions = st.builds(
    Redactions,
    slugs,
    st.integers(1, 99),
    hashes,
    st.lists(st.builds(Redaction, instants, st.integers(1, 99), hashes, hashes, lines), min_size=1, max_size=3).map(
        tuple
    ),
)
changes = st.builds(KeyChange, hashes, hashes, st.just(b"signature"))


@given(records())
def test_a_record_is_read_as_it_was_written(record: Record) -> None:
    assert Record.from_bytes(record.to_bytes()) == record


@given(redactions)
def test_redactions_are_read_as_they_were_written(record: Redactions) -> None:
    assert Redactions.from_bytes(record.to_bytes()) == record


@given(changes)
def test_a_change_of_keys_is_read_as_it_was_written(change: KeyChange) -> None:
    assert KeyChange.from_bytes(change.to_bytes(), b"signature") == change


def otherwise(content: bytes) -> list[bytes]:
    """The same record in forms that are not its own."""
    found = json.loads(content)
    pairs = content.decode().splitlines()
    return [
        json.dumps(found).encode(),
        json.dumps(found, indent=2, ensure_ascii=False).encode(),
        content + b"\n",
        b"\xef\xbb\xbf" + content,
        content.replace(b"\n", b"\r\n"),
        json.dumps({**found, "more": 1}, indent=2, ensure_ascii=False).encode() + b"\n",
        json.dumps(dict(reversed(found.items())), indent=2, ensure_ascii=False).encode() + b"\n",
        "\n".join([pairs[0], pairs[1], *pairs[1:], ""]).encode(),
        json.dumps(dict(list(found.items())[:-1]), indent=2, ensure_ascii=False).encode() + b"\n",
    ]


@given(records())
def test_a_record_in_another_form_is_none(record: Record) -> None:
    for content in otherwise(record.to_bytes()):
        with pytest.raises(ValueError, match=r"."):
            Record.from_bytes(content)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", 0),
        ("number", 2),
        ("number", True),
        ("number", 1.0),
        ("number", "1"),
        ("instant", "2021-09-27T01:00:00+00:00"),
        ("instant", "2021-13-27T01:00:00Z"),
        ("instant", "2021-09-27T01:00:60Z"),
        ("instant", "２０２１-09-27T01:00:00Z"),
        ("week", "Tea Week"),
        ("software", "two\nlines"),
        ("software", ""),
        ("languages", "ja"),
        ("languages", ["JA"]),
        ("languages", [1]),
        ("predecessor", {}),
        ("predecessor", []),
        ("predecessor", {"number": 1, "sha256": "0" * 64}),
        ("manifest", "A" * 64),
        ("files", -1),
        ("bytes", 2**53),
        ("key", None),
        ("format", "kakehashi-release/2"),
    ],
)
def test_a_record_with_a_value_that_cannot_be_is_none(name: str, value: object) -> None:
    record = Record("tea-week", 1, datetime(2021, 9, 27, tzinfo=UTC), "k", ("ja",), None, "0" * 64, 1, 1, "0" * 64)
    changed = {**json.loads(record.to_bytes()), name: value}
    with pytest.raises(ValueError, match=r"."):
        Record.from_bytes(json.dumps(changed, indent=2, ensure_ascii=False).encode() + b"\n")


leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | hashes
    | st.just("2021-09-27T01:00:00Z")
)
trees = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner), max_leaves=5
)
names = (
    "week",
    "number",
    "instant",
    "key",
    "redactions",
    "withdrawals",
    "languages",
    "manifest",
    "predecessor",
    "from",
    "to",
)


@given(st.sampled_from(KINDS), st.sampled_from(FORMATS), st.dictionaries(st.sampled_from(names), trees))
def test_whatever_stands_in_a_record_it_is_refused_in_one_way(kind: Any, form: str, found: dict[str, Any]) -> None:
    content = json.dumps({"format": f"kakehashi-{form}/1", **found}).encode()
    with pytest.raises(ValueError, match=r"."):
        kind.from_bytes(content, b"") if kind is KeyChange else kind.from_bytes(content)


@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda noise: b"-----BEGIN PUBLIC KEY-----\n" + noise))
def test_whatever_stands_in_the_file_of_a_public_key_it_is_refused_in_one_way(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        PublicKey.from_pem(content)


paths = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30).filter(
    lambda path: is_path(path) and path not in UNLISTED
)


@given(st.dictionaries(paths, hashes, max_size=8))
def test_a_manifest_is_read_as_it_was_written(sums: dict[str, str]) -> None:
    content = manifest_bytes(sums)
    assert parse_manifest(content) == sums
    assert [line[66:].encode() for line in content.decode().split("\n")[:-1]] == sorted(path.encode() for path in sums)


@given(st.dictionaries(paths, hashes, min_size=1, max_size=4), st.data())
def test_a_manifest_in_another_form_is_none(sums: dict[str, str], data: st.DataObject) -> None:
    content = manifest_bytes(sums)
    first = content.split(b"\n")[0] + b"\n"
    spoilt = data.draw(
        st.sampled_from(
            [
                content[:-1],
                content + b"\n",
                first + content,
                content.replace(b"  ", b" *", 1),
                b"\\" + content,
                content + b"0" * 64 + b"  ../x\n",
                content.replace(b"\n", b"\r\n"),
                content[1:],
                b"\xff" + content,
            ]
        )
    )
    with pytest.raises(ValueError, match=r"."):
        parse_manifest(spoilt)

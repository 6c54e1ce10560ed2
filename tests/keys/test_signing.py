"""Keys sign as RFC 8032 says, are named by their fingerprint, and are written as other tools read them."""

import pickle
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.keys import PublicKey, SigningKey

# RFC 8032, section 7.1, tests 1 to 3: secret key, public key, message, signature.
RFC_8032 = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655"
        "141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d"
        "291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027"
        "beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("secret", "public", "message", "signature"), RFC_8032)
def test_signatures_are_those_of_the_standard(secret: str, public: str, message: str, signature: str) -> None:
    key = SigningKey(bytes.fromhex(secret))
    assert key.public.raw.hex() == public
    assert key.sign(bytes.fromhex(message)).hex() == signature
    assert key.public.verify(bytes.fromhex(signature), bytes.fromhex(message))


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.data())
def test_one_changed_bit_of_message_or_signature_is_noticed(secret: bytes, message: bytes, data: st.DataObject) -> None:
    key = SigningKey(secret)
    signature = key.sign(message)
    assert key.public.verify(signature, message)
    whole = bytearray(signature + message)
    bit = data.draw(st.integers(0, len(whole) * 8 - 1))
    whole[bit // 8] ^= 1 << bit % 8
    assert not key.public.verify(bytes(whole[:64]), bytes(whole[64:]))


@pytest.mark.parametrize("signature", [b"", b"\0" * 63, b"\0" * 65])
def test_what_is_no_signature_verifies_nothing(signature: bytes) -> None:
    assert not SigningKey(bytes(32)).public.verify(signature, b"")


def test_a_key_made_anew_is_nobody_elses() -> None:
    assert SigningKey.generate() != SigningKey.generate()


def test_a_secret_is_not_told_by_accident() -> None:
    key = SigningKey(b"\x5a" * 32)
    assert "5a" not in repr(key).replace("\\x", "") and repr(key.secret) not in repr(key)


def test_keys_travel_to_other_processes() -> None:
    key = SigningKey(bytes(range(32)))
    assert pickle.loads(pickle.dumps(key)) == key
    assert pickle.loads(pickle.dumps(key.public)).fingerprint == key.public.fingerprint


def test_a_public_key_is_the_same_in_its_file(tmp_path: Path) -> None:
    key = SigningKey.generate().public
    assert PublicKey.from_pem(key.pem) == key


def test_the_fingerprint_is_what_openssl_and_sha256sum_tell(tmp_path: Path) -> None:
    key = SigningKey(bytes(range(32))).public
    (tmp_path / "key.pem").write_bytes(key.pem)
    command = "openssl pkey -pubin -in key.pem -outform DER | sha256sum"
    told = subprocess.run(command, shell=True, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert told.split()[0] == key.fingerprint


@pytest.mark.parametrize(
    "command",
    [
        "openssl genpkey -algorithm ed448 | openssl pkey -pubout",
        "openssl genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-256 | openssl pkey -pubout",
        "openssl genpkey -algorithm ed25519",
        "echo hello",
    ],
)
def test_other_things_are_no_public_key(command: str) -> None:
    told = subprocess.run(command, shell=True, check=True, capture_output=True).stdout
    with pytest.raises(ValueError, match=r"."):
        PublicKey.from_pem(told)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_keys_have_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        PublicKey(bytes(length))
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKey(bytes(length))

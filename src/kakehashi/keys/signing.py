"""Ed25519 (RFC 8032): the key that signs and the key that verifies.

Both are plain bytes, so they can be compared, hashed and handed to another process.
"""

import hashlib
import os
import secrets
from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from kakehashi.findings import Refused
from kakehashi.keys.files import read_secret, write_secret

_SPKI = bytes.fromhex("302a300506032b6570032100")
"""What stands before the 32 bytes of the key in the DER form of a public key (RFC 8410, section 4)."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that verifies: the 32 bytes of RFC 8032."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != 32:
            raise ValueError("a public key of Ed25519 has 32 bytes")

    @classmethod
    def from_pem(cls, pem: bytes) -> "PublicKey":
        """The key in a PEM file (SubjectPublicKeyInfo). Raises `ValueError` when there is none of Ed25519 in it."""
        try:
            key = load_pem_public_key(pem)
        except UnsupportedAlgorithm as error:
            raise ValueError("a public key of a kind that is not known") from error
        if not isinstance(key, Ed25519PublicKey):
            raise ValueError("a public key, but not of Ed25519")
        return cls(key.public_bytes_raw())

    @property
    def pem(self) -> bytes:
        """The key as a PEM file, which other tools read: SubjectPublicKeyInfo, RFC 8410."""
        return b"-----BEGIN PUBLIC KEY-----\n" + b64encode(self._der) + b"\n-----END PUBLIC KEY-----\n"

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the key's DER form, in lower-case hexadecimal: how people name and compare keys."""
        return hashlib.sha256(self._der).hexdigest()

    @property
    def _der(self) -> bytes:
        return _SPKI + self.raw

    def verify(self, signature: bytes, message: bytes) -> bool:
        """Whether `signature` is this key's over `message`."""
        try:
            self._loaded().verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def _loaded(self) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(self.raw)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that signs: the 32 secret bytes of RFC 8032. They stand in no representation of it."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise ValueError("a key of Ed25519 has 32 bytes")

    @classmethod
    def generate(cls) -> "SigningKey":
        """A new key, from the system's source of secrets."""
        return cls(secrets.token_bytes(32))

    @classmethod
    def read(cls, path: Path) -> "SigningKey":
        """The key in a file.

        Raises `Refused`: `key.missing`, `key.unreadable`, `key.exposed` (others of this machine may read it),
        `key.encrypted`, `key.other-kind`, `key.not-a-key`.
        """
        return cls(read_secret(path))

    @classmethod
    def of_installation(cls, path: Path) -> "SigningKey":
        """The key in a file, or a new one, written there, when there is no such file.

        Two processes that find none have the same key afterwards. Raises `Refused` as `read` and `write` do.
        """
        if os.path.lexists(path):
            return cls.read(path)
        key = cls.generate()
        try:
            key.write(path)
        except Refused as refused:
            if refused.findings[0].code != "key.exists":
                raise
            return cls.read(path)
        return key

    def write(self, path: Path) -> None:
        """Writes the key as a new file, mode 0600, and its folder (mode 0700) if there is none.

        The file appears whole or not at all, and lies on the disk when this returns. Raises `Refused`: `key.exists`,
        `key.unwritable`.
        """
        write_secret(path, self.secret)

    @property
    def public(self) -> PublicKey:
        """The key that verifies what this one signs."""
        return PublicKey(self._loaded().public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """The signature over a message: 64 bytes, always the same for the same message."""
        return self._loaded().sign(message)

    def _loaded(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.secret)

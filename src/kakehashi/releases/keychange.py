"""From one key to the next: the old key says which one follows it, if it still can."""

from dataclasses import dataclass

from kakehashi.keys import PublicKey, SigningKey, canonical
from kakehashi.releases.records import HEX, read_record, text

FORMAT = "kakehashi-key-change/1"


@dataclass(frozen=True, slots=True)
class KeyChange:
    """That releases are signed by another key from now on: the fingerprints of both.

    `signature` is the old key's over `to_bytes()`; `None` where the old key is lost, which verifiers are told.
    """

    before: str
    after: str
    signature: bytes | None

    @classmethod
    def confirmed(cls, old: SigningKey, new: PublicKey) -> "KeyChange":
        """A change that the old key confirms."""
        message = cls(old.public.fingerprint, new.fingerprint, None).to_bytes()
        return cls(old.public.fingerprint, new.fingerprint, old.sign(message))

    @classmethod
    def unconfirmed(cls, old: str, new: PublicKey) -> "KeyChange":
        """A change from a key that is lost or was stolen, of which only the fingerprint is known."""
        return cls(old, new.fingerprint, None)

    def to_bytes(self) -> bytes:
        """The bytes of `keys/<old fingerprint>-<new fingerprint>.json`, which the old key signs."""
        return canonical({"format": FORMAT, "from": self.before, "to": self.after})

    @property
    def name(self) -> str:
        """The name of its file in `keys/`; that of the signature has `.sig` added."""
        return f"{self.before}-{self.after}.json"

    @classmethod
    def from_bytes(cls, content: bytes, signature: bytes) -> "KeyChange":
        """The change of these bytes, its signature unchecked. Raises `ValueError` for any not written by `to_bytes`."""
        found = read_record(content, FORMAT)
        change = cls(text(found, "from", HEX), text(found, "to", HEX), signature)
        if change.to_bytes() != content:
            raise ValueError("not in the form in which it is written")
        return change

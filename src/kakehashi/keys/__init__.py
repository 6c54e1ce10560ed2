"""Keys: the Ed25519 key of an installation, its file, and the bytes that are signed.

A `SigningKey` signs and never leaves its file; its `PublicKey` is published, named by its `fingerprint`, and verifies.
What is signed is the bytes of a record, written by `canonical`: its first entry, `format`, says what the signature is
for, so that a signature given for one purpose is worth nothing for another.

>>> key = SigningKey(bytes(32))
>>> message = canonical({"format": "example/1", "week": "架け橋"})
>>> key.public.verify(key.sign(message), message)
True
>>> key.public.verify(key.sign(message), message + b"!")
False
>>> key.public.fingerprint[:8]
'339e2ff9'
"""

from kakehashi.keys.records import canonical
from kakehashi.keys.signing import PublicKey, SigningKey

__all__ = ["PublicKey", "SigningKey", "canonical"]

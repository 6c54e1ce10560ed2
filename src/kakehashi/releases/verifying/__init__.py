"""Verifying: whether releases are what was signed, told from their folders alone and without trust in them.

`verify_release` looks at one release, `verify_store` at a folder of them with what lies between. The rules are those of
`docs/specification/release.md`; nothing here needs the program that made the release.
"""

from kakehashi.releases.verifying.between import StoreVerdict, is_release, is_store, verify_store
from kakehashi.releases.verifying.verdict import Verdict
from kakehashi.releases.verifying.whole import verify_release

__all__ = ["StoreVerdict", "Verdict", "is_release", "is_store", "verify_release", "verify_store"]

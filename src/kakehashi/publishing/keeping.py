"""A policy for old releases: the files of those that it does not keep go, their records stay."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kakehashi.keys import SigningKey
from kakehashi.releases import Release, Store
from kakehashi.releases.disk import hindered, remove
from kakehashi.releases.former import former_of
from kakehashi.releases.keeping import Policy, make_record
from kakehashi.releases.replacing import place_for, replace_all


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who applies a policy to the releases of a week. `at` (aware) is the moment of it."""

    store: Store
    key: SigningKey
    at: datetime
    waiting: Callable[[], None]

    def superfluous(self, policy: Policy) -> tuple[Release, ...]:
        """The releases whose files would go, the oldest first. Raises `Refused`."""
        current = self.store.current
        return policy.superfluous(self.store.releases(), None if current is None else current.number, self.at)

    def apply(self, policy: Policy) -> dict[int, int]:
        """Takes the files away, all at once; the bytes of them by the number of the release. Raises `Refused`.

        Bytes that another release has too stay on the disk for that one.
        """
        with self.store.held(self.waiting):
            releases = self.superfluous(policy)
            if not releases:
                return {}
            newest = former_of(self.store.releases()[-1])
            aside = self.store.aside
            try:
                aside.mkdir(0o755)
                gone = {
                    release.number: make_record(
                        former_of(release), place_for(aside, release.number), self.at, self.key, newest
                    )
                    for release in releases
                }
                replace_all(self.store.folder, aside)
            except OSError as error:
                raise hindered(error, self.store.folder) from error
            finally:
                remove(aside)
            return gone

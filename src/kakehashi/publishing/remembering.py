"""That somebody was taken out of a week is remembered without the name, so that no later release brings them back.

The store keeps a keyed hash of each whole name: that of the signature of the installation's key over the name, which
Ed25519 makes the same each time and nobody without the key can try out.
"""

import json
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kakehashi.findings import Finding, Refused
from kakehashi.keys import SigningKey, canonical
from kakehashi.week import Week

if TYPE_CHECKING:
    from kakehashi.week.redacting import NameForms

FORMAT = "kakehashi-redacted-names/1"
FILE = ".redacted"


def remember(store: Path, key: SigningKey, weeks: Sequence[Week], forms: "NameForms") -> None:
    """Notes everyone of these weeks who has one of the slugs, as one person.

    Raises `OSError`, and `Refused` as `brought_back` does.
    """
    people = [week.people[slug] for week in weeks for slug in sorted(forms.slugs) if slug in week.people]
    hashes = frozenset(_hash(key, name.whole) for person in people for name in person.names.values())
    if hashes:
        _write(store, [*_known(store), hashes])


def lift(store: Path, key: SigningKey, name: str) -> bool:
    """Forgets somebody by one of the whole names, so that they may be in releases again; whether they were remembered.

    Raises `OSError`, and `Refused` as `brought_back` does.
    """
    known, asked = _known(store), _hash(key, name)
    left = [hashes for hashes in known if asked not in hashes]
    if len(left) == len(known):
        return False
    _write(store, left)
    return True


def brought_back(store: Path, key: SigningKey, week: Week) -> Iterator[Finding]:
    """Everyone in a week who was taken out of its releases (`redaction.brought-back`).

    Raises `Refused` (`release.unreadable-record`) when that cannot be read: nobody is to come back unseen.
    """
    known = frozenset[str]().union(*_known(store))
    if not known:
        return
    for slug, person in week.people.items():
        if any(_hash(key, name.whole) in known for name in person.names.values()):
            yield Finding("redaction.brought-back", ("people", slug), {"value": slug, "week": week.slug})


def _hash(key: SigningKey, name: str) -> str:
    # Loaded when used: mostly nobody was ever taken out.
    from kakehashi.week.redacting import name_words  # noqa: PLC0415

    # In any order of its words, since the next document may write it in another.
    words = sorted(name_words(name))
    return sha256(key.sign(canonical({"format": FORMAT, "name": words}))).hexdigest()


def _known(store: Path) -> list[frozenset[str]]:
    try:
        found = json.loads((store / FILE).read_bytes())
        return [frozenset(hashes) for hashes in found["people"]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused([Finding("release.unreadable-record", values={"value": str(store / FILE)})]) from error


def _write(store: Path, people: Sequence[frozenset[str]]) -> None:
    new = store / f"{FILE}.new"
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(canonical({"format": FORMAT, "people": sorted(map(sorted, set(people)))}))
        file.flush()
        os.fsync(descriptor)
    new.replace(store / FILE)

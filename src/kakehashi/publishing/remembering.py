"""That somebody was taken out of a week is remembered without the name, so that no later release brings them back.

The store keeps a keyed hash of each whole name and of the slug: the signature of the installation's key over the name,
which Ed25519 makes the same each time and nobody without the key can try out.
"""

import json
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from kakehashi.findings import Finding
from kakehashi.keys import SigningKey, canonical
from kakehashi.week import Week
from kakehashi.week.people import Person
from kakehashi.week.redacting import NameForms, name_words

FORMAT = "kakehashi-redacted-names/1"
FILE = ".redacted"


def remember(store: Path, key: SigningKey, weeks: Sequence[Week], forms: NameForms) -> None:
    """Notes everyone of these weeks who has one of the slugs. Raises `OSError`."""
    people = [week.people[slug] for week in weeks for slug in sorted(forms.slugs) if slug in week.people]
    _write(store, _known(store) | {_hash(key, name) for person in people for name in _names(person)})


def lift(store: Path, key: SigningKey, person: Person) -> bool:
    """Forgets somebody, who may then be in releases again; whether they were remembered. Raises `OSError`."""
    known = _known(store)
    theirs = {_hash(key, name) for name in _names(person)}
    if not known & theirs:
        return False
    _write(store, known - theirs)
    return True


def brought_back(store: Path, key: SigningKey, week: Week) -> Iterator[Finding]:
    """Everyone in a week who was taken out of its releases (`redaction.brought-back`)."""
    known = _known(store)
    if not known:
        return
    for slug, person in week.people.items():
        if known & {_hash(key, name) for name in _names(person)}:
            yield Finding("redaction.brought-back", ("people", slug), {"value": slug, "week": week.slug})


def _names(person: Person) -> Iterator[tuple[str, ...]]:
    for name in person.names.values():
        # In any order, since the next document may write it in another.
        if words := tuple(sorted(name_words(name.whole))):
            yield words


def _hash(key: SigningKey, words: Sequence[str]) -> str:
    return sha256(key.sign(canonical({"format": FORMAT, "name": list(words)}))).hexdigest()


def _known(store: Path) -> frozenset[str]:
    try:
        found = json.loads((store / FILE).read_bytes())
    except FileNotFoundError:
        return frozenset()
    return frozenset(found["names"])


def _write(store: Path, names: frozenset[str]) -> None:
    new = store / f"{FILE}.new"
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(canonical({"format": FORMAT, "names": sorted(names)}))
        file.flush()
        os.fsync(descriptor)
    new.replace(store / FILE)

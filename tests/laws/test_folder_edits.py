"""Laws of edits: the week gets the change and nothing else, and so does the text of its files."""

import random
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import islice, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.laws.handwriting import MARK, by_hand
from tests.strategies import COLLECTIONS, documents, resolved, values_of

from kakehashi.findings import Place, Refused
from kakehashi.folder import Loaded, dump, edit, load
from kakehashi.folder.shapes import Group, Many, Named, Shape, Years, group
from kakehashi.folder.splicing import written_end
from kakehashi.week import Week
from kakehashi.week.anatomy import at

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
REMOVED: Any = object()


def possible(value: Any, shape: Shape, place: Place) -> Iterator[tuple[Place, Shape, bool]]:
    """Every place at which a value may be set, and whether it may be removed."""
    match shape, value:
        case Group(), dict():
            for key, of in shape.fields.items():
                yield (*place, key), of, key not in shape.required
                if value.get(key) is not None:
                    yield from possible(value[key], of, (*place, key))
        case Named(), dict():
            for key, entry in value.items():
                yield (*place, key), shape.of, True
                yield from possible(entry, shape.of, (*place, key))
        case ((Many() | Years()), list()):
            for number, entry in enumerate(value):
                yield (*place, number), shape.of, False
                yield from possible(entry, shape.of, (*place, number))


def with_change(value: Any, place: Place, new: Any) -> Any:
    """Plain values with another one at a place, or without the key."""
    changed = list(value) if isinstance(value, list) else dict(value)
    step, rest = place[0], place[1:]
    if rest:
        changed[step] = with_change(value[step], rest, new)
    elif new is REMOVED:
        changed.pop(step, None)
    else:
        changed[step] = new
    return changed


@st.composite
def edits(draw: st.DrawFn) -> tuple[Week, Place, Any, Week]:
    """A week, a place in it with its new value (`None` to remove what stands there), and the week that comes of it."""
    values = draw(documents())
    places = [one for one in possible(values, group(Week), ()) if not set_apart(one[0])]
    place, shape, removable = draw(st.sampled_from(places))
    slugs = {name: list(values[name]) for name in COLLECTIONS}
    new = REMOVED if removable and draw(st.booleans()) else resolved(draw(values_of(shape)), slugs)
    try:
        after = Week.model_validate(with_change(values, place, new))
    except ValidationError:
        assume(False)
    return Week.model_validate(values), place, None if new is REMOVED else at(after, place), after


def set_apart(place: Place) -> bool:
    """Whether a change there is one of how all else is read or of which file it stands in, or is always refused."""
    whole = len(place) == 1 and place[0] in COLLECTIONS
    return whole or place[0] in ("languages", "zone") or (place[-1] == "year" and "years" in place)


def texts(folder: Path) -> dict[str, bytes]:
    """The files of a folder that people write."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".schemas" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def lines_changed(before: bytes, after: bytes) -> tuple[int, int]:
    """The lines of the old text that are not in the new one: from which (counted from 1), up to before which.

    The mark before the first line belongs to the file: it stays where that line goes.
    """
    old, new = (text.removeprefix(BOM_UTF8).split(b"\n") for text in (before, after))
    same = list(takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    left = min(len(old), len(new)) - len(same)
    last = list(takewhile(lambda pair: pair[0] == pair[1], islice(zip(old[::-1], new[::-1], strict=False), left)))
    return len(same) + 1, len(old) - len(last) + 1


def stands(loaded: Loaded, place: Place) -> tuple[str, int, int, bool]:
    """File and lines of what is written at a place, or nearest above it, and whether it is the place itself."""
    found = loaded.spots.walk(place)
    assert found is not None
    spot, depth = found
    node = spot.node
    start = spot.key.start if spot.key is not None else node.start if node is not None else 0
    end = written_end(node, spot.file.text) if node is not None else len(spot.file.text)
    return spot.file.name, spot.file.at(start).line, spot.file.at(end).line, depth == len(place)


@settings(max_examples=25, suppress_health_check=SLOW, deadline=None)
@given(edits(), st.integers(0, 2**32))
def test_an_edit_changes_its_value_alone_in_the_week_and_in_the_text_of_its_files(
    case: tuple[Week, Place, Any, Week], seed: int
) -> None:
    week, place, value, after = case
    with TemporaryDirectory() as name:
        folder = Path(name)
        dump(week, folder)
        for path in (*folder.glob("*.yaml"), *folder.glob("symposia/*.yaml")):
            path.write_bytes(by_hand(path.read_text("utf-8"), random.Random(f"{seed} {path.name}")).encode())
        loaded, before = load(folder), texts(folder)
        assert loaded.week == week
        try:
            edit(folder, {place: value})
        except Refused as refused:
            # What files say by a name, by an order or by where a part stands is refused, and then nothing is written.
            assert {finding.code for finding in refused.findings} <= {"edit.decided-elsewhere", "edit.not-removable"}
            assert texts(folder) == before
            assume(False)
        assert load(folder).week == after
        file, start, end, itself = stands(loaded, place)
        now = texts(folder)
        assert [path for path in before if now[path] != before[path]] in ([], [file])
        first, beyond = lines_changed(before[file], now[file])
        assert first == beyond or start <= first <= beyond <= end + 1
        assert b"\r\n" not in before[file] or b"\n" not in now[file].replace(b"\r\n", b"")
        assert now[file].count(MARK.encode()) == before[file].count(MARK.encode()) or (
            itself and (start < end or value is None)
        )

"""The law of releases: one document, predecessor, number, moment and version give the same bytes, however made."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from tests.laws.test_folder_edits import edits

from kakehashi.findings import Place
from kakehashi.keys import SigningKey
from kakehashi.publishing import How, Publisher, Source
from kakehashi.releases import Store
from kakehashi.site import media_of
from kakehashi.week import Visibility, Week, for_audience

AT = datetime(2021, 10, 1, tzinfo=UTC)
KEY = SigningKey(bytes(range(32)))
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def nobody_waits() -> None:
    raise AssertionError("two releases at once")


def publisher(folder: Path) -> Publisher:
    """One that keeps its stores in a folder."""
    return Publisher(lambda slug: Store(folder / slug), KEY, "kakehashi 1", How(1, search=False), nobody_waits)


def released(folder: Path, week: Week, at: datetime) -> None:
    """Makes the next release of a week, whether or not something changed."""
    public = for_audience(week, Visibility.PUBLIC, at)
    media = dict.fromkeys(media_of(public), folder / "film")
    folder.mkdir(exist_ok=True)
    (folder / "film").write_bytes(b"a film")
    publisher(folder).publish(week.slug, lambda: Source(public, media), again=True)


def tree(folder: Path) -> Mapping[str, bytes]:
    """Every file of a release."""

    def files() -> Iterator[tuple[str, bytes]]:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path.read_bytes()

    return dict(files())


@settings(max_examples=6, phases=[Phase.generate], suppress_health_check=SLOW, deadline=None)
@given(edits(), edits(), st.sampled_from([timedelta(0), timedelta(days=1), timedelta(days=4000)]))
def test_a_release_made_in_part_is_the_same_as_one_made_whole(
    first: tuple[Week, Place, Any, Week], other: tuple[Week, Place, Any, Week], later: timedelta
) -> None:
    week, _, _, after = first
    # The second edit is one of an altogether other week under the same slug: most of what was known no longer holds.
    weeks = [one.model_copy(update={"slug": "week"}) for one in (week, after, other[3])]
    # A material without a file and without an address leads nowhere, and a page with such a link is refused.
    materials = (material for one in weeks for item in one.items.values() for material in item.materials)
    assume(all(material.file or material.address for material in materials))
    with TemporaryDirectory() as name:
        in_part, whole = Path(name, "part"), Path(name, "whole")
        released(in_part, weeks[0], AT)
        shutil.copytree(in_part, whole, symlinks=True)
        for number, one in enumerate(weeks[1:], start=2):
            shutil.rmtree(whole / "week" / ".state")
            for folder in (in_part, whole):
                released(folder, one, AT + number * later)
            assert tree(in_part / "week" / str(number)) == tree(whole / "week" / str(number))

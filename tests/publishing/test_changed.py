"""What a stored release changed, told to whoever looks after it."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.site.reading import MOMENT, PARTS
from tests.site.releasing import items
from tests.week.building import week

from kakehashi.keys import SigningKey
from kakehashi.publishing import How, Publisher, Source, what_changed
from kakehashi.releases import Release, Store
from kakehashi.week import Visibility, for_audience


@pytest.fixture
def releases(tmp_path: Path) -> tuple[Release, ...]:
    """Two releases of the small week; the second lacks a talk."""
    publisher = Publisher(
        lambda slug: Store(tmp_path / slug), SigningKey.generate(), "kakehashi test", How(1, False), lambda: None
    )

    def publish(number: int, **parts: object) -> Release:
        at = MOMENT + timedelta(days=number)
        shown = for_audience(week(**PARTS | parts), Visibility.PUBLIC, at)
        return publisher.publish("tea-week", lambda: Source(shown, {}), again=False).release

    return publish(1), publish(2, items=items("leaves"))


def test_a_release_tells_what_it_changed_and_the_first_nothing(releases: tuple[Release, ...]) -> None:
    first, second = releases
    assert what_changed(first, "en") == ()
    assert what_changed(second, "en") == ("“On leaves” is no longer in the programme.",)
    assert what_changed(second, "ja") == ("「茶葉」はプログラムから外れました。",)


@pytest.mark.parametrize("content", [None, b"{}"])
def test_a_release_without_a_document_that_can_be_read_tells_nothing(
    releases: tuple[Release, ...], content: bytes | None
) -> None:
    document = releases[1].folder / "week.json"
    document.parent.chmod(0o755)
    document.unlink()
    if content is not None:
        document.write_bytes(content)
    assert what_changed(releases[1], "en") == ()

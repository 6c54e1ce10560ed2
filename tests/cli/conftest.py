"""What the commands that search have in common."""

from collections.abc import Callable, Iterator
from signal import SIGINT, default_int_handler, signal
from typing import Any

import pytest

from kakehashi.planner import Result, solving


@pytest.fixture
def heeding() -> Iterator[None]:
    """A process that hears Ctrl-C: one that was started in the background is told by its shell not to."""
    before = signal(SIGINT, default_int_handler)
    yield
    signal(SIGINT, before)


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Lets something happen while the search goes on."""
    search = solving.solve

    def let(happen: Callable[[], object]) -> None:
        def watched(*arguments: Any, **options: Any) -> Result:
            happen()
            return search(*arguments, **options)

        monkeypatch.setattr(solving, "solve", watched)

    return let

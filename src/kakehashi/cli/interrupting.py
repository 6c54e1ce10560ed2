"""Ctrl-C and the signal to terminate, as a wish that a search ends with what it has found."""

import signal
from types import FrameType, TracebackType

from kakehashi.planner import Incumbent

_ENDING = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """A `Stop` that is reached when the process is told to end. A second signal ends the process at once.

    Signals are heard between `with` and its end. What the process was told to ignore, as a shell does for what it
    starts in the background, stays ignored.
    """

    seconds = None

    def __init__(self) -> None:
        self.came = False
        self._before: dict[signal.Signals, signal.Handlers] = {}

    def reached(self, now: Incumbent) -> bool:
        """Whether a signal came."""
        return self.came

    def __enter__(self) -> "Interruption":
        for each in _ENDING:
            if (before := signal.getsignal(each)) is not signal.SIG_IGN:
                self._before[each] = before  # type: ignore[assignment]  # typeshed: any handler is one to put back
                signal.signal(each, self._heard)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for each, before in self._before.items():
            signal.signal(each, before)

    def _heard(self, number: int, frame: FrameType | None) -> None:
        self.came = True
        for each in self._before:
            signal.signal(each, signal.default_int_handler)

"""The garbage collector held back where a large document is made or judged."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Holds the cyclic garbage collector back while hundreds of thousands of parts are made or looked at.

    None of them is garbage and none stands in a cycle, yet the collector would go through all of them again and again:
    with 3,000 items that is a third of the time that reading and checking take.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()

"""What a command took of the machine, and with which versions."""

import sys
from importlib.metadata import version

import kakehashi


def peak_memory() -> int | None:
    """The most memory that this process held at once, and the largest of its children, together in MB (10^6 bytes).

    `None` on a system that does not tell it.
    """
    try:
        import resource
    except ImportError:
        return None
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # Linux counts in kilobytes, macOS in bytes.
    return round(sum(peaks) * (1 if sys.platform == "darwin" else 1024) / 1_000_000)


def versions() -> dict[str, str]:
    """Of this program and of the solver, by name."""
    return {"kakehashi": kakehashi.__version__, "ortools": version("ortools")}

"""The process that links a predecessor's files while the release is worked on."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

from kakehashi.releases import cloning


class Cloning:
    """A clone of a release, being made."""

    def __init__(self, source: Path, target: Path, lock: int) -> None:
        self._source, self._target = str(source.absolute()), str(target.absolute())
        self._sizes: list[int] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        command = [sys.executable or "", "-I", "-S", cloning.__file__, self._source, self._target]
        # Not a pipe, which would be full before anybody reads it.
        self._told = TemporaryFile()  # noqa: SIM115 - `end` closes it
        try:
            # It holds the lock too: if this process is killed, nobody clears the folder while it still fills it.
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=self._told, stderr=subprocess.DEVNULL, pass_fds=[lock]
            )
        except OSError:
            # No process to be had: `wait` does the work.
            self._process = None

    def wait(self) -> list[int]:
        """The size of every file of the source when all is linked, as `cloning.clone` gives it. Raises `OSError`."""
        if self._sizes is None:
            self._sizes = self._ended() or cloning.clone(self._source, self._target)
        return self._sizes

    def _ended(self) -> list[int] | None:
        """What the process has told, once it is done; `None` when that must be done again."""
        status = None if self._process is None else self._process.wait()
        if status is not None and status < 0:
            # Killed in the midst of a file, perhaps: what is there cannot be relied on.
            raise OSError(errno.EINTR, os.strerror(errno.EINTR), self._target)
        self._told.seek(0)
        return [int(size) for size in self._told.read().split()] if status == 0 else None

    def end(self) -> None:
        """Ends it, wherever it is."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._told.close()

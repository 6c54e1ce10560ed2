"""The process that links a predecessor's files while the release is worked on."""

import errno
import os
import subprocess
import sys
from pathlib import Path

from kakehashi.releases import cloning


class Cloning:
    """A clone of a release, being made."""

    def __init__(self, source: Path, target: Path, lock: int) -> None:
        self._source, self._target = str(source.absolute()), str(target.absolute())
        self._process: subprocess.Popen[bytes] | None = None
        command = [sys.executable or "", "-I", "-S", cloning.__file__, self._source, self._target]
        try:
            # It holds the lock too: if this process is killed, nobody clears the folder while it still fills it.
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=[lock]
            )
        except OSError:
            # No process to be had: `wait` does the work.
            self._process = None

    def wait(self) -> None:
        """Returns when all is linked. Raises `OSError`."""
        if self._process is not None:
            status = self._process.wait()
            if status == 0:
                return
            if status < 0:
                # Killed in the midst of a file, perhaps: what is there cannot be relied on.
                raise OSError(errno.EINTR, os.strerror(errno.EINTR), self._target)
        cloning.clone(self._source, self._target)

    def end(self) -> None:
        """Ends it, wherever it is."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

"""Releases over HTTP, files of a folder, and a week's site rendered while its folder is edited.

`Releases`, `Files` and `Preview` have an answer to each request, whatever carries it: `run_releases` serves the first
from several processes, `run` and `run_watching` the others from this one, until it is interrupted. All answer GET and
HEAD alone, and none writes anything.

How they are carried: `listening` has the sockets, `supervising` the processes, `serving` the loop of one, `connection`
a reader, `parsing` his requests, `wire` and `bodies` the answers.

>>> from pathlib import Path
>>> Files(Path(".")).find("/../secret") is None
True
"""

from kakehashi.server.files import Files
from kakehashi.server.preview import Preview, Reading
from kakehashi.server.published import Hosting, Releases
from kakehashi.server.running import free_port, run, run_releases, run_watching

__all__ = ["Files", "Hosting", "Preview", "Reading", "Releases", "free_port", "run", "run_releases", "run_watching"]

"""Pages rendered side by side: no process outlives the build that it renders for."""

import subprocess
import sys

KILLED = """
import os, signal
from concurrent.futures import ProcessPoolExecutor
from kakehashi.site import building
pool = ProcessPoolExecutor(2, initializer=building._take_site, initargs=(None,))
pool.submit(os.getpid).result()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_build_that_is_killed_leaves_no_process_behind() -> None:
    # Whoever still runs holds the pipe of stdout open: without an end of all of them this waits for ever.
    ended = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, timeout=30, check=False)
    assert ended.returncode == -9

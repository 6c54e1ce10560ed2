"""Publishes in processes that are killed at one step after another; run as a script by `test_killed`.

A step is whatever Python does with the names of files: making, opening, linking, renaming, removing, locking. One
process is killed before its first step, the next before its second, until one comes to its end.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from tests.releases.making import SITE, released

from kakehashi.releases import Store, verify_store

STEPS = frozenset(
    {
        *("open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir", "os.symlink"),
        *("fcntl.flock", "subprocess.Popen"),
    }
)
OLD = {"ja/index.html": SITE["ja/index.html"], "ja/gone/index.html": b"gone", "ru/index.html": b"same"}
NEW = {"ja/index.html": b"new", "ja/come/index.html": b"come", "ru/index.html": b"same"}


def ended(store: Store, step: int) -> bool:
    """Whether a process came to the end of a release without having so many steps."""
    process = os.fork()
    if process == 0:
        left = step

        def hook(event: str, arguments: object) -> None:
            nonlocal left
            left -= event in STEPS
            if left == 0:
                # Killing is an event of its own.
                left = -1
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            released(store, NEW)
        finally:
            os._exit(0)
    return not os.WIFSIGNALED(os.waitpid(process, 0)[1])


def state(store: Store) -> dict[str, object]:
    """What one finds in a store: whether all of it verifies, which release is current, and all names."""
    verdict = verify_store(store.folder, None)
    current = store.current
    return {
        "verifies": verdict.verifies,
        "current": current.number if current else None,
        "page": (store.folder / "current" / "ja" / "index.html").read_text("utf-8")[:9],
        "names": sorted(path.name for path in store.folder.iterdir()),
    }


def afterwards(store: Store) -> dict[str, object]:
    """The state after the next release."""
    with store.drafting(lambda: None):
        pass
    released(store, NEW)
    return state(store)


def main(folder: Path) -> None:
    """Tells of every step, a JSON object a line: what was there after the process, and after the next release."""
    template = Store(folder / "template")
    released(template, OLD)
    step, done = 0, False
    while not done:
        step += 1
        store = Store(shutil.copytree(template.folder, folder / str(step), symlinks=True))
        done = ended(store, step)
        told = {"step": step, "killed": not done, "after": state(store), "next": afterwards(store)}
        sys.stdout.write(json.dumps(told) + "\n")
        shutil.rmtree(store.folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

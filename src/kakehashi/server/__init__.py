"""Files over HTTP, and a week's site rendered while its folder is edited.

`Files` and `Preview` are ASGI applications that any server may run; `run` and `run_watching` serve them from this
process until it is interrupted. Both answer GET and HEAD alone, and neither writes anything.

>>> from pathlib import Path
>>> Files(Path(".")).find("/../secret") is None
True
"""

from kakehashi.server.files import Files
from kakehashi.server.preview import Preview, Reading
from kakehashi.server.running import free_port, run, run_watching

__all__ = ["Files", "Preview", "Reading", "free_port", "run", "run_watching"]

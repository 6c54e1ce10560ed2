"""The catalogues and the code kept in step: `python -m kakehashi.words.extraction update | check | tidy`.

`update` writes every message of the code and the templates into every catalogue and keeps what is translated; the
same sources always give the same bytes. `check` names what a catalogue lacks and ends with status 1 if there is
anything. `tidy` drops what no code says any more.

>>> template = messages_in(FOLDER)
>>> template.get("%(place)s Time").locations[0][0]
'words/zones.py'
"""

from kakehashi.words.extraction.checking import Fault, faults
from kakehashi.words.extraction.merging import merged, tidied, written
from kakehashi.words.extraction.sources import FOLDER, messages_in

__all__ = ["FOLDER", "Fault", "faults", "merged", "messages_in", "tidied", "written"]

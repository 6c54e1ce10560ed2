"""Other people's file formats, read and written with care: one module per format, each with a front door of its own.

A file comes from somebody, so whatever may be wrong with it is told: all of it at once, with sheet, cell and value, as
`kakehashi.findings.Refused`. A module loads its libraries when it is imported, and none is imported here.

`cosplib`: timetabling problems and timetables as workbooks of the Conference Scheduling Problem Library.

>>> from pathlib import Path
>>> from kakehashi.findings import Refused
>>> from kakehashi.formats import cosplib
>>> try:
...     cosplib.read_instance(Path("no-such-file.xlsx"))
... except Refused as refused:
...     print(*(finding.code for finding in refused.findings))
cosplib.no-file
"""

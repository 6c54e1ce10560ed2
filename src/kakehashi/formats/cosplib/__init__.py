"""Workbooks of CoSPLib, the Conference Scheduling Problem Library (Pylyavskyy, Kheiri, Jacko; version 1.0.2).

`read_instance` makes a planner's problem and its objective of a workbook with nine sheets, `read_solution` and
`write_solution` are timetables as one sheet. What CoSPLib calls a session is our block, a submission our talk, a
penalty our cost. Every reading refuses a workbook with all that is wrong in it: findings with sheet, row and column.

How the files are laid out, in our own words: docs/timetable-files.md.
"""

from kakehashi.formats.cosplib.instance import Instance, read_instance
from kakehashi.formats.cosplib.solution import located, read_solution
from kakehashi.formats.cosplib.writing import may_write, write_solution

__all__ = ["Instance", "located", "may_write", "read_instance", "read_solution", "write_solution"]

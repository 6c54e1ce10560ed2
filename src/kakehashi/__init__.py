"""Kakehashi (架け橋, "bridge"): plan, hold, govern and keep an exchange week.

The ground floor is a library of rooms that know no database: see `kakehashi.week` for the document that every other
room reads, `kakehashi.folder` for a week as a folder of text files, `kakehashi.site` for its public pages.
"""

__version__ = "0.1.0"

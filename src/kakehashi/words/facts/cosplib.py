"""Sentences of what workbooks of CoSPLib are refused for. Sheets and headers keep the names that they have there."""

from kakehashi.words.facts.marking import N_, NN_

SENTENCES = {
    "cosplib.no-file": N_("%(value)s: there is no such file."),
    "cosplib.a-folder": N_("%(value)s is a folder, not a file."),
    "cosplib.unreadable": N_("%(value)s cannot be read: %(reason)s."),
    "cosplib.unwritable": N_("%(value)s could not be written: %(reason)s."),
    "cosplib.unwritable-name": N_("%(value)s could not be written: a name holds characters that no workbook can hold."),
    "cosplib.out-not-a-file": N_("%(value)s is no file that could be written over."),
    "cosplib.not-a-workbook": N_("%(value)s is no workbook (.xlsx), or is damaged."),
    "cosplib.locked": N_("%(value)s is protected by a password, or was written by Excel 2003 or older."),
    "cosplib.too-large": N_("%(value)s is larger than any conference needs, so it is not opened."),
    "cosplib.too-many-cells": N_("The sheet has more than %(rows)s rows or %(columns)s columns."),
    "cosplib.more": NN_("%(value)s has %(count)s fault more.", "%(value)s has %(count)s faults more."),
    "cosplib.no-sheet": N_("The sheet “%(value)s” is missing."),
    "cosplib.empty-sheet": N_("The sheet “%(sheet)s” has no row below its header."),
    "cosplib.wrong-header": N_("%(cell)s should be the header “%(expected)s”, not “%(value)s”."),
    "cosplib.no-header": N_("%(cell)s is blank, though the column below it is not."),
    "cosplib.corner": N_("%(cell)s should be blank; “%(value)s” stands there."),
    "cosplib.no-name": N_("%(cell)s is blank: the row has no name."),
    "cosplib.no-track": N_("%(cell)s is blank: “%(value)s” has no track."),
    "cosplib.no-person": N_("%(cell)s names a person without a name: “%(value)s”."),
    "cosplib.name-twice": N_("“%(value)s” stands in %(cell)s and in %(first)s."),
    "cosplib.unknown-name": N_("“%(value)s” in %(cell)s does not stand in the sheet “%(sheet)s”."),
    "cosplib.names-missing": N_(
        "The sheet “%(sheet)s” lacks these names, which stand in the sheet “%(other)s”: %(value)s."
    ),
    "cosplib.not-square": N_("The sheet “%(sheet)s” has %(value)s columns of penalties and %(expected)s rows."),
    "cosplib.track-without-talks": N_("No talk belongs to the track “%(value)s”."),
    "cosplib.no-number": N_("%(cell)s is blank, where a whole number should stand."),
    "cosplib.no-time": N_("%(cell)s is blank, where a time of day should stand."),
    "cosplib.no-zone": N_("%(cell)s is blank, where a time zone should stand."),
    "cosplib.not-whole": N_("“%(value)s” in %(cell)s is no whole number."),
    "cosplib.out-of-range": N_("“%(value)s” in %(cell)s is no number from %(least)s to %(most)s."),
    "cosplib.not-a-time": N_("“%(value)s” in %(cell)s is no time of day."),
    "cosplib.not-a-zone": N_("“%(value)s” in %(cell)s is no time zone from GMT-12 to GMT+12."),
    "cosplib.date-for-name": N_("A date or a time (%(value)s) stands in %(cell)s, where a name should."),
    "cosplib.error-value": N_("A formula in %(cell)s gives an error: %(value)s."),
    "cosplib.uncomputed": N_("The formula in %(cell)s has no value: no spreadsheet has computed it yet."),
    "cosplib.other-rows": N_(
        "The sheet “%(sheet)s” has %(value)s rows; a timetable of this conference has %(expected)s."
    ),
    "cosplib.other-columns": N_(
        "The sheet “%(sheet)s” has %(value)s columns; a timetable of this conference has %(expected)s."
    ),
    "cosplib.not-blank": N_("The row of %(cell)s should be blank: it parts tracks from talks."),
    "cosplib.not-in-problem": N_("“%(value)s” in %(cell)s is no name of this conference."),
}

_NAMES = N_("Write names alike wherever they stand, blanks and capitals included.")
_WHOLE = N_("Write a whole number, without units.")
_TIME = N_("Write hours and minutes, as 09:30.")
_ZONE = N_("Write the hours ahead of UTC, as GMT+9, or GMT+0 for none.")
_OUT = N_("Choose another place with --out.")

MENDS = {
    "cosplib.no-file": N_("Name a workbook, which ends in .xlsx."),
    "cosplib.a-folder": N_("Name a workbook, which ends in .xlsx."),
    "cosplib.unreadable": N_("Make the file readable."),
    "cosplib.unwritable": _OUT,
    "cosplib.unwritable-name": N_("Take control characters out of the names."),
    "cosplib.out-not-a-file": _OUT,
    "cosplib.not-a-workbook": N_("Open it in a spreadsheet program and save it as .xlsx."),
    "cosplib.locked": N_("Open it in a spreadsheet program and save it as .xlsx without a password."),
    "cosplib.too-large": N_("Copy the cells that count into a new workbook."),
    "cosplib.too-many-cells": N_("Copy the cells that count into a new workbook."),
    "cosplib.more": N_("Mend these first, then look again."),
    "cosplib.no-sheet": N_("Add it; its name must be written exactly so."),
    "cosplib.empty-sheet": N_("Add what belongs there from the second row on."),
    "cosplib.wrong-header": N_("Write the header exactly so, and let columns keep their order."),
    "cosplib.no-header": N_("Write the header, or empty the column."),
    "cosplib.corner": N_("Empty the cell: the row beside it and the column below it hold names."),
    "cosplib.no-name": N_("Write the name, or delete the row."),
    "cosplib.no-track": N_("Write the name of a track."),
    "cosplib.no-person": N_("Part people by one comma and one blank, without one at the end."),
    "cosplib.name-twice": N_("Give each its own name."),
    "cosplib.unknown-name": _NAMES,
    "cosplib.names-missing": _NAMES,
    "cosplib.not-square": N_("Give each row its column, in the same order."),
    "cosplib.track-without-talks": N_("Delete the track in every sheet, or give it a talk."),
    "cosplib.no-number": _WHOLE,
    "cosplib.no-time": _TIME,
    "cosplib.no-zone": _ZONE,
    "cosplib.not-whole": _WHOLE,
    "cosplib.out-of-range": N_("Write a number within these bounds."),
    "cosplib.not-a-time": _TIME,
    "cosplib.not-a-zone": _ZONE,
    "cosplib.date-for-name": N_("Format the cell as text and write the name again."),
    "cosplib.error-value": N_("Mend the formula, or write the value itself."),
    "cosplib.uncomputed": N_("Open the workbook in a spreadsheet program, save it there, and try again."),
    "cosplib.other-rows": N_(
        "Check that both files are of the same conference, and that each row has the name of its session."
    ),
    "cosplib.other-columns": N_("Check that both files are of the same conference."),
    "cosplib.not-blank": N_("Check that both files are of the same conference."),
    "cosplib.not-in-problem": N_("Check that both files are of the same conference."),
}

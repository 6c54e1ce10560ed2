"""The four sheets of penalties between two kinds of names."""

from collections.abc import Mapping

from kakehashi.formats.cosplib.cells import Sheet

Costs = dict[str, dict[str, int]]


def read_penalties(sheet: Sheet, rows: Sheet, columns: Sheet) -> Costs:
    """What each name of one sheet costs with each of another, by name; what costs nothing is left out."""
    _corner_is_blank(sheet)
    headers = sheet.headers(1)
    known = {name: column for name, column in headers.items() if sheet.is_known(name, 0, column, columns)}
    sheet.all_there(headers, columns)
    costs: Costs = {name: {} for name in rows.names}
    for name, row in _known_rows(sheet, rows).items():
        costs[name] = {other: cost for other, column in known.items() if (cost := sheet.cost(row, column))}
    return costs


def read_similar(sheet: Sheet, tracks: Sheet) -> Mapping[tuple[str, str], int]:
    """The cost of each pair of tracks that should not run at once.

    Columns have the order of the rows, whatever their headers say, and only what stands right of the diagonal counts:
    so CoSPLib reads its own files.
    """
    _corner_is_blank(sheet)
    sheet.headers(1)
    names = list(_known_rows(sheet, tracks))
    if sheet.there and sheet.table.width != 1 + len(sheet.names):
        values = {"value": sheet.table.width - 1, "expected": len(sheet.names)}
        sheet.faults.on_sheet("cosplib.not-square", sheet.name, **values)
        return {}
    return {
        (names[one], names[other]): cost
        for one in range(len(names))
        for other in range(one + 1, len(names))
        if (cost := sheet.cost(sheet.names[names[one]], 1 + other))
    }


def _known_rows(sheet: Sheet, known: Sheet) -> Mapping[str, int]:
    found = {name: row for name, row in sheet.names.items() if sheet.is_known(name, row, 0, known)}
    sheet.all_there(sheet.names, known)
    return found


def _corner_is_blank(sheet: Sheet) -> None:
    if sheet.table.at(0, 0) is not None:
        sheet.fault("cosplib.corner", 0, 0, value=sheet.text(0, 0))

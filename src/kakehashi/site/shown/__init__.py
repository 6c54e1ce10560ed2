"""How each thing of a week is shown, on whichever page it stands: a person, a time, an agreement, a day's table.

A module per thing. Its functions take the `Reader` first and return what a template writes: text, `Markup`, or a small
frozen type of both. Pages put these together; nothing here knows a page.
"""

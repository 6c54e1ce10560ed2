"""Marks for messages that are written in one place and said in another, so that the extraction finds them."""


def N_(message: str) -> str:  # noqa: N802 - gettext's customary name
    """The message itself, unchanged: it is translated when it is said."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - after `N_`
    """A message with a singular and a plural; the fact's value `count` decides which is said."""
    return one, many

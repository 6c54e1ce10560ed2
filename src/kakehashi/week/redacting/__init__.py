"""A person taken out of a week, and proof that no form of the name is left.

`name_forms(weeks, slug)` gathers every form of a person's names from one or several weeks; `redacted(week, forms)`
gives a week without the person, `found_in(content, forms)` looks for what is left in any bytes that were made of it.
Pure: which files hold such bytes, and what becomes of them, is for `kakehashi.releases` to know.
"""

from kakehashi.week.redacting.forms import NameForms, name_words
from kakehashi.week.redacting.gathering import bearers, name_forms
from kakehashi.week.redacting.marking import MARK, marked
from kakehashi.week.redacting.sweeping import found_in, found_in_path
from kakehashi.week.redacting.taking import Redaction, redacted, without_person

__all__ = [
    "MARK",
    "NameForms",
    "Redaction",
    "bearers",
    "found_in",
    "found_in_path",
    "marked",
    "name_forms",
    "name_words",
    "redacted",
    "without_person",
]

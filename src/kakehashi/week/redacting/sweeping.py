"""Whether a name is left anywhere in bytes or in the name of a file."""

import re
from urllib.parse import unquote

from kakehashi.week.redacting.forms import NameForms
from kakehashi.week.redacting.guises import texts_in


def found_in(content: bytes, forms: NameForms) -> frozenset[str]:
    """The certain forms that stand in the content, in any guise that `texts_in` knows; empty when it is clean.

    >>> from kakehashi.week import Week
    >>> from kakehashi.week.redacting import name_forms
    >>> week = Week.model_validate({
    ...     "slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"], "zone": "Asia/Tokyo",
    ...     "days": ["2021-09-29"], "people": {"ada": {"names": {"en": {"whole": "Ada Moss"}}}},
    ... })
    >>> found_in(b"<p>a&#100;a<wbr> MOSS", name_forms([week], "ada"))
    frozenset({'Ada Moss'})
    """
    found: frozenset[str] = frozenset()
    for text in texts_in(content):
        found |= forms.search.found(text) | _addresses(text, forms)
    return found


def found_in_path(path: str, forms: NameForms) -> frozenset[str]:
    """The certain forms that stand in the path of a file, and the slug in the address of the person's page."""
    text = unquote(path)
    return forms.search.found(text) | _addresses(text, forms)


def _addresses(text: str, forms: NameForms) -> frozenset[str]:
    if "people/" not in text:
        return frozenset()
    # A person shown by affiliation has a number for a slug, and the number is somebody else's in the next release.
    telling = (slug for slug in forms.slugs if not re.fullmatch(r"affiliation-\d+", slug))
    return frozenset(slug for slug in telling if re.search(rf"people/{slug}(?![a-z0-9-])", text))

"""What the template of every kind of page is given beside the reader, the week and the frame."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's own content; a kind of page adds its fields, and its template may read these and no others.

    `title` and `description` are plain text, for the head as well; `structured` is JSON-LD (schema.org).
    """

    title: str
    description: str
    structured: Markup | None = None


def given(page: Page) -> Mapping[str, Any]:
    """The fields of a page by name, as a template takes them. Not `asdict`, which would copy parts into plain dicts."""
    return {field.name: getattr(page, field.name) for field in fields(page)}

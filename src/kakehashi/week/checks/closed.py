"""Open parts that point to what is closed or still to come out."""

import re
from collections.abc import Iterator

from kakehashi.findings import Finding, Place, Severity
from kakehashi.week.anatomy import Found, Matter, at
from kakehashi.week.checks.case import Case
from kakehashi.week.part import Visibility

# Of Latin letters alone: where words stand without gaps, as in Japanese, any other letter may come right before.
_POINTER = re.compile(
    r"(?<![A-Za-z0-9_-])(items?|symposi(?:um|a)|recordings?|agreements?)[:/]([a-z0-9]+(?:-[a-z0-9]+)*)"
)
_COLLECTIONS = {"item": "items", "recording": "recordings", "agreement": "agreements"}
_WORDS = (*_COLLECTIONS, "symposi")
_PARTS = frozenset({"items", "sessions", "symposia", "recordings", "agreements", "offices"})


def closed_reference(case: Case) -> Iterator[Finding]:
    """Public agreements, recordings, offices and the association's conference that name something closed."""
    week, public = case.week, case.public
    for slug, agreement in week.agreements.items():
        if public.out(agreement.visible_from) and _is_closed(case, "items", agreement.item):
            yield _points(case, ("agreements", slug, "item"), "items", agreement.item or "")
    for slug, recording in week.recordings.items():
        if recording.visibility is Visibility.PUBLIC and _is_closed(case, "items", recording.item):
            yield _points(case, ("recordings", slug, "item"), "items", recording.item or "")
    for slug, office in week.offices.items():
        if public.out(office.visible_from) and _is_closed(case, "agreements", office.agreement):
            yield _points(case, ("offices", slug, "agreement"), "agreements", office.agreement or "")


def closed_conference(case: Case) -> Iterator[Finding]:
    """A general conference that the public sees as a closed entry; as a rule this is meant."""
    conference = case.week.association.general_conference if case.week.association else None
    if conference is not None and _is_closed(case, "items", conference):
        yield _points(case, ("association", "general_conference"), "items", conference, Severity.NOTE)


def closed_mention(case: Case) -> Iterator[Finding]:
    """Links in public texts to pages of parts that the public cannot open."""
    for found in case.shown_texts:
        for language, text in found.value.items() if found.leaf.matter is Matter.TEXT else ():
            for collection, slug in _mentioned(text):
                if _is_closed(case, collection, slug) and _is_public(case, found):
                    yield _points(case, (*found.place, language), collection, slug)


def _mentioned(text: str) -> Iterator[tuple[str, str]]:
    """The parts that a text points to, as `item:slug` or by the address of their page."""
    if any(word in text for word in _WORDS):
        for word, slug in _POINTER.findall(text):
            yield _COLLECTIONS.get(word.rstrip("s"), "symposia"), slug


def _is_public(case: Case, found: Found) -> bool:
    """Whether the text is the public's to read: not in a closed part or note, nor a point of the agenda."""
    if found.part == "Note" and at(case.week, found.place[:-1]).visibility is not Visibility.PUBLIC:
        return False
    whose = found.place[:2] if found.place[0] in _PARTS else ("", "")
    return found.part != "AgendaItem" and not _is_closed(case, str(whose[0]), str(whose[1]))


def _is_closed(case: Case, collection: str, slug: str | None) -> bool:
    """Whether the part exists, and the public cannot read it on that day."""
    public, parts = case.public, getattr(case.week, collection, {})
    if slug is None or slug not in parts:
        return False
    if collection == "items":
        return not public.opens(slug)
    if collection in ("sessions", "symposia"):
        return not public.admits(getattr(public, collection)[slug])
    if collection == "recordings":
        closed = parts[slug].visibility is not Visibility.PUBLIC
        return closed or _is_closed(case, "items", parts[slug].item)
    return not public.out(parts[slug].visible_from)


def _points(case: Case, place: Place, collection: str, slug: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("closed.pointed-at", place, {"what": case.name(collection, slug), "value": slug}, severity)

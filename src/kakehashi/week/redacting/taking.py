"""A person taken out of a week: the part, every reference, what is theirs alone, the name in every text that stays."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from kakehashi.findings import Finding, Place, Severity
from kakehashi.week.anatomy import Leaf, Matter, fields_of, leaves
from kakehashi.week.closing import only
from kakehashi.week.digest import timetable_digest
from kakehashi.week.document import Week
from kakehashi.week.items import Item, Material, Speaker, SpeakerRole
from kakehashi.week.organising import Contact
from kakehashi.week.part import Keyed, Value
from kakehashi.week.people import Name
from kakehashi.week.rebuilding import Lead, rebuilt
from kakehashi.week.redacting.forms import NameForms
from kakehashi.week.redacting.gathering import name_forms
from kakehashi.week.redacting.marking import marked, new_names, slugs_within, telling_words, tells
from kakehashi.week.redacting.rewriting import Rewriting
from kakehashi.week.redacting.sweeping import found_in_path
from kakehashi.week.references import standing_institutions
from kakehashi.week.reporting import Picture
from kakehashi.week.timetable import timetable
from kakehashi.words import Text

W = TypeVar("W", bound=Week)

_AUTHORS = (SpeakerRole.SPEAKER, SpeakerRole.CO_AUTHOR)


@dataclass(frozen=True, slots=True)
class Redaction(Generic[W]):
    """A week without a person.

    `slugs` are the parts that go by another name from now on, by the older one; `media` the files that do, by the newer
    one. Files that no part names any more are to be deleted. `look` says where a human being must look: a family name
    alone, a film or slides of several people.
    """

    week: W
    slugs: Mapping[str, str]
    media: Mapping[str, str]
    look: tuple[Finding, ...]


def without_person(week: W, slug: str) -> W:
    """The week without the person and every form of the name; see `redacted` for what goes and what stays.

    >>> week = Week.model_validate({
    ...     "slug": "tea-week", "title": {"en": "Tea week with Ada Moss"}, "languages": ["en"], "zone": "Asia/Tokyo",
    ...     "days": ["2021-09-29"], "people": {"ada": {"names": {"en": {"whole": "Ada Moss"}}}},
    ...     "items": {"talk": {"kind": "talk", "title": {"en": "Leaves"}, "speakers": [{"person": "ada"}]}},
    ... })
    >>> clean = without_person(week, "ada")
    >>> clean.title["en"], clean.people, clean.items["talk"].title["en"], clean.items["talk"].speakers
    ('Tea week with ■■■', Keyed({}), 'Leaves', ())
    """
    return redacted(week, name_forms([week], slug)).week


def redacted(week: W, forms: NameForms, files: frozenset[str] = frozenset()) -> Redaction[W]:
    """The week without the person whose forms these are, even where only a text speaks of them.

    With the person go all references and the photograph; a contact and a picture that name them; of items of which
    they were the only author, abstract, materials and recordings, and a title that names them. What stays has a mark in
    place of each certain form. Slugs and paths of files that tell the name are replaced by numbers. Nothing moves.
    `files` below `media/` go too, with the parts that are nothing without them: what holds the name and has no text.
    """
    gone = _without_references(_without_works(week, forms), forms, files)
    telling = telling_words(week, forms)
    slugs = new_names(
        (slug for slug in slugs_within(gone) if tells(slug, forms, telling) and not _is_anothers(slug, gone)),
        slugs_within(gone),
    )
    paths = [found.value for found in leaves(gone, Matter.MEDIA) if found.value not in files]
    media = new_names((path for path in paths if tells(path, forms, telling)), paths)
    rewriting = Rewriting(
        words=lambda text: marked(text, forms),
        address=lambda address: None if found_in_path(address, forms) else address,
        media=lambda path: None if path in files else media.get(path, path),
        slugs=slugs,
    )
    clean = _still_planned(week, rewriting.of(gone))
    return Redaction(clean, slugs, {new: old for old, new in media.items()}, tuple(_to_look_at(week, clean, forms)))


def _is_anothers(slug: str, week: Week) -> bool:
    # The slug of another person tells that person, however like this one's it is.
    return slug in week.people


def _sole_author(item: Item, slugs: frozenset[str]) -> bool:
    """Whether the item's words are the person's alone: whoever reads them out or supervises did not write them."""
    authors = {one.in_place_of or one.person for one in item.speakers if one.role in _AUTHORS or one.in_place_of}
    return bool(authors) and authors <= slugs


def _without_works(week: W, forms: NameForms) -> W:
    alone = frozenset(slug for slug, item in week.items.items() if _sole_author(item, forms.slugs))
    items = Keyed((slug, _item(item, forms, sole=slug in alone)) for slug, item in week.items.items())
    recordings = Keyed((slug, film) for slug, film in week.recordings.items() if film.item not in alone)
    return week.model_copy(update={"items": items, "recordings": recordings})


def _item(item: Item, forms: NameForms, *, sole: bool) -> Item:
    changes: dict[str, object] = {}
    speakers = tuple(_heir(one, item, forms) for one in item.speakers)
    if any(new is not old for new, old in zip(speakers, item.speakers, strict=True)):
        changes["speakers"] = speakers
    if sole:
        named = any(forms.hits(wording) or forms.doubts(wording) for wording in item.title.values())
        # In all languages: a translation may hold the name in a form that nobody wrote down.
        changes |= {"abstract": Text(), "materials": ()} | ({"title": Text()} if named else {})
    return item.model_copy(update=changes) if changes else item


def _heir(speaker: Speaker, item: Item, forms: NameForms) -> Speaker:
    """Whose words the person only read out speaks from now on in their own name."""
    absent = speaker.in_place_of
    if speaker.person not in forms.slugs or absent is None or absent in forms.slugs:
        return speaker
    if any(one.person == absent for one in item.speakers):
        return speaker
    return Speaker(person=absent)


def _without_references(week: W, forms: NameForms, files: frozenset[str]) -> W:
    stood = standing_institutions(week)
    people = only(week.people, [slug for slug in week.people if slug not in forms.slugs])
    nameless = week.model_copy(update={"people": people})
    lead = _without("people", forms.slugs, nameless)
    left = rebuilt(nameless, lead, lambda part: not _is_theirs(part, forms, files))
    # A week refers to nothing itself that it cannot be without.
    peopled = cast(W, left)
    fallen = stood - standing_institutions(peopled)
    return _without_institutions(peopled, fallen) if fallen else peopled


def _without_institutions(week: W, fallen: frozenset[str]) -> W:
    """Without those that stood for nothing but the person, and now would only tell where they were from."""
    kept = only(week.institutions, [slug for slug in week.institutions if slug not in fallen])
    rest = week.model_copy(update={"institutions": kept})
    return cast(W, rebuilt(rest, _without("institutions", fallen, rest), lambda _: True))


def _without(collection: str, gone: Container[str], rest: Week) -> Lead:
    """Leads references to those that have gone nowhere, unless they may also mean another part of that name."""

    def lead(collections: tuple[str, ...], slug: str) -> str | None:
        lost = collection in collections and slug in gone
        return None if lost and not any(slug in getattr(rest, name) for name in collections) else slug

    return lead


def _is_theirs(part: Value, forms: NameForms, files: frozenset[str]) -> bool:
    """Whether a part is about the person alone: a contact, a picture of them, a link to them, a file of theirs."""
    match part:
        case Contact() if _names(part.name, forms) or (part.mail and forms.hits(part.mail)):
            return True
        case Picture() if _names(part.alt, forms) or _names(part.caption, forms):
            return True
        case Material(address=None) if part.file in files:
            return True
    return any(
        found_in_path(value, forms) if matter is not Matter.MEDIA else value in files
        for matter, value in _needed(part)
        if matter in (Matter.ADDRESS, Matter.MAIL, Matter.MEDIA)
    )


def _needed(part: Value) -> Iterator[tuple[Matter, str]]:
    """The leaves that a part cannot be without."""
    for field in fields_of(type(part)):
        if field.required and isinstance(field.shape, Leaf):
            yield field.shape.matter, getattr(part, field.name)


def _names(text: Text, forms: NameForms) -> bool:
    return any(forms.hits(wording) for wording in text.values())


def _still_planned(before: Week, after: W) -> W:
    """With the plan's result naming the same timetable, in which items may have new slugs."""
    planning = after.planning
    if planning is None or planning.timetable != timetable_digest(timetable(before)):
        return after
    current = planning.model_copy(update={"timetable": timetable_digest(timetable(after))})
    return after.model_copy(update={"planning": current})


def _to_look_at(before: Week, after: Week, forms: NameForms) -> Iterator[Finding]:
    for place, wording in _wordings(after):
        for hit in forms.doubts(wording):
            yield Finding("redaction.doubtful", place, {"value": wording[hit.begin : hit.end]}, Severity.WARNING)
    shared = {slug for slug, item in before.items.items() if any(one.person in forms.slugs for one in item.speakers)}
    for slug, film in after.recordings.items():
        if film.item in shared:
            yield Finding("redaction.film", ("recordings", slug), {}, Severity.WARNING)
    for slug, item in after.items.items():
        if slug in shared and any(one.file for one in item.materials):
            yield Finding("redaction.materials", ("items", slug, "materials"), {}, Severity.WARNING)


def _wordings(week: Week) -> Iterator[tuple[Place, str]]:
    for found in leaves(week, Matter.TEXT, Matter.WORDS):
        if found.part == Name.__name__:
            # Other people's names are theirs.
            continue
        if found.leaf.matter is Matter.WORDS:
            yield found.place, found.value
        else:
            yield from (((*found.place, tag), wording) for tag, wording in found.value.items())

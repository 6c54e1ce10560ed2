"""A first week of one's own: a small folder whose comments teach the dialect."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from textwrap import fill

from kakehashi.findings import Finding, Refused
from kakehashi.folder.emitting import WIDTH, Flow, Plain, Written, emit
from kakehashi.folder.nearest import as_slug, nearest_zone
from kakehashi.folder.packaged import packaged
from kakehashi.folder.reading import control_character
from kakehashi.folder.schemas import schema_line, schema_texts
from kakehashi.folder.writing import replace_files
from kakehashi.week.items import ItemKind, SpeakerRole
from kakehashi.week.part import Visibility
from kakehashi.week.scalars import zone_names
from kakehashi.words import is_language, is_tag, language_meant

IGNORED = """\
# What an office knows beside the week, and never publishes.
private.yaml
"""


@dataclass(frozen=True)
class FirstWeek:
    """What one must know to begin: the titles by language, that of the host's among them, the languages (the host's
    first), the host's zone, and the days. Who has no title yet may have a `name` for addresses, in any letters."""

    titles: Mapping[str, str]
    languages: tuple[str, ...]
    zone: str
    days: tuple[date, ...]
    name: str | None = None

    @property
    def slug(self) -> str:
        """A name for addresses: the given one, or made of the first title whose letters allow it, with the year."""
        if self.name is not None and (given := as_slug(self.name)) and not given.replace("-", "").isdigit():
            return given
        year = str(self.days[0].year)
        titles = ((tag, self.titles[tag]) for tag in self.languages if tag in self.titles)
        # A year alone, all that stays of 「交流週間 2027」, names no week.
        named = (slug for tag, title in titles if (slug := as_slug(title, tag)) and not slug.replace("-", "").isdigit())
        slug = next(named, "week")
        # With a hyphen and the year it must not be longer than a slug may be.
        return slug if slug.endswith(year) else f"{slug[:70].rstrip('-')}-{year}"

    def faults(self) -> list[Finding]:
        """What cannot be used of it."""
        wrong = [_bad_value("--languages", tag, _tag_meant(tag)) for tag in self.languages if not _is_usable(tag)]
        if self.zone not in zone_names():
            wrong.append(_bad_value("--zone", self.zone, nearest_zone(self.zone)))
        wrong += [_bad_value("--title", title) for title in self.titles.values() if not _can_be_a_title(title)]
        if not set(self.languages[:1]) <= self.titles.keys() <= set(self.languages):
            said = " ".join(f"{tag}={title}" for tag, title in self.titles.items())
            wrong.append(_bad_value("--title", said))
        if not self.languages or len(set(self.languages)) < len(self.languages):
            wrong.append(_bad_value("--languages", ",".join(self.languages)))
        return wrong


def _bad_value(option: str, value: str, meant: str | None = None) -> Finding:
    return Finding("init.bad-value", (), {"option": option, "value": value, "nearest": meant})


def _is_usable(tag: str) -> bool:
    return is_tag(tag) and is_language(tag)


def _tag_meant(tag: str) -> str | None:
    """A tag in its usual case, or the language of the country whose code it is: `ja` for `JA` and for `jp`."""
    lower = tag.strip().lower()
    if not is_tag(lower):
        return None
    return lower if is_language(lower) else language_meant(lower)


def _can_be_a_title(text: str) -> bool:
    return bool(text.strip()) and control_character(text) is None


def new_folder(
    folder: Path,
    *,
    title: str | Mapping[str, str],
    languages: Sequence[str],
    zone: str,
    days: Sequence[date],
    name: str | None = None,
) -> None:
    """Writes a first week into a folder, which is made when it does not exist.

    `title` is that in the host's language, the first of `languages`, or one for each language, the host's among them.
    `name` becomes that in addresses, as far as its letters allow; else it is made of the title and the year.
    Raises `Refused` when something stands there already, or when a language tag, the zone or the title cannot be used.
    Languages of which we have no phrases get no sample texts; `check` then says what to translate.
    """
    titles = dict.fromkeys(languages[:1], title) if isinstance(title, str) else title
    first = FirstWeek(titles, tuple(languages), zone, tuple(days), name)
    faults = first.faults()
    # To whoever just typed `git init`, the folder is empty.
    if folder.exists() and not (folder.is_dir() and all(path.name == ".git" for path in folder.iterdir())):
        faults.append(Finding("init.not-empty", (), {"value": str(folder)}))
    if faults:
        raise Refused(faults)
    replace_files(folder, beginning(first) | schema_texts(), gone=lambda name: False)


def beginning(first: FirstWeek) -> dict[str, str]:
    """The files of a first week by their names."""
    return {
        "week.yaml": schema_line("week") + _commented(_week(first)),
        "institutions.yaml": schema_line("institutions") + _commented(_institutions(first)),
        "people.yaml": schema_line("people") + _commented(_people(first)),
        "symposia/first-symposium.yaml": schema_line("symposium", depth=1) + _commented(_symposium(first)),
        ".gitignore": IGNORED,
    }


Chunk = tuple[str, Mapping[str, Written]]
"""A comment, and the keys that it explains."""


def _commented(chunks: Sequence[Chunk]) -> str:
    return "\n".join("".join(f"# {line}\n" for line in comment.splitlines()) + emit(keys) for comment, keys in chunks)


def _phrase(first: FirstWeek, name: str) -> Written:
    phrases = packaged("phrases.yaml")
    texts = {language: phrases[language][name] for language in first.languages if language in phrases}
    texts = texts or {first.languages[0]: phrases["en"][name]}
    return texts[first.languages[0]] if list(texts) == [first.languages[0]] else texts


def _title(first: FirstWeek) -> Written:
    host, *others = (tag for tag in first.languages if tag in first.titles)
    return {tag: first.titles[tag] for tag in (host, *others)} if others else first.titles[host]


def _words(lead: str, choices: type[StrEnum]) -> str:
    """A sentence of a comment with all words that a key knows, as long as lines of a file should be."""
    *words, last = (choice.value for choice in choices)
    return fill(f"{lead} {', '.join(words)} or {last}.", WIDTH, break_on_hyphens=False)


def _at(day: date, time: str) -> Plain:
    return Plain(f"{day} {time}")


def _week(first: FirstWeek) -> list[Chunk]:
    return [
        (
            "The week itself. Save this file, and `kakehashi check` says what is wrong, with line and remedy.\n"
            "The slug is the name of the week in addresses.",
            {"slug": first.slug},
        ),
        (
            "A single text is in the host's language, the first of `languages` below.\n"
            "For several languages write one line for each:\n"
            "  title:\n    ja: 交流週間\n    en: Exchange week",
            {"title": _title(first)},
        ),
        ("Tags such as ja, en, ru, de, zh-Hant; the host's language first.", {"languages": list(first.languages)}),
        (
            "The host's clock. Every time below is on it, unless a zone follows: 2021-09-29 09:00 Europe/Moscow.",
            {"zone": first.zone, "days": [Plain(day) for day in first.days]},
        ),
        (
            "The address at which the site will stand, for search engines and feeds. Delete the # when you know it.\n"
            "address: https://www.example.org/week/",
            {},
        ),
        (
            "announced, provisional (times may change), final or held.",
            {"stage": "announced", "attend": {"how": "registration", "state": "soon"}},
        ),
        (
            "Who holds the week: host, co-host, auspices or cooperation. Institutions stand in institutions.yaml.",
            {"organisations": [{"institution": "our-university", "role": "host"}]},
        ),
        ("Rooms that one enters (place) or watches (stream).", {"rooms": {"main-hall": _hall(first)}}),
        ("Stretches of time in equal slots, here eight of 15 minutes.", {"blocks": {"talks": _block(first)}}),
        (
            "Sessions that belong to no symposium, with what happens in them. An item begins when the one before it\n"
            "ends, so only the session needs a start. Symposia have files of their own in symposia/.\n"
            f"{_words('The kind of an item is', ItemKind)}\n"
            "Speakers are people by their names in people.yaml, where needed with position and role.\n"
            f"{_words('The role is', SpeakerRole)}\n"
            f"{_words('Sessions and items may say who reads them. The visibility is', Visibility)}",
            {"sessions": {"opening": _opening(first)}},
        ),
    ]


def _hall(first: FirstWeek) -> Written:
    return {"name": _phrase(first, "hall"), "kind": "place", "institution": "our-university"}


def _block(first: FirstWeek) -> Written:
    start = _at(first.days[min(1, len(first.days) - 1)], "15:00")
    return {"start": start, "slots": Plain(8), "slot_minutes": Plain(15)}


def _opening(first: FirstWeek) -> Written:
    welcome: dict[str, Written] = {
        "kind": "opening-remarks",
        "title": _phrase(first, "welcome"),
        "minutes": Plain(10),
        "languages": first.languages[0],
        "speakers": [Flow({"person": "hanako-rei", "position": "rector"})],
    }
    return {
        "title": _phrase(first, "opening"),
        "room": "main-hall",
        "start": _at(first.days[0], "14:00"),
        "items": {"welcome": welcome},
    }


def _institutions(first: FirstWeek) -> list[Chunk]:
    comment = (
        "Institutions, each under a short name of your choice: lower case Latin letters, digits, hyphens.\n"
        "By these names other files speak of them. The zone is that of the institution's own clocks."
    )
    ours: dict[str, Written] = {"name": _phrase(first, "institution"), "zone": first.zone}
    return [(comment, {"our-university": ours})]


def _people(first: FirstWeek) -> list[Chunk]:
    comment = (
        "People, with their names as they write them in each language, and the positions they hold.\n"
        "E-mail addresses and telephone numbers never stand here, but in private.yaml."
    )
    held: dict[str, Written] = {"title": _phrase(first, "title_held"), "institution": "our-university"}
    return [(comment, {"hanako-rei": {"names": _phrase(first, "person"), "positions": {"rector": held}}})]


def _symposium(first: FirstWeek) -> list[Chunk]:
    talk: dict[str, Written] = {
        "kind": "talk",
        "title": _phrase(first, "talk"),
        "minutes": Plain(30),
        "languages": first.languages[0],
        "speakers": "hanako-rei",
    }
    pause: dict[str, Written] = {"kind": "break", "title": _phrase(first, "break"), "minutes": Plain(15)}
    session: dict[str, Written] = {
        "title": _phrase(first, "talks"),
        "room": "main-hall",
        "block": "talks",
        "items": {"first-talk": talk, "first-break": pause},
    }
    about: dict[str, Written] = {"title": _phrase(first, "symposium"), "organisers": "our-university"}
    return [
        ("A symposium, named by its file. It has sessions, and they have items in running order.", about),
        ("A session begins at its `start`, or else with its `block`.", {"sessions": {"talks": session}}),
        (
            "A long abstract has a file of its own: abstracts/first-talk.en.md, for instance.\n"
            "Items whose time is not known yet stand under `items:`, outside of any session.",
            {},
        ),
    ]

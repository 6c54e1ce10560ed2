"""Where every page of a week's site lies, and how one page points to another.

An address once released answers for ever, so the folders below are a contract: a kind may be added, never moved. Links
between pages are relative, which lets a site lie in any sub-folder, on a USB stick, or in a browser without a server.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of page below `/<week>/<language>/`. The value is the folder, empty for the home page.

    `EMBED` lies at `embed/<language>/`, since it is no page of the site but a part of somebody else's.
    """

    HOME = ""
    TIMETABLE = "timetable"
    DAY = "timetable/*"
    ITEM = "items/*"
    SYMPOSIA = "symposia"
    SYMPOSIUM = "symposia/*"
    PEOPLE = "people"
    PERSON = "people/*"
    INSTITUTIONS = "institutions"
    INSTITUTION = "institutions/*"
    PROGRAMMES = "programmes"
    PROGRAMME = "programmes/*"
    AGREEMENTS = "agreements"
    ASSOCIATION = "association"
    RECORDINGS = "recordings"
    RECORDING = "recordings/*"
    REPORT = "report"
    TIMES = "times"
    SEARCH = "search"
    CHANGES = "changes"
    ABOUT = "about"
    CEREMONY = "ceremony"
    APPROVAL = "approval"
    EMBED = "embed"


@dataclass(frozen=True, slots=True)
class Address:
    """A page: its language, its kind and, for kinds with one page per part, the part's slug (a day's is its date)."""

    language: str
    kind: Kind
    slug: str = ""

    @property
    def folder(self) -> str:
        """The page's folder from the week's root, with a final slash: `ja/items/keynote/`, and `embed/ja/`."""
        if self.kind is Kind.EMBED:
            return f"{self.kind.value}/{self.language}/"
        below = self.kind.value.replace("*", self.slug)
        return f"{self.language}/{below}/" if below else f"{self.language}/"

    @property
    def file(self) -> str:
        """The page's file from the week's root: `ja/items/keynote/index.html`."""
        return self.folder + "index.html"

    @property
    def to_root(self) -> str:
        """The relative way from the page's folder to the week's root: `../../../`."""
        return "../" * self.folder.count("/")

    def to(self, other: "Address", fragment: str = "") -> str:
        """A relative link from this page to another, or to a place on it; on this page the place alone.

        It ends in `index.html`, since a browser that opens a folder from a disk lists the folder's files.

        >>> Address("ja", Kind.ITEM, "keynote").to(Address("en", Kind.HOME))
        '../../../en/index.html'
        >>> Address("ja", Kind.TIMES).to(Address("ja", Kind.TIMES), "h-hours")
        '#h-hours'
        """
        if other == self and fragment:
            return f"#{fragment}"
        here, there = self.folder.split("/")[:-1], other.folder.split("/")[:-1]
        shared = 0
        while shared < min(len(here), len(there)) and here[shared] == there[shared]:
            shared += 1
        way = [".."] * (len(here) - shared) + there[shared:] + ["index.html"]
        return "/".join(way) + (f"#{fragment}" if fragment else "")

    def in_language(self, language: str) -> "Address":
        """The same page in another language; every page of a site exists in every language of its week."""
        return Address(language, self.kind, self.slug)


def day_slug(day: date) -> str:
    """The slug of a day's page: `2021-09-29`."""
    return day.isoformat()


def news_path(language: str) -> str:
    """Where the news for other websites lies, from the week's root: `news.ja.html`."""
    return f"news.{language}.html"

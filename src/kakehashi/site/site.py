"""A week made ready for pages: its relations, its addresses, and what many pages share."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from markupsafe import Markup

from kakehashi.site.addresses import Address, Kind, day_slug
from kakehashi.site.asking import question
from kakehashi.site.history import NO_RELEASE, History
from kakehashi.site.relations import Related
from kakehashi.week.organising import Notice
from kakehashi.week.part import Visibility

T = TypeVar("T")


@dataclass(frozen=True)
class Site(Related):
    """The public face of one week.

    `assets` maps the name of a style sheet, script or font to its file below `assets/`, whose name holds a hash of its
    content. `draft` names the institution for whose approval the pages are made, if any: such pages carry a watermark.
    `history` is that of the week's releases, the one that these files make included, and `signed_by` the fingerprint of
    the key that signs it; files that are no release have neither. `pieces` are those of `lasting`, by name: whoever has
    some that would be made of this week just so may put them there.
    """

    assets: Mapping[str, str] = field(default_factory=dict)
    draft: str | None = None
    digests: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    history: History = NO_RELEASE
    signed_by: str | None = None
    pieces: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _kept: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns, made once per key: for what all pages of a language share. The key names its maker."""
        if key not in self._kept:
            self._kept[key] = make()
        kept: T = self._kept[key]
        return kept

    def lasting(self, key: tuple[str, ...], make: Callable[[], Markup]) -> Markup:
        """A piece of a page, made once per key, which names its maker: what stands often on the largest pages.

        The next release may take it over from this one (see `watching`), so the key says all that it depends on but the
        week: its language, and the page too if it holds links.
        """
        name = " ".join(key)
        if name not in self.pieces:
            self.pieces[name] = make()
        return Markup(self.pieces[name])

    @property
    def for_others(self) -> bool:
        """Whether other websites may show what this one does: neither a draft nor a site of those within."""
        return self.draft is None and self.week.audience.rank == 0

    def addresses(self, language: str) -> Iterator[Address]:
        """Every page of the site in a language."""
        week = self.week
        for kind in self.kinds:
            yield Address(language, kind)
        parts = {
            Kind.DAY: [day_slug(day) for day in self.by_day],
            Kind.ITEM: [slug for slug, item in week.items.items() if self.has_item_page(item)],
            Kind.SYMPOSIUM: list(week.symposia),
            Kind.PERSON: [slug for slug in week.people if self.has_page(slug)],
            Kind.INSTITUTION: list(week.institutions),
            Kind.PROGRAMME: list(week.programmes),
            Kind.RECORDING: list(week.recordings),
        }
        for kind, slugs in parts.items():
            yield from (Address(language, kind, slug) for slug in slugs)

    @question
    def moved_to(self, address: str) -> str | None:
        """Where the content of an earlier release's address is now (`items/keynote/`); `None` if it is no more."""
        return self.history.gone[address]

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The single pages that this week has, in the order of the navigation; `HOME` first, `ABOUT` last."""
        week = self.week
        present = {
            Kind.HOME: True,
            Kind.TIMETABLE: True,
            Kind.SYMPOSIA: bool(week.symposia),
            Kind.PEOPLE: any(self.has_page(slug) for slug in week.people),
            Kind.INSTITUTIONS: bool(week.institutions),
            Kind.PROGRAMMES: bool(week.programmes),
            Kind.AGREEMENTS: bool(week.agreements or week.offices),
            Kind.ASSOCIATION: week.association is not None,
            Kind.RECORDINGS: bool(week.recordings),
            Kind.REPORT: week.report is not None,
            Kind.TIMES: True,
            Kind.SEARCH: True,
            Kind.CEREMONY: week.audience is Visibility.STAFF,
            Kind.APPROVAL: self.draft is not None,
            Kind.CHANGES: bool(self.history.entries),
            Kind.ABOUT: True,
        }
        return tuple(kind for kind, there in present.items() if there)

    @cached_property
    def notices(self) -> tuple[tuple[Notice, bool], ...]:
        """The notices that are not over when the site is made, and of each whether its time is still to come.

        A page stays as it was made: what is to come waits in it for the script.
        """
        week = self.week
        running = (one for one in week.notices if one.until is None or one.until.instant > week.at)
        return tuple((one, one.begins is not None and one.begins.instant > week.at) for one in running)

    @cached_property
    def by_folder(self) -> Mapping[str, Address]:
        """Every page by its folder from the week's root."""
        every = (address for language in self.week.languages for address in self.addresses(language))
        return {address.folder: address for address in every}

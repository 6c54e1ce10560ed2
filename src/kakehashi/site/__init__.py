"""The public site of a week: pages, pictures, styles, scripts.

It reads a `VisibleWeek` and nothing else, so what is closed cannot be shown. `site_of` prepares a week,
`site_files` yields every file, `page_of` renders the one page that an address names.

A page is made in one direction: an `Address` and the `Site` make a `Reader` (one language, one page); a view in `pages`
takes from it what its template is given, built of what `shown` says of each thing of a week, with drawings from
`pictures` and the table of a day from `grid`. Only `rendering` knows templates.

>>> from datetime import UTC, datetime
>>> from kakehashi.week import Visibility, Week, for_audience
>>> week = Week.model_validate({"slug": "tea-week", "title": {"en": "Tea week"}, "languages": ["en"],
...                             "zone": "Asia/Tokyo", "days": ["2021-09-29"]})
>>> site = site_of(for_audience(week, Visibility.PUBLIC, datetime(2021, 9, 1, tzinfo=UTC)))
>>> page_of(site, "en/").startswith(b"<!doctype html>")
True
"""

from kakehashi.site.addresses import Address, Kind
from kakehashi.site.assets import asset_content
from kakehashi.site.building import (
    Work,
    addresses_of,
    asset_files,
    file_of,
    made,
    media_of,
    page_of,
    site_files,
    site_of,
    works_of,
)
from kakehashi.site.files import SiteFile
from kakehashi.site.frame import SECURITY_POLICY
from kakehashi.site.history import Entry, History
from kakehashi.site.history_file import history_bytes, read_history
from kakehashi.site.lost import rerooted
from kakehashi.site.search import digest, index_files, search_files, search_records
from kakehashi.site.site import Site
from kakehashi.site.succession import next_history
from kakehashi.site.told import changes_told

__all__ = [
    "SECURITY_POLICY",
    "Address",
    "Entry",
    "History",
    "Kind",
    "Site",
    "SiteFile",
    "Work",
    "addresses_of",
    "asset_content",
    "asset_files",
    "changes_told",
    "digest",
    "file_of",
    "history_bytes",
    "index_files",
    "made",
    "media_of",
    "next_history",
    "page_of",
    "read_history",
    "rerooted",
    "search_files",
    "search_records",
    "site_files",
    "site_of",
    "works_of",
]

"""Search: what can be found on a week's site, and the index in which a reader's browser finds it.

Each language has an index of its own below `pagefind/`, made by Pagefind of documents that are made for it.
`search_records` says what can be found, `digest` whether that changed, `index_files` makes the index; `search_files`
does all of it for every language. The page that searches is `pages/search.py` with `static/search.js`.

>>> from kakehashi.site.search.folding import fold
>>> fold("Пётр") == fold("петр")
True
"""

from kakehashi.site.search.indexing import ROOT, index_files, search_files
from kakehashi.site.search.record import Group, Record, When, digest
from kakehashi.site.search.records import search_records

__all__ = ["ROOT", "Group", "Record", "When", "digest", "index_files", "search_files", "search_records"]

"""The law of making only what changed: what is not made again would have been the same byte for byte."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.laws.test_folder_edits import edits

from kakehashi.findings import Place
from kakehashi.publishing.relation import Relation
from kakehashi.publishing.remaking import thing_of, to_remake, told_by
from kakehashi.site import Site, SiteFile, site_of, works_of
from kakehashi.site.watching import Piece, Watched
from kakehashi.week import Visibility, Week, for_audience

AT = datetime(2021, 10, 1, tzinfo=UTC)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def made_watching(site: Site) -> tuple[dict[str, bytes], Relation, Relation, dict[str, str]]:
    """Every file of a site, made while its reads are noted; what was read for files and for pieces; the pieces."""
    watched = Watched(site)
    files: dict[str, bytes] = {}
    reads: dict[str, list[str]] = {}
    pieces: dict[str, Piece] = {}
    for work in works_of(site):
        with watched.noting() as noted:
            path, files[work.path] = work.make(watched.site)
        reads[path] = [thing_of(read) for read in noted]
        pieces |= watched.pieces()
    read_for_pieces = {name: [thing_of(read) for read in piece.reads] for name, piece in pieces.items()}
    html = {name: piece.html for name, piece in pieces.items()}
    return files, Relation.of(reads), Relation.of(read_for_pieces), html


def made_plainly(site: Site) -> dict[str, bytes]:
    """Every file of a site."""
    return dict(SiteFile(*work.make(site)) for work in works_of(site))


@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=SLOW, deadline=None)
@given(edits(), st.sampled_from([timedelta(0), timedelta(days=1), timedelta(days=4000)]))
def test_what_is_not_made_again_is_the_same_byte_for_byte(
    case: tuple[Week, Place, Any, Week], later: timedelta
) -> None:
    week, _, _, after = case
    before = site_of(for_audience(week, Visibility.PUBLIC, AT))
    now = site_of(for_audience(after, Visibility.PUBLIC, AT + later))
    files, reads, pieces, html = made_watching(before)
    assert files == made_plainly(before)
    remaking = to_remake(reads, pieces, told_by(before, reads, pieces), now)
    fresh = made_plainly(now)
    handed = site_of(now.week)
    handed.pieces.update({name: one for name, one in html.items() if name not in remaking.stale_pieces})
    assert made_plainly(handed) == fresh
    assert {path for path, content in fresh.items() if path in files and files[path] != content} <= remaking.stale

from dataclasses import dataclass
from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.site.pictures.lanes import clusters, packed


@dataclass(frozen=True)
class Extent:
    first: int
    last: int


def extents(*pairs):
    return [Extent(*pair) for pair in pairs]


some = st.lists(st.builds(lambda first, length: Extent(first, first + length), st.integers(0, 40), st.integers(1, 12)))


def test_a_talk_after_another_needs_no_second_lane():
    assert packed(extents((0, 2), (2, 4))) == [extents((0, 2), (2, 4))]


def test_overlaps_reach_through_others():
    assert list(clusters(extents((0, 3), (5, 7), (2, 6), (7, 8)))) == [extents((0, 3), (2, 6), (5, 7)), extents((7, 8))]


@given(some)
def test_within_a_lane_nothing_overlaps_and_nothing_is_lost(given_extents):
    lanes = packed(given_extents)
    assert all(before.last <= after.first for lane in lanes for before, after in pairwise(lane))
    assert sorted(chain(*lanes), key=repr) == sorted(given_extents, key=repr)


@given(some)
def test_there_are_as_many_lanes_as_ever_overlap_at_one_moment(given_extents):
    deepest = max((sum(one.first <= at < one.last for one in given_extents) for at in range(60)), default=0)
    assert len(packed(given_extents)) == deepest


@given(some)
def test_clusters_share_no_moment(given_extents):
    reaches = [(min(one.first for one in there), max(one.last for one in there)) for there in clusters(given_extents)]
    assert all(before[1] <= after[0] for before, after in pairwise(reaches))

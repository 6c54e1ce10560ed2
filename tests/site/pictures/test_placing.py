from datetime import UTC, date, datetime

from tests.site.pictures.drawings import block, jst, picture_day

from kakehashi.site.pictures.placing import placed


def lanes(*blocks):
    return [(one.block.title, one.lane, one.lanes) for one in placed(picture_day(*blocks), "Asia/Tokyo")]


def test_blocks_one_after_another_have_the_whole_width():
    assert lanes(block(jst(15), 10, "a"), block(jst(15, 10), 10, "b")) == [("a", 0, 1), ("b", 0, 1)]


def test_parallel_rooms_stand_side_by_side_in_the_order_given():
    rooms = [block(jst(15), 60, room, lane=room) for room in ("maths", "physics", "chemistry")]
    assert lanes(*rooms) == [("maths", 0, 3), ("physics", 1, 3), ("chemistry", 2, 3)]


def test_what_has_its_hour_alone_is_as_wide_as_all_rooms_together():
    rooms = [block(jst(15), 60, room, lane=room) for room in ("maths", "physics")]
    assert lanes(block(jst(14), 30, "signing", lane="maths"), *rooms)[0] == ("signing", 0, 1)


def test_a_room_keeps_its_lane_through_a_stretch_of_parallel_talks():
    talks = [
        block(jst(15), 20, "m1", lane="maths"),
        block(jst(15), 60, "p1", lane="physics"),
        block(jst(15, 20), 30, "m2", lane="maths"),
    ]
    assert lanes(*talks) == [("m1", 0, 2), ("m2", 0, 2), ("p1", 1, 2)]


def test_an_overlap_within_one_room_takes_a_lane_more():
    assert lanes(block(jst(15), 30, "a", lane="x"), block(jst(15, 10), 30, "b", lane="x")) == [("a", 0, 2), ("b", 1, 2)]


def test_a_block_past_midnight_ends_past_hour_24_of_its_day():
    late = placed(picture_day(block(jst(23), 150)), "Asia/Tokyo")[0]
    assert (late.first, late.last) == (23, 25.5)


def test_a_block_lasts_as_long_as_it_lasts_where_the_hosts_clock_changes():
    night = date(2021, 10, 31)
    long_hour = block(datetime(2021, 10, 31, 0, 30, tzinfo=UTC), 60)
    drawn = placed(picture_day(long_hour, day=night), "Europe/Berlin")[0]
    assert (drawn.first, drawn.last) == (2.5, 3.5)


def test_items_without_a_length_that_begin_together_do_not_lie_under_one_another():
    assert lanes(block(jst(15), 0, "a"), block(jst(15), 0, "b"), block(jst(15), 30, "c")) == [
        ("a", 0, 3),
        ("b", 1, 3),
        ("c", 2, 3),
    ]

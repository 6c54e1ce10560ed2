"""What a request says of the copy it has and of the part it asks for (RFC 9110), for every file and header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.server.conditions import Range, UnsatisfiableRange, asked_range, matches, names_us

sizes = st.integers(0, 10_000)
offsets = st.integers(0, 10_000)


@given(sizes, offsets, offsets)
def test_a_part_is_those_of_the_bytes_asked_for_that_the_file_has(size: int, first: int, last: int) -> None:
    content = bytes(index % 251 for index in range(size))
    wanted = content[first : last + 1]
    try:
        part = asked_range(f"bytes={first}-{last}", size)
    except UnsatisfiableRange:
        assert (wanted, first >= size) == (b"", True)
        return
    if part is None:
        assert last < first
    else:
        assert content[part.first : part.last + 1] == wanted
        assert 0 <= part.first <= part.last < size


@given(sizes, offsets)
def test_the_last_bytes_of_a_file_are_at_most_all_of_it(size: int, number: int) -> None:
    content = bytes(index % 251 for index in range(size))
    if size == 0 or number == 0:
        with pytest.raises(UnsatisfiableRange):
            asked_range(f"bytes=-{number}", size)
    else:
        part = asked_range(f"bytes=-{number}", size)
        assert part is not None
        assert content[part.first : part.last + 1] == content[-number:]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("", None),
        ("bytes=0-0", Range(0, 0)),
        (" bytes=9- ", Range(9, 9)),
        ("bytes=0-0,5-6", None),
        ("Bytes=0-0", None),
        ("bytes=a-b", None),
        ("bytes=-", None),
        ("bytes=٣-٤", None),
        ("bytes=0-" + "9" * 18, Range(0, 9)),
        ("bytes=0-" + "9" * 19, None),
    ],
)
def test_only_one_part_in_bytes_is_understood(header: str | None, expected: Range | None) -> None:
    assert asked_range(header, 10) == expected


@given(st.text(max_size=40), sizes)
def test_no_header_is_more_than_a_wish(header: str, size: int) -> None:
    try:
        part = asked_range(f"bytes={header}", size)
    except UnsatisfiableRange:
        return
    assert part is None or 0 <= part.first <= part.last < size


@pytest.mark.parametrize(
    ("given_tags", "same"),
    [
        ('"a"', True),
        ('W/"a"', True),
        ('"b", "a"', True),
        ('"b",W/"a"', True),
        ("*", True),
        ('"b"', False),
        ("", False),
        ("a", False),
        ('"ab"', False),
    ],
)
def test_a_copy_is_the_same_if_one_of_its_tags_is(given_tags: str, same: bool) -> None:
    assert (matches(given_tags, '"a"'), matches(given_tags, 'W/"a"')) == (same, same)


@given(st.from_regex(r"[a-z][a-z0-9-]{0,20}(\.[a-z]{2,8}){1,3}", fullmatch=True), st.integers(1, 65535))
def test_no_name_of_the_network_means_this_machine_but_its_own(name: str, port: int) -> None:
    assert (names_us(f"{name}:{port}", "lab"), names_us(name, name), names_us(f"{name}:{port}", name)) == (
        False,
        True,
        True,
    )


@given(st.text(max_size=30))
def test_any_host_header_is_answered_yes_or_no(host: str) -> None:
    assert names_us(host, "lab") in (True, False)

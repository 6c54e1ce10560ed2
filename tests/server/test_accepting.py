"""What browsers say that they take, and what they get."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.server.accepting import endings_taken, language_taken, weights


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("gzip, deflate, br, zstd", (".br", ".gz", "")),
        ("gzip", (".gz", "")),
        ("GZIP;Q=0.5", (".gz", "")),
        ("x-gzip", (".gz", "")),
        ("br;q=0, gzip", (".gz", "")),
        ("gzip;q=1.0, br;q=0.9", (".gz", ".br", "")),
        ("*", (".br", ".gz", "")),
        ("*;q=0", ("",)),
        ("br, *;q=0", (".br", "")),
        ("identity, br;q=0.5", ("",)),
        ("identity;q=0", ("",)),
        ("br;q=2", ("",)),
        ("br;q=0.0001", ("",)),
        ("brotli", ("",)),
        ("", ("",)),
    ],
)
def test_a_reader_gets_the_compression_that_is_liked_best(header: str, expected: tuple[str, ...]) -> None:
    assert endings_taken(header) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("ja", "ja"),
        ("ja-JP, en;q=0.5", "ja"),
        ("fr-FR, fr;q=0.9, ru;q=0.2", "ru"),
        ("en;q=0.5, ru;q=0.7", "ru"),
        ("ru, en", "ru"),
        ("JA", "ja"),
        ("ja;q=0, *", None),
        ("de", None),
        ("*", None),
        ("", None),
        ("jam", None),
        ("pt", "pt-BR"),
    ],
)
def test_a_reader_gets_the_language_that_is_liked_best(header: str, expected: str | None) -> None:
    assert language_taken(header, ["ja", "en", "ru", "pt-BR"]) == expected


@given(st.text(max_size=600))
def test_no_header_of_preferences_is_more_than_a_wish(header: str) -> None:
    assert all(0 <= weight <= 1 for _, weight in weights(header))
    assert endings_taken(header)[-1] == ""
    assert language_taken(header, ["ja"]) in ("ja", None)


@given(st.permutations(["br", "gzip", "identity"]), st.lists(st.integers(1, 1000), min_size=3, max_size=3))
def test_what_is_liked_better_is_not_sent_after_what_is_liked_less(codings: list[str], thousandths: list[int]) -> None:
    liked = dict(zip(codings, thousandths, strict=True))
    header = ", ".join(f"{coding};q={number / 1000:.3f}" for coding, number in liked.items())
    names = {".br": "br", ".gz": "gzip", "": "identity"}
    order = [liked[names[ending]] for ending in endings_taken(header)]
    assert order == sorted(order, reverse=True)


def test_headers_without_end_are_not_remembered_whole() -> None:
    tracemalloc.start()
    for number in range(200):
        endless = f"{number:04}" + "a" * 100_000
        assert endings_taken(endless) == ("",)
        assert language_taken(endless, ["ja"]) is None
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 2_000_000

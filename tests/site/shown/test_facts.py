"""Rows of facts, links out of the site, terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.reading import a_site, reader

from kakehashi.site.shown.facts import excerpt, outward, outward_each, page_address, site_name, term, told_apart
from kakehashi.words import Text

READER = reader(a_site())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.kanazawa-u.ac.jp/en/", "kanazawa-u.ac.jp"),
        ("http://example.org:8080/x", "example.org"),
        ("https://EXAMPLE.org", "example.org"),
        ("https://wwwhat.example/", "wwwhat.example"),
        ("https://例え.テスト/", "例え.テスト"),
    ],
)
def test_a_site_is_called_by_its_host(address: str, name: str) -> None:
    assert site_name(address) == name


def test_a_link_out_of_the_site_hands_over_no_window() -> None:
    assert outward("https://a.example/?x=1&y=2") == (
        '<a href="https://a.example/?x=1&amp;y=2" rel="noopener">a.example</a>'
    )


@pytest.mark.parametrize(
    ("addresses", "told"),
    [
        (["https://a.example/1", "https://b.example/1"], ["a.example", "b.example"]),
        (["https://a.example/1", "https://www.a.example/2"], ["a.example/1", "a.example/2"]),
        (["https://a.example/1?p=1", "https://a.example/1?p=2"], ["a.example/1?p=1", "a.example/1?p=2"]),
        (["http://a.example/", "https://www.a.example"], ["http://a.example/", "https://www.a.example"]),
        (["https://a.example/1", "https://a.example/1"], ["a.example"]),
    ],
)
def test_no_two_sources_are_told_alike(addresses: list[str], told: list[str]) -> None:
    assert [link.striptags() for link in outward_each(addresses)] == told


hosts = st.sampled_from(["a.example", "www.a.example", "b.example"])
paths = st.sampled_from(["", "/", "/1", "/1/", "/2", "/1?x", "/en/1"])
places = st.builds("{}://{}{}".format, st.sampled_from(["http", "https"]), hosts, paths)


@given(st.lists(places))
def test_what_addresses_are_told_by_is_always_theirs_alone(addresses: list[str]) -> None:
    told = told_apart(addresses, site_name, page_address)
    assert list(told) == list(dict.fromkeys(addresses))
    assert len(set(told.values())) == len(told)


@pytest.mark.parametrize(
    ("begins", "until", "told"),
    [
        ("2015", "2021-03", "2015 to March 2021"),
        ("2015-04-01", None, "since 1 April 2015"),
        (None, "2021", "until 2021"),
        (None, None, ""),
    ],
)
def test_a_term_is_told_as_far_as_it_is_known(begins: str | None, until: str | None, told: str) -> None:
    assert term(READER, begins, until).replace("\N{NO-BREAK SPACE}", " ") == told


def test_the_beginning_of_a_text_in_another_language_is_marked_and_plain() -> None:
    text = Text(ja="# 茶\n\n**茶葉**の話をします。")
    assert excerpt(READER, text, 8) == '<span class="other" lang="ja">茶 茶葉の話を…</span>'
    assert excerpt(READER, Text(), 8) == ""

"""Which machines the public cannot reach, in every way in which a browser lets them be written."""

import pytest
from tests.week.building import person, week
from tests.week.checks.finding import told

from kakehashi.week.hosts import is_private_host


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "LOCALHOST.", "tea.localhost", "printer.local", "wiki.intranet", "nas.home.arpa", "x.internal"),
        *("fileserver", "intranet", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0"),
        *("10.0.0.7", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.10.20", "100.64.0.1", "127.0.0.1."),
        *("[::1]", "[::]", "[fe80::1]", "[fe80::1%25eth0]", "[fd12:3456::1]", "[fc00::1]", "[0:0:0:0:0:0:0:1]"),
        *("[::ffff:127.0.0.1]", "[::ffff:10.0.0.7]", "[::ffff:c0a8:101]"),
        *("%6cocalhost", "127%2e0%2e0%2e1", "%31%30.0.0.7", "１２７.０.０.１", "ｌｏｃａｌｈｏｓｔ", "printer。local"),
    ],
)
def test_a_machine_of_ones_own(host: str) -> None:
    assert is_private_host(host)


@pytest.mark.parametrize(
    "host",
    [
        *("example.org", "localhost.example.org", "local.example", "my-local.org", "xn--e1afmkfd.example", "例え.jp"),
        *("8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "169.253.1.1", "100.128.0.1", "134744072"),
        *("[2001:4860:4860::8888]", "[::ffff:8.8.8.8]", "[no address]", "", ".", "10.0.0.7.1", "08.example"),
    ],
)
def test_a_machine_for_everyone(host: str) -> None:
    assert not is_private_host(host)


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("https://[::ffff:192.168.1.7]/", True),
        ("https://127%2E0%2E0%2E1/", True),
        ("https://wiki.local", True),
        ("http://172.16.0.1:8080/a?b#c", True),
        ("https://[2606:4700::6810:84e5]:443/", False),
        ("https://example.org/?back=localhost", False),
        ("https://example.org/?back=http://localhost/", True),
        ("https://example.org/?back=http%3A%2F%2Flocalhost%2F", True),
    ],
)
def test_a_link_to_one_is_a_leak(address: str, private: bool) -> None:
    leak = ("leak.machine", "error", "people/ada/web")
    assert told(week(people={"ada": person(web=address)}), "leak") == [leak] * private

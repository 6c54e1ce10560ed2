"""A machine is private or not, however its address is written."""

from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.week.hosts import decoded, is_private_host

V4 = st.one_of(
    st.ip_addresses(v=4), st.sampled_from([IPv4Address(a) for a in ("10.0.0.1", "127.0.0.1", "169.254.1.2")])
)


def spellings(address: IPv4Address) -> list[str]:
    """The ways in which a browser lets an IPv4 address be written (WHATWG URL, 3.5)."""
    a, b, c, d = address.packed
    whole = int(address)
    return [
        *(f"{a}.{b}.{c}.{d}", f"{a}.{b}.{c}.{d}.", f"{a}.{b}.{c * 256 + d}", f"{a}.{whole % 2**24}", f"{whole}"),
        *(f"0x{whole:x}", f"0X{whole:X}", f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"0x{a:x}.{b}.0{c:o}.{d}"),
        *(f"[::ffff:{address}]", f"[::ffff:{whole >> 16:x}:{whole & 0xFFFF:x}]"),
        *(
            "".join(f"%{ord(sign):02x}" for sign in str(address)),
            str(address).translate({n + 48: n + 0xFF10 for n in range(10)}),
        ),
    ]


@given(V4)
def test_every_spelling_of_an_ipv4_address_is_judged_alike(address: IPv4Address) -> None:
    assert {one: is_private_host(one) for one in spellings(address)} == dict.fromkeys(
        spellings(address), not address.is_global
    )


@given(st.ip_addresses(v=6))
def test_an_ipv6_address_may_be_written_out_or_short(address: IPv6Address) -> None:
    assert is_private_host(f"[{address.exploded}]") is is_private_host(f"[{address.compressed}]")


@given(st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True))
def test_a_name_within_a_house_is_private_and_the_same_name_in_public_is_not(name: str) -> None:
    assert [is_private_host(f"{name}.{zone}") for zone in ("local", "example.org")] == [True, False]


@given(st.text(max_size=60))
def test_any_text_may_stand_where_a_host_does(text: str) -> None:
    assert is_private_host(text) in (True, False)


@given(st.text(st.characters(exclude_characters="&%", codec="utf-8"), max_size=60))
def test_what_was_escaped_is_read_as_it_was(text: str) -> None:
    assert decoded(text) == text
    assert decoded(quote(text)) == text

"""Links between pages work wherever the site lies."""

from posixpath import join, normpath

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.site import Address, Kind

addresses = st.builds(
    Address, st.sampled_from(["ja", "en", "sr-Latn"]), st.sampled_from(Kind), st.sampled_from(["keynote", "a-1", "ja"])
)


@given(addresses, addresses)
def test_a_link_followed_from_a_page_arrives_at_the_other_page(here: Address, there: Address) -> None:
    assert normpath(join(here.folder, here.to(there))) == there.file


@given(addresses)
def test_the_way_to_the_root_leads_out_of_every_folder(here: Address) -> None:
    assert normpath(join(here.folder, here.to_root)) == "."


def test_a_link_within_a_page_is_its_fragment_alone() -> None:
    here = Address("ja", Kind.AGREEMENTS)
    assert here.to(here, "irkutsk") == "#irkutsk"


def test_the_same_page_in_another_language_differs_in_its_first_folder_only() -> None:
    assert Address("ja", Kind.ITEM, "keynote").in_language("ru").folder == "ru/items/keynote/"

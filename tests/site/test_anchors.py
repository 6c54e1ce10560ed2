"""Names of places on a page, of which no item takes one that is the page's own."""

from collections import Counter

import pytest
from tests.site.reading import PARTS, a_site
from tests.site.walking import parsed
from tests.week.building import item

from kakehashi.site import Address, Kind
from kakehashi.site.rendering import render


@pytest.mark.parametrize("slug", ["main", "said", "zone", "as-list", "as-grid", "index"])
def test_an_item_may_bear_the_name_of_a_place_on_the_page(slug: str) -> None:
    site = a_site(items=PARTS["items"] | {slug: item(order=9)})
    page = parsed(render(site, Address("en", Kind.DAY, "2021-09-29")))
    places = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert {name for name, number in places.items() if number > 1} == set()

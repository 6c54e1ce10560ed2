"""Whatever a week says, its pages are valid, linked, and hold no markup but ours."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, Phase, given, settings
from tests.site.conforming import faults
from tests.site.walking import BuiltSite
from tests.strategies import weeks

from kakehashi.site import site_of
from kakehashi.week import Visibility, Week, for_audience

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
ADDRESSES = {"href", "src", "action", "poster", "formaction", "data", "srcset", "ping"}


@given(weeks())
@settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_any_week_makes_valid_pages_without_code_or_odd_addresses(week: Week) -> None:
    built = BuiltSite(site_of(for_audience(week, Visibility.PUBLIC, MOMENT)))
    assert list(built.broken_links()) == []
    for path, tree in built.pages.items():
        assert (path, list(faults(tree))) == (path, [])
        for element in tree.iter():
            assert element.tag not in ("iframe", "object", "embed", "style"), path
            # One that names a target only: it moves no link.
            assert element.tag != "base" or element.attrib == {"target": "_top"}, path
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], path
            odd = [v for name, v in element.attrib.items() if name in ADDRESSES and "script:" in v.lower()]
            assert odd == [], path
        assert {script.get("type") for script in tree.iter("script")} <= {None, "application/ld+json"}, path

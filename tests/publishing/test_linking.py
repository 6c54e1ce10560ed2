"""Which links are looked at: what stood in an earlier release and in none since is known to nobody."""

from kakehashi.publishing.inspecting import Inspected
from kakehashi.publishing.linking import broken_links
from kakehashi.publishing.relation import Relation

MADE = {"new.html": Inspected(frozenset(), frozenset({"tea.html#cups"}), ())}
LINKS = Relation.of({"new.html": ["tea.html#cups"], "old.html": []})
FILES = {"new.html", "old.html", "tea.html"}


def dead(known: Relation, page: bytes) -> list[object]:
    """The links that lead nowhere, if the page about tea stayed as it is."""
    return [found.values["link"] for found in broken_links(LINKS, known, FILES, MADE, (), lambda path: page)]


def test_a_link_that_stood_two_releases_ago_is_looked_at_again() -> None:
    before = Relation.of({"old.html": ["tea.html#cups"]}).with_files({"old.html": []}, without=())
    assert dead(before, b"<p>") == ["tea.html#cups"]
    assert dead(before, b'<p id="cups">') == []


def test_a_link_of_the_release_before_is_known_to_lead_somewhere() -> None:
    assert dead(Relation.of({"old.html": ["tea.html#cups"]}), b"not looked at") == []

"""`kakehashi serve` behind nginx answers as it does alone, at the top of a host or below a path."""

from pathlib import Path

import pytest
from tests.deploy.asking import Answer, ask
from tests.deploy.hosts import proxy

PATHS = ("", "{week}/", "{week}/en/", "{week}/en", "{week}/en/nothing/", "{week}/week.json", "none/")


def told(answer: Answer) -> tuple[str, int, dict[str, str], bytes]:
    """All that an answer says, but when, by whom and over which connection."""
    said = {name: value for name, value in answer.headers.items() if name not in ("date", "server", "connection")}
    return answer.path, answer.status, said, answer.body


@pytest.mark.parametrize("below", ["/", "/events/"])
def test_answers_go_through_the_proxy_as_they_are(served: str, released: Path, tmp_path: Path, below: str) -> None:
    paths = [path.format(week=released.parent.name) for path in PATHS]
    taken = {"Accept_Encoding": "br, gzip", "Accept_Language": "ru"}
    with proxy(tmp_path, int(served.rpartition(":")[2]), below) as address:
        behind = ask(f"{address}{below}", paths, **taken)
    assert [told(answer) for answer in behind] == [told(answer) for answer in ask(f"{served}/", paths, **taken)]
    assert [answer.status for answer in behind] == [200, 302, 200, 301, 404, 200, 404]

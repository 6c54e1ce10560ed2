"""Nothing closed is in any byte of a public site: a mark planted in every closed field is looked for in all of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.site.reading import PARTS
from tests.week.building import item, person, session, week

from kakehashi.cli import run
from kakehashi.folder import dump
from kakehashi.week import Week
from kakehashi.week.private import Private

MARK = "plantedsecret"
TEXT = {"en": MARK}


def week_with_secrets() -> Week:
    items = PARTS["items"] | {
        "closed": item(
            order=4,
            title=TEXT,
            abstract=TEXT,
            visibility="members",
            speakers=[{"person": f"{MARK}-speaker"}],
            materials=[{"label": TEXT, "file": f"{MARK}.pdf"}],
            notes=[{"kind": "remark", "text": TEXT}],
        ),
        "hidden": item(order=5, title=TEXT, visible_from="2099-01-01T00:00[Asia/Tokyo]"),
        "rehearsal": item("backstage", title=TEXT, kind="rehearsal"),
    }
    return week(
        **PARTS
        | {
            "items": items,
            "sessions": PARTS["sessions"] | {"backstage": session("2021-09-30T15:00", title=TEXT, visibility="staff")},
            "people": PARTS["people"]
            | {
                f"{MARK}-speaker": person(MARK),
                f"{MARK}-anonymous": person(
                    MARK, shown="affiliation", biography=TEXT, photograph=f"{MARK}.jpg", orcid=None
                ),
            },
            "organisations": [
                {"institution": "host", "role": "host"},
                {"institution": f"{MARK}-asked", "role": "auspices", "state": "asked"},
            ],
            "institutions": PARTS["institutions"]
            | {f"{MARK}-asked": {"name": TEXT, "zone": "Asia/Tokyo", "partner": False}},
            "symposia": {f"{MARK}-closed": {"title": TEXT, "visibility": "staff", "description": TEXT}},
            "recordings": {f"{MARK}-film": {"title": TEXT, "visibility": "members", "file": f"{MARK}.webm"}},
            "agreements": {f"{MARK}-pact": {"title": TEXT, "visible_from": "2099-01-01T00:00[Asia/Tokyo]"}},
            "association": {"name": {"en": "Friends"}, "agenda": [{"title": TEXT, "visibility": "members"}]},
            "notes": [{"kind": "remark", "text": TEXT, "visibility": "staff"}],
            "wishes": {
                "availability": [
                    {
                        "person": f"{MARK}-speaker",
                        "begins": "2021-09-29T00:00[Asia/Tokyo]",
                        "until": "2021-09-29T12:00[Asia/Tokyo]",
                    }
                ]
            },
        }
    )


def private_with_secrets() -> Private:
    return Private.model_validate(
        {
            "contacts": {"ada": {"mail": f"{MARK}@example.org", "telephone": MARK, "remark": MARK}},
            "join_links": {"opening": f"https://meet.example.org/{MARK}"},
            "requests": {"slides": {"what": "slides", "person": "ada", "remark": MARK}},
        }
    )


@pytest.mark.parametrize("options", [[], ["--draft", "far"]], ids=["public", "draft"])
def test_no_closed_part_is_in_any_file_of_a_public_build(tmp_path: Path, options: list[str]) -> None:
    folder, target = tmp_path / "week", tmp_path / "public"
    dump(week_with_secrets(), folder, private_with_secrets())
    media = folder / "media"
    media.mkdir(exist_ok=True)
    for name in (f"{MARK}.pdf", f"{MARK}.jpg", f"{MARK}.webm", f"{MARK}-unused.txt"):
        (media / name).write_text(MARK)
    at = datetime(2021, 9, 1, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%S")
    assert run(["build", str(folder), "--to", str(target), "--at", at, *options]) == 0
    written = [path for path in target.rglob("*") if path.is_file()]
    assert len(written) > 30
    leaks = [
        path for path in written if MARK.encode() in path.read_bytes().lower() or MARK in str(path)[len(str(target)) :]
    ]
    assert leaks == []

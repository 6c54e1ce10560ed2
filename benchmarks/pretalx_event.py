"""Run by pretalx's own Python: makes an event of the talks in a file; prints pretalx's version and a talk's code."""

import json
import os
import sys
from datetime import date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretalx.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django_scopes import scope, scopes_disabled  # noqa: E402
from pretalx.event.models import Event  # noqa: E402
from pretalx.event.utils import create_organiser_with_team  # noqa: E402
from pretalx.person.models import SpeakerProfile, User  # noqa: E402
from pretalx.schedule.models import Room  # noqa: E402
from pretalx.submission.models import Submission  # noqa: E402


def main() -> None:
    """Makes the event and releases its schedule."""
    talks = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    event = _event(sorted({talk["start"][:10] for talk in talks}))
    with scope(event=event):
        event.build_initial_data()
        rooms = {name: Room.objects.create(event=event, name=name) for name in sorted({talk["room"] for talk in talks})}
        for number, talk in enumerate(talks):
            _add(event, number, talk, rooms)
        event.wip_schedule.freeze("1", notify_speakers=False)
        print(version("pretalx"), Submission.objects.first().code)


def _event(days: list[str]) -> Event:
    admin = User.objects.create_superuser(email="admin@example.org", password="not of use anywhere")
    organiser, _ = create_organiser_with_team(name="Office", slug="office", users=[admin])
    with scopes_disabled():
        return Event.objects.create(
            name="Week", slug="week", organiser=organiser, is_public=True, timezone="Asia/Tokyo", locale="en",
            date_from=date.fromisoformat(days[0]), date_to=date.fromisoformat(days[-1]),
            email="admin@example.org", locale_array="en",
        )  # fmt: skip


def _add(event: Event, number: int, talk: dict[str, str], rooms: dict[str, Room]) -> None:
    speaker = User.objects.create_user(email=f"speaker-{number}@example.org", password=None, name=talk["speaker"])
    SpeakerProfile.objects.create(event=event, user=speaker, biography="")
    submission = Submission.objects.create(
        event=event, title=talk["title"], abstract=talk["abstract"], state="submitted", content_locale="en",
        submission_type=event.submission_types.first(),
    )  # fmt: skip
    submission.speakers.add(speaker)
    submission.accept()
    submission.confirm()
    slot = submission.slots.filter(schedule=event.wip_schedule).first()
    slot.start = datetime.fromisoformat(talk["start"])
    slot.end, slot.room = slot.start + timedelta(minutes=15), rooms[talk["room"]]
    slot.save()


if __name__ == "__main__":
    main()

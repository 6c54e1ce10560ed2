"""The sample week says what the public accounts say, in three languages, and marks what is its own."""

from collections import Counter
from datetime import date
from pathlib import Path

from kakehashi.findings import Severity
from kakehashi.folder import Loaded, dump, load
from kakehashi.week import Timetable, VisibleWeek, Week
from kakehashi.week.anatomy import Matter, leaves
from kakehashi.week.checks import check
from kakehashi.week.items import Delivery, ItemKind, Status
from kakehashi.week.part import NoteKind, Visibility
from kakehashi.words.zones import rules

LANGUAGES = ("ja", "en", "ru")
STUDENTS = (ItemKind.STUDENT_PRESENTATION, ItemKind.ROUND_TABLE)


def running(week: Week, placed: Timetable, session: str) -> list[tuple[str, str]]:
    """What happens in a session, with the times on the host's clock."""
    tokyo = rules(week.zone)
    return [(f"{p.start.astimezone(tokyo):%H:%M}", p.item) for p in placed.placements if p.session == session]


def test_the_folder_loads_without_a_finding(loaded: Loaded) -> None:
    assert loaded.findings == ()


def test_written_by_the_program_it_reads_as_the_same_week(sample: Week, tmp_path: Path) -> None:
    dump(sample, tmp_path)
    assert load(tmp_path).week == sample


def test_check_has_nothing_to_say_but_that_the_conference_is_for_members(sample: Week, folder: Path) -> None:
    media = frozenset(path.name for path in (folder / "media").iterdir())
    found = check(sample, today=date(2021, 9, 29), media=media)
    assert [(one.severity, one.code, one.place) for one in found] == [
        (Severity.NOTE, "closed.pointed-at", ("association", "general_conference"))
    ]


def test_every_text_stands_in_three_languages(sample: Week) -> None:
    texts = leaves(sample, Matter.TEXT)
    assert [text.place for text in texts if set(text.value) != set(LANGUAGES)] == []
    assert [slug for slug, person in sample.people.items() if set(person.names) != set(LANGUAGES)] == []


def test_the_first_day_opens_with_two_recorded_remarks_and_two_messages(sample: Week, placed: Timetable) -> None:
    assert running(sample, placed, "opening") == [
        ("15:00", "opening-remarks-kanazawa"),
        ("15:10", "opening-remarks-kazan"),
        ("15:20", "supporting-message-mext"),
        ("15:30", "supporting-message-honorary-doctor"),
    ]
    recorded = [slug for slug, item in sample.items.items() if item.delivery is Delivery.RECORDED]
    assert recorded == ["opening-remarks-kanazawa", "opening-remarks-kazan"]


def test_the_cultural_symposium_goes_from_the_report_to_the_students(sample: Week, placed: Timetable) -> None:
    assert running(sample, placed, "cultural-programme") == [
        ("15:40", "exchange-report"),
        ("16:20", "keynote"),
        ("17:10", "break-wednesday"),
        ("17:20", "regional-initiatives"),
        ("17:50", "students-experiences"),
    ]


def test_the_general_conference_follows_for_members_and_its_agenda_is_theirs(
    sample: Week, public: VisibleWeek, placed: Timetable
) -> None:
    assert running(sample, placed, "association-meeting") == [("18:45", "general-conference")]
    assert sample.items["general-conference"].visibility is Visibility.MEMBERS
    assert sample.association is not None
    assert len(sample.association.agenda) == 6
    assert public.association is not None
    assert public.association.agenda == ()


def test_four_institutions_hold_the_second_day(sample: Week, placed: Timetable) -> None:
    assert sample.symposia["preventive-medicine"].organisers == (
        "kanazawa-university",
        "kazan-federal-university",
        "krasnoyarsk-state-medical-university",
        "pavlov-first-st-petersburg-state-medical-university",
    )
    assert running(sample, placed, "centre-progress") == [("15:00", "branch-offices")]
    kinds = Counter(sample.items[slug].kind for _, slug in running(sample, placed, "medicine-students"))
    assert kinds == {ItemKind.STUDENT_PRESENTATION: 12, ItemKind.QUESTIONS: 2, ItemKind.BREAK: 1}


def test_the_third_day_signs_and_then_meets_in_four_groups_at_once(sample: Week, placed: Timetable) -> None:
    tokyo = rules(sample.zone)
    third = [span for span in placed.spans if span.start.astimezone(tokyo).date() == date(2021, 10, 1)]
    assert [(f"{s.start.astimezone(tokyo):%H:%M}-{s.end.astimezone(tokyo):%H:%M}", s.session) for s in third] == [
        ("14:00-14:30", "signing"),
        ("15:00-17:30", "mathematics"),
        ("15:00-17:30", "physics"),
        ("15:00-17:30", "chemistry"),
        ("15:00-17:30", "environmental-studies"),
    ]
    assert sample.agreements["irkutsk-liaison-office"].item == "signing-ceremony"
    assert sample.offices["irkutsk-office"].agreement == "irkutsk-liaison-office"


def test_forty_presentations_and_a_round_table_are_invented_and_so_are_those_who_give_them(sample: Week) -> None:
    invented = [slug for slug, item in sample.items.items() if item.kind in STUDENTS and item.speakers]
    kinds = Counter(sample.items[slug].kind for slug in invented)
    assert kinds == {ItemKind.STUDENT_PRESENTATION: 40, ItemKind.ROUND_TABLE: 1}
    assert [slug for slug in invented if not sample.items[slug].noted(NoteKind.INVENTED)] == []
    speakers = {speaker.person for slug in invented for speaker in sample.items[slug].speakers}
    assert speakers == {slug for slug, person in sample.people.items() if person.noted(NoteKind.INVENTED)}


def test_most_invented_talks_have_an_abstract_and_no_two_talks_are_alike(sample: Week) -> None:
    talks = [item for item in sample.items.values() if item.kind in STUDENTS and item.speakers]
    assert sum(1 for talk in talks if talk.abstract) == 21
    titles = [wording for talk in talks for wording in talk.title.values()]
    assert len(set(titles)) == len(titles) == 41 * 3


def test_one_talk_each_is_tentative_cancelled_and_withdrawn(sample: Week, placed: Timetable) -> None:
    other = {slug: item.status for slug, item in sample.items.items() if item.status is not Status.CONFIRMED}
    assert other == {
        "cold-clock": Status.TENTATIVE,
        "paper-strip-for-honey": Status.CANCELLED,
        "frogs-at-night": Status.WITHDRAWN,
    }
    assert set(sample.items) - set(placed.by_item) == {"frogs-at-night"}


def test_every_time_is_provisional(sample: Week) -> None:
    assert sample.noted(NoteKind.PROVISIONAL, "times")
    assert [slug for slug, one in sample.sessions.items() if not one.noted(NoteKind.PROVISIONAL, "start")] == []


def test_people_who_are_not_invented_speak_in_a_position_of_that_day(sample: Week, placed: Timetable) -> None:
    real = {slug for slug, person in sample.people.items() if not person.noted(NoteKind.INVENTED)}
    spoken = {
        speaker.person: sample.people[speaker.person].positions[speaker.position or ""].held_on(date(2021, 9, 29))
        for item in sample.items.values()
        for speaker in item.speakers
        if speaker.person in real
    }
    assert spoken == dict.fromkeys(real, True)
    assert len(real) == 5


def test_the_page_of_a_speech_says_that_its_text_is_not_published(sample: Week) -> None:
    speeches = [item for item in sample.items.values() if item.delivery is Delivery.RECORDED or "message" in item.kind]
    for language, phrase in zip(
        LANGUAGES, ("全文は公表されていません", "text has not been published", "не опубликован"), strict=True
    ):
        assert [phrase in item.abstract[language] for item in speeches] == [True] * 4


def test_figures_are_invented_fall_short_in_2020_and_do_not_count_2017_as_nothing(sample: Week) -> None:
    assert list(sample.programmes) == ["culture", "preventive-medicine", "basic-and-advanced-science"]
    for programme in sample.programmes.values():
        assert all(figures.noted(NoteKind.INVENTED) for figures in programme.figures.values())
        received = {year.year: year for year in programme.figures["received"].years}
        assert list(received) == [2017, 2018, 2019, 2020, 2021]
        assert received[2017].result is None
        assert (received[2020].result or 0) < (received[2020].plan or 0)


def test_the_report_counts_what_the_accounts_tell_and_nothing_else(sample: Week) -> None:
    assert sample.report is not None
    assert {slug: figure.number for slug, figure in sample.report.figures.items()} == {
        "days": 3,
        "opening-remarks": 2,
        "supporting-messages": 2,
        "programmes": 3,
        "medical-institutions": 4,
        "groups": 4,
        "agreements": 1,
        "participants": None,
        "student-presentations": None,
    }


def test_the_register_goes_back_to_1967_as_far_as_dates_are_known(sample: Week) -> None:
    assert [agreement.signed for agreement in sample.agreements.values()] == [
        "1967-03-20", "1998", "2013", "2018-01-17", "2018-01-17", "2018-01-17", "2018-10-08", "2019-07-16", None,
        "2021-10-01",
    ]  # fmt: skip
    branches = [office for office in sample.offices.values() if office.kind == "branch"]
    assert [office.state for office in branches] == ["prepared"] * 3
    planned = [step for office in branches for step in office.milestones.values() if not step.done]
    assert [step.noted(NoteKind.INVENTED) for step in planned] == [True] * 5


def test_facts_name_their_sources(sample: Week) -> None:
    def sourced(notes: tuple[object, ...]) -> bool:
        return any(getattr(note, "source", None) is not None for note in notes)

    facts = [
        *(i for i in sample.items.values() if not i.noted(NoteKind.INVENTED) and i.kind not in ("break", "questions")),
        *sample.institutions.values(),
        *sample.agreements.values(),
        *sample.offices.values(),
        *sample.programmes.values(),
        *(person for person in sample.people.values() if not person.noted(NoteKind.INVENTED)),
    ]
    assert [fact for fact in facts if not sourced(fact.notes)] == []

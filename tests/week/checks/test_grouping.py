"""Many findings of one kind are told as one."""

from tests.week.building import item, week
from tests.week.checks.finding import found

from kakehashi.findings import Finding, Severity
from kakehashi.week import grouped


def missing(field: str, language: str) -> Finding:
    return Finding("text.missing", (), {"field": field, "language": language}, Severity.WARNING)


def test_findings_of_one_kind_are_one_line_with_a_number_and_errors_come_first() -> None:
    many = [missing("Item.title", "ru")] * 80
    other = [missing("Item.title", "ja"), missing("Item.abstract", "ru")]
    groups = grouped([*many, *other, Finding("days.order"), *many])
    assert [(group.severity.value, group.first.code, group.number) for group in groups] == [
        ("error", "days.order", 1),
        ("warning", "text.missing", 160),
        ("warning", "text.missing", 1),
        ("warning", "text.missing", 1),
    ]


def test_no_finding_is_lost_in_grouping() -> None:
    items = {f"talk-{number}": item(None) for number in range(7)}
    findings = found(week(languages=["ja", "ru"], items=items), "")
    assert sorted(map(str, findings)) == sorted(str(one) for group in grouped(findings) for one in group.findings)

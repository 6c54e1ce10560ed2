"""What single values of the document may be, on both sides of each border."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kakehashi.week.scalars import (
    ColourCode,
    Day,
    MailAddress,
    MediaPath,
    Minutes,
    PartialDate,
    Slug,
    TextKind,
    WebAddress,
    ZoneName,
)
from kakehashi.words import LanguageTag

VALID: dict[Any, tuple[Any, ...]] = {
    ColourCode: ("#0e4c9e", "#000000"),
    Slug: ("a", "1", "2021", "talk-2", "a-b-c", "a" * 80),
    LanguageTag: ("ja", "yue", "zh-Hant", "sr-Latn-RS", "es-419", "en-GB"),
    ZoneName: ("Asia/Tokyo", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+9", "Pacific/Apia"),
    WebAddress: (
        *(
            "https://example.org",
            "http://example.org:8080/a/b?c=d&e#f",
            "https://пример.example/путь",
            "https://例え.jp/橋",
        ),
        *(
            "https://example.org/@ada",
            "https://example.org/?mail=a@b",
            "https://[2001:db8::1]/",
            "http://a?b",
            "http://a#b",
        ),
    ),
    MailAddress: ("ada@example.org", "a.b+c@x-y.example.org", "o-h@例え.jp"),
    MediaPath: ("a.jpg", "keynote/film.mp4", "a/b/c.vtt", "..a", "-x", ".hidden"),
    Day: ("2021-09-29", "1000-01-01", "8999-12-31", "2020-02-29"),
    PartialDate: ("1998", "2018-07", "2018-01-17", "2020-02-29", "0001"),
    TextKind: ("Item.title", "Person.names", "AgendaItem.title"),
    Minutes: (0, 1, 7 * 24 * 60),
}

INVALID: dict[Any, tuple[Any, ...]] = {
    ColourCode: ("", "red", "#fff", "#0e4c9e80", "##0e4c9", "0e4c9g", "#0e4c9e\n", "rgb(0,0,0)"),
    Slug: ("", "A", "a_b", "a--b", "-a", "a-", "a b", "ä", "１", "a\n", "a" * 81, "a/b", "."),
    LanguageTag: ("", "j", "JA", "ja-", "ja_JP", "zh-hant", "en-gb", "ja\n", "日本語", "x-klingon"),
    ZoneName: ("", "Tokyo", "asia/tokyo", "UTC+9", "+09:00", "../etc/passwd", "Asia/Tokyo\n", "JST"),
    WebAddress: (
        *(
            "",
            "example.org",
            "//example.org",
            "ftp://example.org",
            "javascript:alert(1)",
            "HTTPS://example.org",
            "https://",
        ),
        *("https://ada:pw@example.org/", "https://ada@example.org", "https://exa mple.org", "https://example.org/a b"),
        *(
            'https://example.org/"',
            "https://example.org/<b>",
            "https://example.org/'",
            "https://example.org\\@evil.org",
        ),
        *("https://example.org/\n", "data:text/html,x", "https://example.org/" + "a" * 2000),
    ),
    MailAddress: (
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@example",
        "a b@example.org",
        "<a@example.org>",
        'a"@b.org',
        "a@b@c.org",
    ),
    MediaPath: ("", "/a.jpg", "a//b", "../a.jpg", "a/../b", "a/./b", "a/", "a b.jpg", "ä.jpg", "C:\\a", "a?b", "a\n"),
    Day: (
        "2021-9-29",
        "2021-02-29",
        "0999-01-01",
        "9000-01-01",
        "29.9.2021",
        "2021-09-29T00:00",
        20210929,
        1.5,
        "２０２１-09-29",
    ),
    PartialDate: (
        "",
        "98",
        "2018-7",
        "2018-13",
        "2018-00",
        "2018-02-30",
        "2021-02-29",
        "0000",
        "2018-07-",
        "２０１８",
        "2018/07",
    ),
    TextKind: ("", "title", "Item", "item.title", "Item.Title", "Item.title.en", "Item. title"),
    Minutes: (-1, 7 * 24 * 60 + 1, "ten", 1.5),
}


def cases(table: dict[Any, tuple[Any, ...]]) -> list[Any]:
    names = (
        "ColourCode",
        "Slug",
        "LanguageTag",
        "ZoneName",
        "WebAddress",
        "MailAddress",
        "MediaPath",
        "Day",
        "PartialDate",
        "TextKind",
        "Minutes",
    )
    return [
        pytest.param(kind, value, id=f"{name}-{value!r:.60}")
        for name, (kind, values) in zip(names, table.items(), strict=True)
        for value in values
    ]


@pytest.mark.parametrize(("kind", "value"), cases(VALID))
def test_a_value_is_taken_as_it_is_written(kind: Any, value: Any) -> None:
    assert str(TypeAdapter(kind).validate_python(value)) == str(value)


@pytest.mark.parametrize(("kind", "value"), cases(INVALID))
def test_what_is_no_such_value_is_refused(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_partial_dates_sort_as_text_from_the_vague_to_the_exact() -> None:
    given = ["2018-07-01", "2018", "1998", "2018-07", "2018-06-30", "2019"]
    assert sorted(given) == ["1998", "2018", "2018-06-30", "2018-07", "2018-07-01", "2019"]

"""The components sheet and pictures at their limits: `python sheet.py FOLDER`; `shoot.py` photographs them."""

import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import samples
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kakehashi.site.pictures import (
    Chart,
    Clock,
    Series,
    Value,
    cities,
    clocks,
    comb,
    figures_chart,
    flags,
    inline_mark,
    large_shape,
    mark,
    overlap_sentence,
    readings,
    sample,
    shade,
    sky,
    state_word,
    two_clocks,
    week_picture,
)
from kakehashi.site.shown.marks import SIGNET
from kakehashi.words import Words, words_of

HERE = Path(__file__).parent
STATIC = HERE.parents[1] / "src/kakehashi/site/static"
AT = datetime(2021, 9, 29, 6, tzinfo=UTC)

NAVIGATION = {
    "ja": "プログラム シンポジウム 登壇者 参加機関 交流プログラム 協定・拠点 同窓会 録画 開催報告 検索",
    "en": "Programme Symposia People Institutions Exchange Agreements Alumni Recordings Report Search",
    "ru": "Программа Симпозиумы Выступающие Организации Обмен Соглашения Выпускники Видеозаписи Итоги Поиск",
}
SENTENCE = {
    "ja": "四つの分科会がオンラインで並行して開かれ、研究と学生交流について話し合った。",
    "en": "Four groups met online, in parallel, to speak of research and of the exchange of students.",
    "ru": "Четыре секции прошли онлайн и параллельно: речь шла об исследованиях и об обмене студентами.",
}
NAME = {
    "ja": "金沢大学ロシアウィーク2021",
    "en": "Kanazawa Russian Week 2021",
    "ru": "Неделя России в Университете Канадзавы — 2021",
}
TAGS = [
    Markup('<span class="tag members">members only</span>'),
    Markup('<span class="tag box">to be confirmed</span>'),
    Markup('<span class="tag off">cancelled</span>'),
    Markup('<span class="tag">sample</span>'),
]
EXTREMES = ("twelve_zones", "ten_days", "nights", "ten_lanes", "alone")


def charts(words: Words) -> list[Markup]:
    """Two series with a year that was not counted, one of big numbers, and three."""
    years = ("2017", "2018", "2019", "2020", "2021")
    sent = Series("Sent", (Value(6, 6), Value(10, 12), Value(10, 11), Value(10, None), Value(10, 9)))
    received = Series("Received", (Value(None, 0), Value(10, 8), Value(10, 10), Value(None, None), Value(10, 7)))
    many = Series("Visitors", tuple(Value(10**6 * year, 987_654 * year) for year in range(1, 13)))
    return [
        figures_chart(Chart("Sent and received", years, (sent, received)), words),
        figures_chart(Chart("Visitors", tuple(str(2009 + year) for year in range(1, 13)), (many,)), words),
        figures_chart(Chart("Three", years, (sent, received, sent)), words),
    ]


def span_rows(start: datetime, end: datetime, shown: tuple[Clock, ...], words: Words) -> Iterator[dict[str, Any]]:
    """The rows of a table of spans."""
    for reading in readings(start, shown):
        zone = reading.clock.zone
        yield {
            "host": reading.clock.host,
            "cities": cities(reading.clock, words),
            "span": words.span(reading.local, end.astimezone(ZoneInfo(zone))),
            "offset": words.offset(zone, start),
            "otherday": words.day_short(reading.local.date()) if reading.days else "",
            "drawing": sky(start, end, zone, reading.clock.host),
            "state": state_word(reading.state, words),
        }


def values(words: Words) -> dict[str, Any]:
    """What the sheet shows in one language."""
    language = words.language
    host, *partners = samples.places(language)
    shown = clocks(partners, host.zone, host.city, AT)
    moments = [AT, AT + timedelta(hours=4), AT - timedelta(hours=6), AT + timedelta(hours=9, minutes=30)]
    days = [day.date for day in samples.kanazawa(words).days]
    return {
        "words": words,
        "signet": SIGNET,
        "name": NAME[language],
        "navigation": NAVIGATION[language].split(),
        "sentence": SENTENCE[language],
        "titles": samples.TITLES[language],
        "day": days[0],
        "days": days,
        "marks": [inline_mark(mark(index)) for index in range(12)],
        "shapes": [large_shape(mark(index)) for index in range(7)],
        "week": week_picture(samples.kanazawa(words), words),
        "combs": [(at.astimezone(samples.TOKYO), comb(at, shown, words)) for at in moments],
        "spans": list(span_rows(AT + timedelta(hours=7), AT + timedelta(hours=10), shown, words)),
        "flags_wide": flags(AT, shown, words, "wide"),
        "flags_narrow": flags(AT, shown, words, "narrow"),
        "two": two_clocks(AT, next(clock for clock in shown if clock.host), shown[0], words),
        "two_said": overlap_sentence(AT, next(clock for clock in shown if clock.host), shown[0], words),
        "tags": TAGS,
        "charts": charts(words),
        "clocks": shown,
        "cities": cities,
        "hours": [
            [(one.local, shade(one.state), one.clock.host) for one in readings(AT + timedelta(hours=hour), shown)]
            for hour in range(-6, 18, 2)
        ],
        "sample": sample,
        "state_word": state_word,
    }


def main(folder: str) -> None:
    """Every page, with the style sheet and the fonts beside it."""
    to = Path(folder)
    shutil.copytree(STATIC, to, dirs_exist_ok=True)
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    page = environment.get_template("components.html")
    for language in samples.TITLES:
        (to / f"components-{language}.html").write_text(page.render(values(words_of(language))), encoding="utf-8")
    for name in EXTREMES:
        words = words_of("en")
        drawn = week_picture(getattr(samples, name)(words), words)
        (to / f"{name}.html").write_text(
            '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>{name}</title><link rel="stylesheet" href="style.css"><main class="page">{drawn}</main>',
            encoding="utf-8",
        )


if __name__ == "__main__":
    main(sys.argv[1])

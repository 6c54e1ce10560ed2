"""Sample values for the components sheet: the week of Kanazawa in three languages, and weeks at the limits."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kakehashi.site.pictures import Block, PictureDay, Place, Subtitle, WeekPicture, mark
from kakehashi.words import Words

TOKYO = ZoneInfo("Asia/Tokyo")
CULTURE, MEDICINE, SCIENCE = mark(0), mark(1), mark(2)

CITIES = {
    "ja": ("金沢", "カザン", "サンクトペテルブルク", "クラスノヤルスク", "イルクーツク", "ウラジオストク"),
    "en": ("Kanazawa", "Kazan", "Saint Petersburg", "Krasnoyarsk", "Irkutsk", "Vladivostok"),
    "ru": ("Канадзава", "Казань", "Санкт-Петербург", "Красноярск", "Иркутск", "Владивосток"),
}
ZONES = ("Asia/Tokyo", "Europe/Moscow", "Europe/Moscow", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Vladivostok")

TITLES = {
    "ja": (
        ("開会挨拶 山崎光悦", "挨拶"),
        ("開会挨拶 ガフロフ・イルシャット", "挨拶"),
        ("激励のメッセージ 里見朋香", "激励"),
        ("激励のメッセージ 森喜朗", "激励"),
        ("2017年からの5年間の交流全体の報告", "報告"),
        ("基調講演\nロシアの持続可能なライフスタイル ダーチャ", "基調講演"),
        ("地域からの取組", "地域"),
        ("学生発表", "学生発表"),
        ("同窓会 第1回総会\n会員限定", "総会"),
        ("日露医学研究教育センターの準備状況", "報告"),
        ("学生発表\n金沢、カザン、クラスノヤルスク、サンクトペテルブルク", "学生発表"),
        ("イルクーツク事務所 調印式", "調印式"),
        ("数学", "分科会"),
        ("物理", "分科会"),
        ("化学", "分科会"),
        ("環境", "分科会"),
        ("開会 · 文化交流シンポジウム", ""),
        ("先制医療シンポジウム", ""),
        ("基礎科学・先端科学技術シンポジウム", ""),
    ),
    "en": (
        ("Opening remarks: Yamazaki Koetsu", "Opening"),
        ("Opening remarks: Gafurov Ilshat", "Opening"),
        ("Message: Satomi Tomoka", "Message"),
        ("Message: Mori Yoshiro", "Message"),
        ("Report on the project since 2017", "Report"),
        ("Keynote\nRussia’s Sustainable Lifestyle Dacha", "Keynote"),
        ("Initiatives of the region", "Region"),
        ("Student presentations", "Students"),
        ("Alumni, first general conference: members only", "Alumni"),
        ("Progress of the branch offices", "Report"),
        ("Student presentations: Kanazawa, Kazan, Krasnoyarsk, Saint Petersburg", "Students"),
        ("Signing ceremony: the Irkutsk office", "Signing"),
        ("Mathematics", "Session"),
        ("Physics", "Session"),
        ("Chemistry", "Session"),
        ("Environmental Studies", "Session"),
        ("Opening · Cultural exchange", ""),
        ("Preventive medicine", ""),
        ("Basic science and advanced technology", ""),
    ),
    "ru": (
        ("Вступительное слово: Ямадзаки", "Слово"),
        ("Вступительное слово: Гафуров", "Слово"),
        ("Приветствие: Сатоми", "Слово"),
        ("Приветствие: Мори", "Слово"),
        ("Доклад о реализации проекта с 2017 года", "Доклад"),
        ("Ключевой доклад\nУстойчивый образ жизни по-русски: дача", "Доклад"),
        ("Инициативы местных сообществ", "Местные"),
        ("Студенты о программе обмена", "Студенты"),
        ("Ассоциация выпускников, первое общее собрание: только для членов", "Собрание"),
        ("О подготовке отделений центра", "Доклад"),
        ("Доклады студентов: Канадзава, Казань, Красноярск, Санкт-Петербург", "Доклады"),
        ("Церемония подписания: офис в Иркутске", "Подписание"),
        ("Математика", "Секция"),
        ("Физика", "Секция"),
        ("Химия", "Секция"),
        ("Науки об окружающей среде", "Секция"),
        ("Открытие · культурный обмен", ""),
        ("Превентивная медицина", ""),
        ("Фундаментальная и передовая наука", ""),
    ),
}


def places(language: str) -> tuple[Place, ...]:
    """Host and partners."""
    return tuple(Place(city, zone) for city, zone in zip(CITIES[language], ZONES, strict=True))


def block(day: date, start: str, minutes: int, named: tuple[str, str], **more: object) -> Block:
    """A block of the sample week on the host's clock."""
    hour, minute = map(int, start.split(":"))
    begins = datetime(day.year, day.month, day.day, hour, minute, tzinfo=TOKYO)
    title, kind = named
    label = f"{start} {title}".replace("\n", " ")
    return Block(begins, begins + timedelta(minutes=minutes), title, kind, label, "#", **more)  # type: ignore[arg-type]


def picture_day(day: date, words: Words, blocks: list[Block], subtitles: list[Subtitle]) -> PictureDay:
    """A day with its names in the page's language."""
    names = (words.month(day), words.weekday(day))
    return PictureDay(day, names, words.weekday_short(day), tuple(blocks), tuple(subtitles))


def kanazawa(words: Words) -> WeekPicture:
    """The three days of the real week."""
    said = TITLES[words.language]
    first, second, third = date(2021, 9, 29), date(2021, 9, 30), date(2021, 10, 1)
    one = [
        block(first, start, minutes, said[index])
        for index, (start, minutes) in enumerate([("15:00", 10), ("15:10", 10), ("15:20", 10), ("15:30", 10)])
    ]
    one += [
        block(first, start, minutes, said[index], mark=CULTURE)
        for index, (start, minutes) in enumerate([("15:40", 40), ("16:20", 50), ("17:20", 30), ("17:50", 40)], start=4)
    ]
    one.append(block(first, "18:45", 60, said[8], closed=True))
    two = [
        block(second, "15:00", 40, said[9], mark=MEDICINE),
        block(second, "15:50", 130, said[10], mark=MEDICINE),
    ]
    three = [block(third, "14:00", 30, said[11])]
    three += [block(third, "15:00", 150, said[index], mark=SCIENCE, lane=f"r{index}") for index in range(12, 16)]
    days = (
        picture_day(first, words, one, [Subtitle(said[16][0], CULTURE)]),
        picture_day(second, words, two, [Subtitle(said[17][0], MEDICINE)]),
        picture_day(third, words, three, [Subtitle(said[18][0], SCIENCE)]),
    )
    host, *partners = places(words.language)
    return WeekPicture(host, tuple(partners), days)


TWELVE = (
    ("Honolulu", "Pacific/Honolulu"),
    ("Vancouver", "America/Vancouver"),
    ("São Paulo", "America/Sao_Paulo"),
    ("Dakar", "Africa/Dakar"),
    ("Heidelberg", "Europe/Berlin"),
    ("Helsinki", "Europe/Helsinki"),
    ("Kazan", "Europe/Moscow"),
    ("Delhi", "Asia/Kolkata"),
    ("Kathmandu", "Asia/Kathmandu"),
    ("Hanoi", "Asia/Ho_Chi_Minh"),
    ("Adelaide", "Australia/Adelaide"),
    ("Auckland", "Pacific/Auckland"),
)
LONG = "Interdisciplinary perspectives on sustainable watershed management: " * 15


def twelve_zones(words: Words) -> WeekPicture:
    """Twelve partners' zones, with halves and quarters of an hour."""
    week = kanazawa(words)
    return WeekPicture(week.host, tuple(Place(*entry) for entry in TWELVE), week.days)


def ten_days(words: Words) -> WeekPicture:
    """Ten days with twelve programmes, one day of them empty."""
    said = TITLES[words.language]
    days = []
    for index in range(10):
        day = date(2021, 9, 24) + timedelta(days=index)
        blocks = [
            block(day, f"{9 + 2 * number}:00", 50 + 10 * number, said[(index + number) % 16], mark=mark(index + number))
            for number in range(4)
            if index != 4
        ]
        days.append(picture_day(day, words, blocks, [Subtitle(said[16 + index % 3][0], mark(index))]))
    host, *partners = places(words.language)
    return WeekPicture(host, tuple(partners), tuple(days))


def nights(words: Words) -> WeekPicture:
    """Sessions by night and past midnight; one partner changes its clock between the days."""
    said = TITLES[words.language]
    days = [
        picture_day(
            day,
            words,
            [
                block(day, "01:30", 60, said[5], mark=MEDICINE),
                block(day, "15:00", 90, said[7], mark=CULTURE),
                block(day, "23:00", 150, said[9], mark=SCIENCE, cancelled=day.day == 31),
            ],
            [Subtitle(said[17][0], MEDICINE), Subtitle(said[16][0], CULTURE), Subtitle(said[18][0], SCIENCE)],
        )
        for day in (date(2021, 10, 30), date(2021, 10, 31), date(2021, 11, 1))
    ]
    partners = (Place("Heidelberg", "Europe/Berlin"), Place("Delhi", "Asia/Kolkata"), Place("Dakar", "Africa/Dakar"))
    return WeekPicture(places(words.language)[0], partners, tuple(days))


def ten_lanes(words: Words) -> WeekPicture:
    """Ten parallel rooms with talks of ten minutes to an hour, and a title of a thousand characters."""
    said = TITLES[words.language]
    day, next_day = date(2021, 9, 29), date(2021, 9, 30)
    blocks = [block(day, "9:00", 30, (LONG, "Opening"), planned=True)]
    for lane in range(10):
        for number in range(4):
            named = (LONG, said[5][1]) if (lane + number) % 3 == 0 else said[(lane + number) % 16]
            minutes = (10, 20, 30, 60)[(lane + number) % 4]
            blocks.append(block(day, f"{10 + number}:00", minutes, named, mark=mark(lane), lane=f"room {lane}"))
    second = [block(next_day, "13:00", 30, (LONG, "Long"), mark=mark(3), planned=True, closed=True)]
    days = (
        picture_day(day, words, blocks, [Subtitle(LONG, mark(index)) for index in range(6)]),
        picture_day(next_day, words, second, []),
    )
    return WeekPicture(places(words.language)[0], (), days)


def alone(words: Words) -> WeekPicture:
    """One day, one clock, nothing planned."""
    return WeekPicture(places(words.language)[0], (), (picture_day(date(2021, 9, 29), words, [], []),))

"""A synthetic week of any size: plausible, valid, the same for the same seed. Nothing in it is real."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kakehashi.week import Moment, Week

ZONES = (
    "Asia/Tokyo", "Europe/Moscow", "Asia/Irkutsk", "Asia/Krasnoyarsk", "Asia/Vladivostok", "Europe/Berlin",
    "Africa/Nairobi", "America/Lima", "Asia/Kolkata", "Asia/Kathmandu", "America/New_York", "Pacific/Auckland",
)  # fmt: skip
LANGUAGES = ("ja", "en", "ru", "de", "es")
FIRST_DAY = date(2031, 9, 29)

_WORDS = {
    "ja": "交流 学生 研究 大学 地域 文化 数学 物理 化学 環境 医療 歴史 言語 未来 協力 発表 水 森 雪 光",
    "en": "exchange student research river culture number lattice snow light garden voice map memory salt wind",
    "ru": "обмен студент исследование река культура число решётка снег свет сад голос карта память соль ветер",
    "de": "Austausch Forschung Fluss Kultur Zahl Gitter Schnee Licht Garten Stimme Karte Salz Wind",
    "es": "intercambio investigación río cultura número red nieve luz jardín voz mapa memoria sal viento",
}


@dataclass(frozen=True, slots=True)
class Size:
    """How large a week is to be."""

    items: int = 300
    rooms: int = 10
    days: int = 3
    institutions: int = 12
    languages: int = 3


def generated_week(size: Size, seed: int) -> Week:
    """A week of `size`: sessions of ten items in parallel rooms from 9 o'clock on, one speaker to an item."""
    return Week.model_validate(_Generator(size, random.Random(seed)).document())


@dataclass
class _Generator:
    size: Size
    chance: random.Random

    def document(self) -> dict[str, object]:
        size = self.size
        return {
            "slug": "generated-week",
            "title": self.text(3),
            "languages": list(LANGUAGES[: size.languages]),
            "zone": ZONES[0],
            "days": [(FIRST_DAY + timedelta(days=day)).isoformat() for day in range(size.days)],
            "address": "https://week.example.org/2031",
            "organisations": [{"institution": "institution-1", "role": "host"}],
            "institutions": {f"institution-{n}": self.institution(n) for n in range(1, size.institutions + 1)},
            "people": {f"person-{n}": self.person(n) for n in range(1, size.items + 1)},
            "programmes": {f"programme-{n}": {"name": self.text(2)} for n in range(1, 5)},
            "rooms": {f"room-{n}": {"name": self.text(1)} for n in range(1, size.rooms + 1)},
            "symposia": {f"symposium-{n}": self.symposium(n) for n in range(1, 9)},
            "sessions": {f"session-{n}": self.session(n) for n in range(1, self.sessions + 1)},
            "items": {f"item-{n}": self.item(n) for n in range(1, size.items + 1)},
        }

    @property
    def sessions(self) -> int:
        return -(-self.size.items // 10)

    def text(self, words: int) -> dict[str, str]:
        return {
            tag: ("" if tag == "ja" else " ").join(self.chance.choices(_WORDS[tag].split(), k=words))
            for tag in LANGUAGES[: self.size.languages]
        }

    def institution(self, number: int) -> dict[str, object]:
        zone = ZONES[(number - 1) % len(ZONES)]
        return {"name": self.text(3), "city": self.text(1), "zone": zone, "country": "JP"}

    def person(self, number: int) -> dict[str, object]:
        institution = f"institution-{1 + (number - 1) % self.size.institutions}"
        names = {tag: {"whole": f"{words} {number}"} for tag, words in self.text(1).items()}
        return {"names": names, "positions": {"student": {"title": self.text(2), "institution": institution}}}

    def symposium(self, number: int) -> dict[str, object]:
        return {"title": self.text(3), "programme": f"programme-{1 + number % 4}", "description": self.text(40)}

    def session(self, number: int) -> dict[str, object]:
        row, room = divmod(number - 1, self.size.rooms)
        day, place = row % self.size.days, row // self.size.days
        start = datetime.combine(FIRST_DAY, datetime.min.time()) + timedelta(days=day, hours=9, minutes=160 * place)
        return {
            "title": self.text(3),
            "symposium": f"symposium-{1 + (number - 1) % 8}",
            "room": f"room-{room + 1}",
            "start": str(Moment(start, ZONES[0])),
        }

    def item(self, number: int) -> dict[str, object]:
        session = 1 + (number - 1) // 10
        return {
            "kind": "talk",
            "title": self.text(7),
            "abstract": self.text(90),
            "languages": [self.chance.choice(LANGUAGES[: self.size.languages])],
            "symposium": f"symposium-{1 + (session - 1) % 8}",
            "session": f"session-{session}",
            "order": 1 + (number - 1) % 10,
            "minutes": 15,
            "speakers": [{"person": f"person-{number}", "position": "student"}],
        }

"""Where a house is, in words."""

from kakehashi.site.reader import Reader
from kakehashi.week.institutions import Institution


def place(r: Reader, told: Institution) -> str:
    """City and country in the page's language."""
    country = r.words.country_name(told.country) if told.country else ""
    city = r.label(told.city)
    if city and country:
        return r.words.say_in("place", "%(city)s, %(country)s", city=city, country=country)
    return city or country

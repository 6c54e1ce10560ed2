"""The alumni association (同窓会) and its general conference (総会)."""

from kakehashi.week.part import Keyed, Part, Visibility
from kakehashi.week.scalars import Day, PartialDate, ToInstitution, ToItem, ToPerson, WebAddress
from kakehashi.words import Text


class Officer(Part):
    """Who holds which office of the association, over which period."""

    title: Text
    person: ToPerson | None = None
    begins: Day | None = None
    until: Day | None = None


class AgendaItem(Part):
    """A point of the general conference's agenda; as a rule for members only."""

    title: Text
    visibility: Visibility = Visibility.MEMBERS


class Event(Part):
    """Something in the association's past."""

    date: PartialDate
    what: Text


class Association(Part):
    """An association of those who took part in the exchange.

    `general_conference` is the item at which it meets, as a rule closed to all but members; of `agenda` readers see the
    points that their circle may read. `membership` says in words who may join and how.
    """

    name: Text
    short: Text = Text()
    since: PartialDate | None = None
    seat: ToInstitution | None = None
    purpose: Text = Text()
    membership: Text = Text()
    officers: Keyed[Officer] = Keyed()
    history: tuple[Event, ...] = ()
    general_conference: ToItem | None = None
    agenda: tuple[AgendaItem, ...] = ()
    web: WebAddress | None = None

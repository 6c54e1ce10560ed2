"""The page at a week's root, which offers its languages to someone who has not chosen one."""

from kakehashi.site.accent import accent_path
from kakehashi.site.addresses import Address, Kind
from kakehashi.site.frame import SECURITY_POLICY, link_picture
from kakehashi.site.reader import Reader
from kakehashi.site.rendering import environment
from kakehashi.site.site import Site


def language_choice(site: Site, _: None) -> bytes:
    """A plain page: the week's title in each of its languages, as links to their home pages."""
    host = site.week.host_language
    readers = [Reader(site, Address(language, Kind.HOME)) for language in site.week.languages]
    template = environment(host).get_template("choice.html")
    page = template.render(
        week=site.week,
        readers=readers,
        assets=site.assets,
        picture=link_picture(readers[0]),
        accent=accent_path(site),
        policy=SECURITY_POLICY,
        draft=site.draft,
        quiet=site.draft is not None or site.week.audience.rank > 0,
    )
    return page.encode("utf-8")

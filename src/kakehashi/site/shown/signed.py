"""How a reader can check that a copy of a release is whole and from whom it says it is, without Kakehashi."""

from markupsafe import Markup

from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import Facts, lines

RECORD, SIGNATURE, SUMS = "release.json", "release.json.sig", "SHA256SUMS"


def signed(r: Reader) -> Facts:
    """How to check the release of which a page is a part; nothing for pages that are no part of one."""
    fingerprint = r.site.signed_by
    if fingerprint is None:
        return []
    names = (RECORD, SIGNATURE, SUMS, key_path(fingerprint))
    link = Markup('<a href="{}">{}</a>')
    return [
        # What is wider than its box is scrolled by keyboard, too.
        (r.words.say("Command"), Markup('<pre tabindex="0"><code>{}</code></pre>').format(checking(fingerprint))),
        (r.words.say("Fingerprint of the key"), Markup("<code>{}</code>").format(fingerprint)),
        (r.words.say("Files"), lines(link.format(r.here.to_root + name, name) for name in names)),
    ]


def key_path(fingerprint: str) -> str:
    """Where the public key with a fingerprint lies, from the week's root."""
    return f"keys/{fingerprint}.pem"


def checking(fingerprint: str) -> str:
    """What to type into a shell in the folder of a release.

    It holds every file against its hash, the list of these against the record, the record against its signature, and
    at last prints the fingerprint of the key, as the specification of releases has it.

    It needs coreutils and OpenSSL 3.
    """
    key = key_path(fingerprint)
    return " &&\n".join(
        (
            f"sha256sum --check --quiet {SUMS}",
            f'grep -q "$(sha256sum {SUMS} | cut -c 1-64)" {RECORD}',
            f"openssl pkeyutl -verify -pubin -inkey {key} -rawin -in {RECORD} -sigfile {SIGNATURE}",
            f"openssl pkey -pubin -in {key} -outform DER | sha256sum",
        )
    )

"""`kakehashi verify`: what others publish, checked without their server and without trust in it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kakehashi.cli.arguments import JsonOption
from kakehashi.cli.reporting import report, report_json, sentence
from kakehashi.cli.terminal import Exit, leave, say, terminal_words
from kakehashi.findings import Finding, Refused, errors

if TYPE_CHECKING:
    from kakehashi.releases import StoreVerdict, Verdict

verify = typer.Typer(name="verify", rich_markup_mode=None)


@verify.callback()
def about() -> None:
    """Check what others publish: without their server, without trust in it, without a network."""


@verify.command("release")
def verify_release(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="The folder of a release, or the folder that holds a week's releases."),
    ],
    fingerprint: Annotated[
        str | None, typer.Option(metavar="HEX", help="The fingerprint of the key that should have signed it.")
    ] = None,
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The public key that should have signed it, in PEM form.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Tell whether a release is what was signed, and name every file that is altered, missing or added.

    Without a key it can only be consistent in itself. Ends with 0 when nothing speaks against it, with 1 when something
    does.

    Examples:

        kakehashi verify release data/releases/my-week/current

        kakehashi verify release my-copy --key release-key.pem

        kakehashi verify release my-copy --json
    """
    words = terminal_words()
    trusted = _trusted(fingerprint, key)
    verdicts, found = _verified(path, trusted)
    status = _status([*found, *(finding for verdict in verdicts for finding in verdict.findings)])
    if json:
        everything = [*found, *(finding for verdict in verdicts for finding in (*verdict.findings, verdict.summary))]
        report_json("verify release", status, everything, words, {"releases": [_as_data(one) for one in verdicts]})
        leave(status)
    report(found, words, answer=True)
    for verdict in verdicts:
        report(verdict.findings, words, answer=True)
        say(sentence(verdict.summary, words))
    leave(status)


def _verified(path: Path, fingerprint: str | None) -> tuple[Sequence["Verdict"], Sequence[Finding]]:
    """The verdicts on what lies at a path, and what is wrong with a store itself. Raises `Refused`."""
    from kakehashi.releases import is_release, is_store, verify_release, verify_store

    if not path.is_dir():
        code = "source.not-a-folder" if path.exists() else "verify.no-such-release"
        raise Refused([Finding(code, values={"value": str(path)})])
    if is_store(path):
        store: StoreVerdict = verify_store(path, fingerprint)
        return store.verdicts, store.findings
    if not is_release(path):
        raise Refused([Finding("verify.not-a-release", values={"value": str(path)})])
    return [verify_release(path, fingerprint)], []


def _status(found: Sequence[Finding]) -> Exit:
    """What could not be read has not answered; everything else that is wrong has."""
    codes = {finding.code for finding in errors(found)}
    if not codes:
        return Exit.DONE
    return Exit.UNDECIDED if codes == {"verify.unreadable"} else Exit.NO


def _trusted(fingerprint: str | None, key: Path | None) -> str | None:
    """The fingerprint of the key that is to have signed. Raises `Refused`."""
    if fingerprint is not None and key is not None:
        raise Refused([Finding("verify.key-twice")])
    if key is not None:
        return _fingerprint_of(key)
    if fingerprint is None:
        return None
    # As people write them: in capitals, in groups.
    plain = re.sub(r"[\s:]", "", fingerprint).lower()
    if re.fullmatch("[0-9a-f]{64}", plain) is None:
        raise Refused([Finding("verify.bad-fingerprint", values={"value": fingerprint})])
    return plain


def _fingerprint_of(key: Path) -> str:
    from kakehashi.keys import PublicKey

    try:
        with key.open("rb") as file:
            return PublicKey.from_pem(file.read(65_536)).fingerprint
    except (OSError, ValueError) as error:
        raise Refused([Finding("verify.no-public-key", values={"value": str(key)})]) from error


def _as_data(verdict: "Verdict") -> dict[str, Any]:
    record = verdict.record
    return {
        "folder": str(verdict.folder),
        "week": record.week if record else None,
        "number": record.number if record else None,
        "instant": record.instant if record else None,
        "key": record.key if record else None,
        "verifies": verdict.verifies,
        "key_known": verdict.known,
        "redactions": [{"instant": one.instant, "files": one.files} for one in verdict.redactions],
    }

"""Pagefind's program, run on documents that are handed to it in a fixed order.

It numbers documents as it gets them, and in a folder it would get them in whatever order the disk gives. So they are
sent to it as a service, all before the first answer is read: one answer after the other took minutes.
"""

import base64
import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from threading import Thread
from typing import IO, Any, NamedTuple

from kakehashi.findings import Finding, Refused

LANGUAGE = "und"
"""Of no language: what is a word is settled by the tokens alone, and Pagefind shall not stem or cut them."""
_END = b","


class Document(NamedTuple):
    """A document to be found: the address that leads to it, and its HTML."""

    href: str
    html: str


def indexed(documents: Iterable[Document], program: Path | None) -> Mapping[str, bytes]:
    """Every file of the index that Pagefind makes, by its path. Raises `Refused` where it cannot be run, or fails."""
    if program is None:
        raise Refused([Finding("search.no-program")])
    requests: list[Any] = [{"type": "NewIndex", "config": {"force_language": LANGUAGE}}]
    requests += [{"type": "AddFile", "index_id": 0, "url": one.href, "file_contents": one.html} for one in documents]
    requests.append({"type": "GetFiles", "index_id": 0})
    try:
        answers, status = _answers(program, requests)
    except OSError as error:
        raise Refused([Finding("search.program-failed", values={"reason": error.strerror or str(error)})]) from error
    wrong = next((answer for answer in answers if answer["type"] == "Error"), None)
    if wrong is not None or len(answers) < len(requests):
        reason = wrong["message"] if wrong else f"exit {status}"
        raise Refused([Finding("search.program-failed", values={"reason": reason})])
    return {file["path"]: base64.b64decode(file["content"]) for file in answers[-1]["files"]}


def found_program() -> Path | None:
    """The program as it was installed with Kakehashi, if it was."""
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 - loads asyncio, which nothing else here needs

        return get_executable()
    except (ImportError, FileNotFoundError):
        return None


def _answers(program: Path, requests: list[Any]) -> tuple[list[Any], int]:
    """What the program answers to each request, in order, and how it ended; fewer answers where it broke off."""
    # In its own folder and without an environment: there is no configuration to be found by chance.
    with subprocess.Popen(
        [program, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=program.parent,
        env={},
    ) as running:
        assert running.stdin is not None and running.stdout is not None
        # It answers while it is asked: whoever only asked would fill the pipe and wait for ever.
        asking = Thread(target=_ask, args=(running.stdin, requests), daemon=True)
        asking.start()
        # At the end of what it is asked it stops, answered or not.
        answers = list(_read(running.stdout, len(requests)))
        asking.join()
        _close(running.stdin)
    return answers, running.returncode


def _ask(stdin: IO[bytes], requests: list[Any]) -> None:
    try:
        for number, payload in enumerate(requests):
            request = json.dumps({"message_id": number, "payload": payload})
            stdin.write(base64.b64encode(request.encode("utf-8")) + _END)
        stdin.flush()
    except OSError:
        # It has ended early, as its missing answers tell.
        return


def _read(stdout: IO[bytes], number: int) -> Iterator[Any]:
    rest = b""
    while number and (piece := stdout.read1(1 << 20)):  # type: ignore[attr-defined]
        *whole, rest = (rest + piece).split(_END)
        number -= len(whole)
        yield from (json.loads(base64.b64decode(answer))["payload"] for answer in whole)


def _close(stdin: IO[bytes]) -> None:
    try:
        stdin.close()
    except OSError:
        return

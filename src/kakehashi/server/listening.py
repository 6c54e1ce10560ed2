"""The sockets on which readers are heard: our own, or those that systemd has opened and keeps while we are replaced."""

import socket
import sys
from collections.abc import Mapping

_FIRST = 3
"""The first of the descriptors that are handed over (sd_listen_fds(3))."""
_DEFER: int | None = getattr(socket, "TCP_DEFER_ACCEPT", None)
"""Linux alone has it (tcp(7))."""
BACKLOG = 4_096
"""Connections that may wait to be taken: an audience at the opening minute, or during a restart."""


def handed_over(environment: Mapping[str, str], process: int) -> list[socket.socket]:
    """The listening sockets that the environment hands over to this process (`LISTEN_PID`, `LISTEN_FDS`), if any."""
    number = environment.get("LISTEN_FDS", "")
    if environment.get("LISTEN_PID") != str(process) or not number.isdecimal():
        return []
    return [_deferring(socket.socket(fileno=_FIRST + place)) for place in range(int(number))]


def listening(address: str, port: int, number: int) -> list[socket.socket]:
    """Sockets that listen on a port of an address that is a number (IPv4 or IPv6). May raise `OSError`.

    As many as are asked for, among which Linux shares out the readers evenly; elsewhere one.
    """
    heard: list[socket.socket] = []
    try:
        for _ in range(number if sys.platform == "linux" else 1):
            heard.append(_bound(address, port))
    except OSError:
        for one in heard:
            one.close()
        raise
    return [_deferring(one) for one in heard]


def _bound(address: str, port: int) -> socket.socket:
    heard = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if sys.platform == "linux":
            heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        heard.bind((address, port))
        heard.listen(BACKLOG)
    except OSError:
        heard.close()
        raise
    return heard


def _deferring(heard: socket.socket) -> socket.socket:
    # A connection is taken when its request has come: a process that is told to end gives up those without one.
    if _DEFER is not None and heard.family != socket.AF_UNIX:
        heard.setsockopt(socket.IPPROTO_TCP, _DEFER, 1)
    return heard

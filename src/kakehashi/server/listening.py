"""The socket on which readers are heard: our own, or one that systemd has opened and keeps while we are replaced."""

import socket
from collections.abc import Mapping

_FIRST = 3
"""The first of the descriptors that are handed over (sd_listen_fds(3))."""
_DEFER: int | None = getattr(socket, "TCP_DEFER_ACCEPT", None)
"""Linux alone has it (tcp(7))."""
BACKLOG = 4_096
"""Connections that may wait to be taken: an audience at the opening minute, or during a restart."""


def handed_over(environment: Mapping[str, str], process: int) -> socket.socket | None:
    """The listening socket that the environment hands over to this process, if it does (`LISTEN_PID`, `LISTEN_FDS`)."""
    if environment.get("LISTEN_PID") != str(process) or environment.get("LISTEN_FDS", "0") == "0":
        return None
    return _deferring(socket.socket(fileno=_FIRST))


def listening(address: str, port: int) -> socket.socket:
    """A socket that listens on a port of an address that is a number (IPv4 or IPv6). May raise `OSError`."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    heard = socket.socket(family, socket.SOCK_STREAM)
    try:
        heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        heard.bind((address, port))
        heard.listen(BACKLOG)
    except OSError:
        heard.close()
        raise
    return _deferring(heard)


def _deferring(heard: socket.socket) -> socket.socket:
    # A connection is taken when its request has come: a process that is told to end gives up those without one.
    if _DEFER is not None and heard.family != socket.AF_UNIX:
        heard.setsockopt(socket.IPPROTO_TCP, _DEFER, 1)
    return heard

"""How long a connection may keep a server waiting, and how many there may be."""

import fcntl
import struct
import termios
from asyncio import Transport
from contextlib import suppress
from dataclasses import dataclass

CONNECTIONS = 16_384
"""Connections at a time and process."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds, to each of which `look` is added: that is how often connections are looked at."""

    request: float = 10
    """For a request to be whole, from its first byte on."""
    idle: float = 75
    """For the next request to begin."""
    taking: float = 60
    """For a reader to take at least something of an answer. That nothing was taken may be seen as much later again."""
    leaving: float = 5
    """For a reader to end a connection who is told that nothing more comes."""
    ending: float = 45
    """For what was begun to be finished when the server is told to end."""
    parting: float = 0.1
    """For a request that is on its way on an idle connection when the server is told to end."""
    look: float = 1


def untaken(transport: Transport) -> int:
    """The bytes that were written to a connection and have not come to its reader yet, as far as the system tells."""
    waiting = transport.get_write_buffer_size()
    heard = transport.get_extra_info("socket")
    with suppress(OSError):
        # Also those that the system has taken over: megabytes, of which a slow reader takes a little now and then.
        waiting += struct.unpack("i", fcntl.ioctl(heard.fileno(), termios.TIOCOUTQ, bytes(4)))[0]
    return waiting

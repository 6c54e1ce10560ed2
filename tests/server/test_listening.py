"""The sockets on which readers are heard."""

import os
import socket

import pytest

from kakehashi.server.listening import handed_over, listening


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"LISTEN_FDS": "1"},
        {"LISTEN_PID": "1", "LISTEN_FDS": "1"},
        {"LISTEN_PID": str(os.getpid())},
        {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "0"},
        {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "-1"},
        {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "many"},
    ],
)
def test_what_is_handed_over_to_another_or_is_nothing_is_not_taken(environment: dict[str, str]) -> None:
    assert handed_over(environment, os.getpid()) == []


def test_several_sockets_listen_on_one_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    heard = listening("127.0.0.1", port, 2)
    assert {one.getsockname() for one in heard} == {("127.0.0.1", port)}
    for one in heard:
        one.close()


def test_a_port_that_is_taken_is_refused_and_nothing_stays_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        listening("127.0.0.1", taken.getsockname()[1], 2)

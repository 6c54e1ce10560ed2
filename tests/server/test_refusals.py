"""What is no request, or could be read as two, is refused: nothing after it is read."""

from contextlib import closing

import pytest
from tests.server.speaking import (
    answers,
    echo,
    get,
    last,
    rest,
    speaking,
)

from kakehashi.server.parsing import BODY, HEAD, TARGET

LONG = "a" * 1_000
REFUSED = {
    b"TEAPOT": 400,
    b"\x16\x03\x01": 400,
    b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n": 400,
    b"GET / HTTP/1.1\r\n\r\n": 400,
    get("/", "Host: other.example"): 400,
    get("*"): 400,
    get("x"): 400,
    get("/a b"): 400,
    get("/\x7f"): 400,
    get("/", version="2.0"): 400,
    get("/", version="1.2"): 400,
    b"GET /\r\n\r\n": 400,
    get("/" + "a" * TARGET): 414,
    get("/", *[f"X{number}: {LONG}" for number in range(HEAD // 1_000 + 1)]): 431,
    get("/", *["X: y"] * 200): 431,
    get("/")[:-2] + b"X: " + b"a" * 3 * HEAD: 431,
    get("/")[:-2] + b"a" * 3 * HEAD: 431,
    get("/", f"Content-Length: {BODY + 1}", method="POST"): 413,
    get("/", "Transfer-Encoding: chunked", method="POST") + b"%x\r\n" % (BODY + 1) + bytes(BODY + 1): 413,
    # What two servers could read as two different things.
    get("/", "Content-Length: 3", "Transfer-Encoding: chunked", method="POST") + b"0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked", "Content-Length: 3", method="POST") + b"0\r\n\r\n": 400,
    get("/", "Content-Length: 3", "Content-Length: 4", method="POST") + b"abcd": 400,
    get("/", "Content-Length: 3", "Content-Length: 3", method="POST") + b"abc": 400,
    get("/", "Content-Length: +3", method="POST") + b"abc": 400,
    get("/", "Content-Length: 0x3", method="POST") + b"abc": 400,
    get("/", "Content-Length: 3, 3", method="POST") + b"abc": 400,
    get("/", "Content-Length: -1", method="POST"): 400,
    get("/", "Transfer-Encoding: xchunked", method="POST") + b"0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked, identity", method="POST") + b"0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked", method="POST", version="1.0") + b"0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked", method="POST") + b"3\nabc\r\n0\r\n\r\n": 400,
    get("/", "Transfer-Encoding: chunked", method="POST") + b"-3\r\nabc\r\n0\r\n\r\n": 400,
    get("/").replace(b"\r\n", b"\n"): 400,
    get("/", "X: a\nY: b"): 400,
    get("/", "X: a\rY: b"): 400,
    get("/", "X : a"): 400,
    get("/", "X: a\0b"): 400,
    get("/", "X: a", " folded"): 400,
    get("/", " X: a"): 400,
    get("/", ": a"): 400,
    get("/", "X"): 400,
}


@pytest.mark.parametrize(("asked", "status"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_is_no_request_is_refused_and_nothing_after_it_is_read(asked: bytes, status: int) -> None:
    with speaking(echo) as server:
        whole = get("/before") + asked + b"\r\n\r\n" + get("/hidden") * 9
        # All of it may not be taken any more.
        with closing(server.connect()) as reader:
            reader.sendall(whole)
            came = answers(rest(reader))
    assert [status for status, _ in came] == [200, status]
    assert b"hidden" not in came[1][1]


@pytest.mark.parametrize(
    "asked", [get("/1", "Connection: Upgrade", "Upgrade: h2c"), get("week.example:443", method="CONNECT"), last("/1")]
)
def test_after_the_last_answer_nothing_is_read(asked: bytes) -> None:
    with speaking(echo) as server:
        assert len(answers(server.told(asked + get("/2")))) == 1


def test_a_refusal_reaches_a_reader_who_is_still_sending() -> None:
    size = 4_000_000
    with speaking(echo) as server:
        came = server.told(get("/", f"Content-Length: {size}", method="POST") + bytes(size))
    assert [status for status, _ in answers(came)] == [413]

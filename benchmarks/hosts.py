"""The servers that are measured, each on a port of this machine with its processes."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from kakehashi.server.policies import Policy

WORKERS = 2
_NGINX = """\
worker_processes {workers};
daemon off;
pid {there}/nginx.pid;
error_log {there}/nginx.log;
events {{ worker_connections 8192; }}
http {{
    types {{ text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; }}
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 10000000;
    client_body_temp_path {there}/body;
    proxy_temp_path {there}/proxy;
    fastcgi_temp_path {there}/fastcgi;
    uwsgi_temp_path {there}/uwsgi;
    scgi_temp_path {there}/scgi;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        root {root};
        index index.html;
        charset utf-8;
        gzip_static on;
        gzip_vary on;
{headers}
    }}
}}
"""


@dataclass(frozen=True, slots=True)
class Host:
    """A server: its name, the address below which the week lies, and the process that looks after the others."""

    name: str
    base: str
    process: int


@contextmanager
def nginx(root: Path, there: Path) -> Iterator[Host]:
    """nginx on a folder, with the headers that Kakehashi sends with a page."""
    sent = Policy().headers("en/index.html")
    left_out = ("content-type", "accept-ranges")
    headers = "\n".join(f'        add_header {name} "{value}";' for name, value in sent.items() if name not in left_out)
    port = _free_port()
    configuration = there / "nginx.conf"
    configuration.write_text(
        _NGINX.format(workers=WORKERS, there=there, port=port, root=root, headers=headers), encoding="utf-8"
    )
    # Its processes give up the rights of root, and are to read what lies in a folder of ours all the same.
    there.chmod(0o755)
    with _running("nginx", ["nginx", "-c", str(configuration)], port, "") as host:
        yield host


@contextmanager
def kakehashi(data: Path, week: str) -> Iterator[Host]:
    """Kakehashi on a data folder."""
    port = _free_port()
    command = [sys.executable, "-m", "kakehashi", "serve", "--data", str(data), "--port", str(port)]
    with _running("kakehashi", [*command, "--workers", str(WORKERS)], port, f"{week}/") as host:
        yield host


@contextmanager
def _running(name: str, command: list[str], port: int, below: str) -> Iterator[Host]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield Host(name, f"http://127.0.0.1:{port}/{below}", process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    """Waits until somebody listens on a port; a minute at most."""
    end = monotonic() + 60
    while monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(0.1)
        else:
            return
    raise TimeoutError(f"nobody listens on port {port}")

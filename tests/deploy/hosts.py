"""Web servers of other people on ports of this machine: nginx and Apache, each in the foreground with its own files."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

import pytest
from tests.conftest import NOT_INSTALLED

DEPLOY = Path(__file__).parents[2] / "deploy"
BELOW = "/events/2021/week/"
"""Where the hosts have the week."""
MODULES = Path("/usr/lib/apache2/modules")
SETTINGS = Path("/etc/apache2/mods-available")
AS_INSTALLED = (
    *("access_compat", "alias", "auth_basic", "authn_core", "authn_file", "authz_core", "authz_host", "authz_user"),
    *("autoindex", "deflate", "dir", "env", "filter", "mime", "mpm_event", "negotiation", "reqtimeout", "setenvif"),
    "status",
)
"""The modules of Apache that Debian switches on."""


def needed(*programs: str) -> None:
    """Leaves a test out where a program is missing (in CI: fails)."""
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    for program in programs:
        if shutil.which(program, path=path) is None:
            (pytest.fail if os.environ.get("KAKEHASHI_REQUIRE_ALL") else pytest.skip)(f"{NOT_INSTALLED}{program}")


def sample(name: str, root: Path, port: int) -> str:
    """A sample of `deploy/` with its places changed as an operator would, and a port of its own."""
    text = (DEPLOY / name).read_text("utf-8")
    # Only the whole path of the folder: what stands below the host's address comes after it.
    text = text.replace("/srv/week", "<ROOT>").replace("/week/", BELOW).replace("= /week ", f"= {BELOW[:-1]} ")
    text = text.replace('"^/week$"', f'"^{BELOW[:-1]}$"').replace("<ROOT>", str(root))
    return re.sub(r"(listen |\*:)80\b", rf"\g<1>{port}", text)


@contextmanager
def nginx(root: Path) -> Iterator[str]:
    """nginx by our sample, for `root/current`; its address without a final slash."""
    port = free_port()
    with _nginx(root / "nginx", port, sample("nginx.conf", root, port)) as address:
        yield address


@contextmanager
def proxy(kept: Path, to: int, below: str) -> Iterator[str]:
    """nginx by our sample, before a server on the port `to`, whose root is `below` a path; its address likewise."""
    port = free_port()
    text = sample("nginx-proxy.conf", kept, port)
    if below != "/":
        text = text.replace("location / ", f"location {below} ").replace(":8000;", ":8000/;")
    with _nginx(kept, port, text.replace(":8000", f":{to}")) as address:
        yield address


@contextmanager
def _nginx(kept: Path, port: int, site: str) -> Iterator[str]:
    needed("nginx")
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "site.conf").write_text(site, "utf-8")
    uses = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    (kept / "nginx.conf").write_text(
        f"""{"user root;" if os.geteuid() == 0 else ""}
        worker_processes 2;
        daemon off;
        pid {kept}/pid;
        events {{ worker_connections 256; }}
        http {{
            {"".join(f"{use}_temp_path {kept}/{use};" for use in uses)}
            include /etc/nginx/mime.types;
            default_type application/octet-stream;
            access_log off;
            include {kept}/site.conf;
        }}
        """,
        "utf-8",
    )
    with running([_found("nginx"), "-e", "stderr", "-p", str(kept), "-c", str(kept / "nginx.conf")], port) as address:
        yield address


@contextmanager
def apache(root: Path) -> Iterator[str]:
    """Apache by our sample, for `root/current`; its address without a final slash."""
    port = free_port()
    with _apache(root, port, (*AS_INSTALLED, "headers", "rewrite"), sample("apache.conf", root, port)) as address:
        yield address


@contextmanager
def plain_apache(root: Path) -> Iterator[str]:
    """Apache as Debian installs it, for a website in `root` that knows nothing of us, with what confuses others."""
    site = f"""DocumentRoot {root}
        <Directory {root}>
            Options Indexes FollowSymLinks MultiViews
            AllowOverride None
            Require all granted
        </Directory>"""
    with _apache(root, free_port(), AS_INSTALLED, site) as address:
        yield address


@contextmanager
def _apache(root: Path, port: int, modules: tuple[str, ...] | list[str], site: str) -> Iterator[str]:
    needed("apache2")
    kept = root.parent / f"{root.name}-apache"
    kept.mkdir(exist_ok=True)
    loaded = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in modules)
    settings = "\n".join(
        f"Include {SETTINGS}/{name}.conf" for name in ("autoindex", "deflate", "dir", "mime", "negotiation")
    )
    (kept / "apache.conf").write_text(
        f"""ServerRoot {kept}
        ServerName 127.0.0.1
        Listen 127.0.0.1:{port}
        PidFile {kept}/pid
        Mutex file:{kept}
        ErrorLog /dev/stderr
        {loaded}
        {settings}
        {"User www-data" if os.geteuid() == 0 else ""}
        {"Group www-data" if os.geteuid() == 0 else ""}
        StartServers 2
        ThreadsPerChild 8
        MinSpareThreads 8
        <Directory />
            Options FollowSymLinks
            AllowOverride None
            Require all denied
        </Directory>
        {site}
        """,
        "utf-8",
    )
    with running([_found("apache2"), "-D", "FOREGROUND", "-f", str(kept / "apache.conf")], port) as address:
        yield address


def _found(program: str) -> str:
    return shutil.which(program) or f"/usr/sbin/{program}"


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], port: int) -> Iterator[str]:
    """A server in the foreground, once it listens on its port; its address without a final slash."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        until = monotonic() + 30
        while process.poll() is None and monotonic() < until:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        else:
            process.terminate()
            raise AssertionError(f"{command[0]} did not start: {process.communicate(timeout=30)[1]}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=30)

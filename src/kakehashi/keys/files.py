"""The file of a key that signs: PEM (PKCS #8), readable by its owner alone, written once and never over another."""

import fcntl
import os
import stat
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from kakehashi.findings import Finding, Refused

_MOST = 16_384
"""Bytes: no key is longer, whatever else somebody has put there."""


def read_secret(path: Path) -> bytes:
    """The 32 secret bytes of the key in a file. Raises `Refused`: see `SigningKey.read`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise _refused("key.missing", path) from error
    except OSError as error:
        raise _refused("key.unreadable", path, error) from error
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise _refused("key.not-a-key", path)
        if state.st_mode & 0o077:
            raise _refused("key.exposed", path)
        content = os.read(descriptor, _MOST + 1)
    except OSError as error:
        raise _refused("key.unreadable", path, error) from error
    finally:
        os.close(descriptor)
    if len(content) > _MOST:
        raise _refused("key.not-a-key", path)
    return _parsed(content, path)


def _parsed(content: bytes, path: Path) -> bytes:
    try:
        key = load_pem_private_key(content, password=None)
    except TypeError as error:
        # How the library says that a password is wanted.
        raise _refused("key.encrypted", path) from error
    except UnsupportedAlgorithm as error:
        raise _refused("key.other-kind", path) from error
    except ValueError as error:
        raise _refused("key.not-a-key", path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _refused("key.other-kind", path)
    return key.private_bytes_raw()


def write_secret(path: Path, secret: bytes) -> None:
    """Writes a key as a new file. Raises `Refused`: see `SigningKey.write`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise _refused("key.unwritable", path, error) from error
    try:
        # One at a time: what a killed process left half written is then nobody's.
        fcntl.flock(folder, fcntl.LOCK_EX)
        _write_anew(path, _pem(secret))
        os.fsync(folder)
    except FileExistsError as error:
        raise _refused("key.exists", path) from error
    except OSError as error:
        raise _refused("key.unwritable", path, error) from error
    finally:
        os.close(folder)


def _write_anew(path: Path, content: bytes) -> None:
    half = path.with_name(f".{path.name}.half")
    half.unlink(missing_ok=True)
    try:
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        # Unlike a rename, a link never takes the place of a key that is there.
        os.link(half, path)
    finally:
        half.unlink(missing_ok=True)


def _pem(secret: bytes) -> bytes:
    loaded = Ed25519PrivateKey.from_private_bytes(secret)
    return loaded.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _refused(code: str, path: Path, error: OSError | None = None) -> Refused:
    reason = {} if error is None else {"reason": error.strerror or str(error)}
    return Refused([Finding(code, values={"value": str(path), **reason})])

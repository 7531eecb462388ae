"""A PostgreSQL server of our own for the tests, where the programs of one are installed."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

NOBODY = 65534  # PostgreSQL refuses to run as root
Databases = Callable[[], str]


def binaries() -> Path | None:
    """The folder of initdb and postgres, or None."""
    on_path = shutil.which("postgres")
    folders = [*([Path(on_path).parent] if on_path else []), *Path("/usr/lib/postgresql").glob("*/bin")]
    return next(
        (each for each in folders if (each / "initdb").exists() and (each / "postgres").exists()), None
    )


@contextmanager
def running(programs: Path) -> Iterator[Databases]:
    """A server that listens on a socket in a temporary folder; each call makes a fresh database's URL."""
    folder = Path(tempfile.mkdtemp(prefix="nncheck-pg-", dir="/tmp"))  # a socket's path must be short
    lower = [] if os.getuid() else ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    if lower:
        os.chown(folder, NOBODY, NOBODY)
    data = folder / "data"
    initdb = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "tester",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-locale",
        "-N",
    ]
    subprocess.run([*lower, *initdb], check=True, capture_output=True)
    options = ["-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
    with subprocess.Popen(
        [*lower, programs / "postgres", "-D", data, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        numbers = count()

        def fresh() -> str:
            name = f"test{next(numbers)}"
            with psycopg.connect(
                host=str(folder), user="tester", dbname="postgres", autocommit=True
            ) as admin:
                admin.execute(f"CREATE DATABASE {name}".encode())
            return f"postgresql://tester@/{name}?host={folder}"

        try:
            wait_for(folder, server)
            yield fresh
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: nothing of it is needed again
            server.wait()
            shutil.rmtree(folder, ignore_errors=True)


def connected(folder: Path) -> psycopg.Connection:
    """A connection to the server in the folder, as its administrator."""
    return psycopg.connect(host=str(folder), user="tester", dbname="postgres", autocommit=True)


def wait_for(folder: Path, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers."""
    while True:
        try:
            connected(folder).close()
            return
        except psycopg.OperationalError:
            assert server.poll() is None, "the server has ended"
            time.sleep(0.05)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Databases]:
    """Fresh databases of a real server; the test is skipped where there is none."""
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with running(programs) as databases:
        yield databases

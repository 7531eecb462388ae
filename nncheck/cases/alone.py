"""One process at a time for work that several would do alike: the others wait, and find it done."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Unix: everybody does the work
    fcntl = None  # type: ignore[assignment]


@contextmanager
def alone(folder: Path | None, name: str) -> Iterator[None]:
    """Hold the lock of this name in a folder; without a folder to write to, or without locks, hold nothing.

    The system lets go of it when the process ends, in whatever way; the file is gone when nobody needs it.
    """
    path = folder / f".{name}.lock" if folder and fcntl else None
    held = _locked(path) if path else None
    try:
        yield
    finally:
        if path and held is not None:
            path.unlink(missing_ok=True)  # before letting go: who waits for this file then makes a new one
            os.close(held)


def _locked(path: Path) -> int | None:
    """A descriptor of the file at a path, locked; None where files cannot be."""
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return None
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            if os.path.samestat(os.fstat(file), os.stat(path)):
                return file
        except FileNotFoundError:
            pass  # the one before us has removed it
        except OSError:
            os.close(file)
            return None
        os.close(file)

"""Files that somebody handed in: found and opened without following a link, and read with a bound."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from nncheck.errors import UsageError

SPECIAL = ((stat.S_ISLNK, "a symbolic link"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
FILE = os.O_RDONLY | NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
FOLDER = os.O_RDONLY | NO_LINK | getattr(os, "O_DIRECTORY", 0)
BY_FOLDER = os.open in os.supports_dir_fd  # Windows opens by whole paths only


def files_below(folder: Path, suffixes: Sequence[str]) -> Iterator[Path]:
    """The files to grade in a folder and the folders in it; hidden ones are left out.

    A folder that cannot be opened stands for itself, so that reading it says why.
    """
    waiting = [str(folder)]
    while waiting:
        directory = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(directory) if not entry.name.startswith(".")]
            folders = {entry.path for entry in entries if entry.is_dir(follow_symlinks=False)}
        except OSError:
            yield Path(directory)
            continue
        waiting += folders
        named = (entry.path for entry in entries if os.path.splitext(entry.name)[1] in suffixes)
        yield from (Path(path) for path in named if path not in folders)


def read_bounded(path: Path, limit: int, below: Path | None = None) -> bytes:
    """A regular file's bytes, at most `limit` of them; `below` as in `open_regular`.

    Raises UsageError with one sentence when they cannot be read, or are more.
    """
    try:
        with open_regular(path, below) as file:
            status = os.fstat(file.fileno())
            data = file.read(limit + 1)  # whatever size it claims
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    if len(data) > limit:
        size = max(status.st_size, len(data))
        raise UsageError(f"{path} is too large: {size / 2**20:.1f} MiB, at most {limit >> 20} MiB are read")
    return data


def open_regular(path: Path, below: Path | None = None) -> BinaryIO:
    """A regular file, opened without waiting for anybody.

    The path must not name a link itself, and with `below` nothing on the way from that folder, itself
    included, may be one at the moment of opening: whoever may write there could exchange a folder for a
    link to other people's files after it was found.

    Raises UsageError for what is no file, OSError where it cannot be opened.
    """
    with _folder_of(path, below) as (name, folder):
        # looked at before it is opened: for a device, that can be to use it
        refuse_special(path, os.stat(name, dir_fd=folder, follow_symlinks=False))
        descriptor = os.open(name, FILE, dir_fd=folder)
    try:
        refuse_special(path, os.fstat(descriptor))  # it may have been replaced since
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def refuse_special(path: Path, status: os.stat_result) -> None:
    """Neither files nor folders, which can be opened without harm; reading them need not end."""
    mode = status.st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        kind = next((name for test, name in SPECIAL if test(mode)), "a device")
        raise UsageError(f"{path} is {kind}, not a file")


@contextmanager
def _folder_of(path: Path, below: Path | None) -> Iterator[tuple[str, int | None]]:
    """By what name the file is known, and the descriptor of the folder where it is."""
    if below is None or below == path or not BY_FOLDER:
        yield str(path), None
        return
    *folders, name = path.relative_to(below).parts
    here = os.open(below, FOLDER)
    try:
        for folder in folders:
            outer, here = here, os.open(folder, FOLDER, dir_fd=here)
            os.close(outer)
        yield name, here
    finally:
        os.close(here)

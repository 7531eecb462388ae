"""Where a command writes: the screen it has, and files."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from nncheck.errors import UsageError
from nncheck.report import Screen
from nncheck.report.transcription import transcribed


def screen_of_stdout() -> Screen:
    """What standard output can show; colour only in a terminal that wants it."""
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    wanted = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(
        width=shutil.get_terminal_size((80, 24)).columns,
        colour=wanted and sys.stdout.isatty(),
        unicode=encoding.startswith("utf"),
    )


def say(text: str) -> None:
    """Writes to standard output; what its encoding lacks is spelt out instead of failing."""
    sys.stdout.write(transcribed(text, sys.stdout.encoding or "ascii"))
    sys.stdout.flush()


def check_writable(path: Path, option: str = "--output") -> None:
    """Finds out before the work whether its result can be kept."""
    if path.is_dir():
        raise UsageError(f"{option} {path} is a folder; name a file")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"{option} {path}: there is no folder {path.absolute().parent}; create it first")


def write(path: Path, text: str) -> None:
    """Writes the file as a whole or not at all, so that no reader sees half of a report."""
    write_pieces(path, [text])


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """The same for a text that is too long to be held."""
    _write(path, (piece.encode("utf-8") for piece in pieces), "--output")


def write_bytes(path: Path, content: bytes, option: str = "--output") -> None:
    """The same for any bytes."""
    _write(path, [content], option)


def _write(path: Path, pieces: Iterable[bytes], option: str) -> None:
    unfinished = path.with_name(f".nncheck-{os.urandom(8).hex()}")
    try:
        with unfinished.open("xb") as file:  # not through a planted link
            file.writelines(pieces)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UsageError(f"cannot write {option} {path}: {error.strerror}") from None

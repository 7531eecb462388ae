"""A file -> notes: its text, and its pieces by their looks. Bounded; no Python is parsed."""

import codecs
from collections.abc import Callable, Iterable
from pathlib import Path

from nncheck.errors import UsageError
from nncheck.files import read_bounded
from nncheck.verify.notes.lines import lines_of
from nncheck.verify.notes.markdown import markdown_pieces
from nncheck.verify.notes.notebook import notebook_pieces
from nncheck.verify.notes.pieces import Kind, Notes, Piece

MAX_BYTES = 8 << 20


def python_pieces(name: str, text: str) -> Iterable[Piece]:
    """A whole file of Python."""
    return (Piece(kind=Kind.PYTHON, lines=tuple(lines_of(text))),)


READERS: dict[str, Callable[[str, str], Iterable[Piece]]] = {
    ".ipynb": notebook_pieces,
    ".markdown": markdown_pieces,
    ".md": markdown_pieces,
    ".py": python_pieces,
    ".rst": markdown_pieces,
    ".txt": markdown_pieces,
}


def read_notes(path: Path) -> Notes:
    """The notes in a file.

    Raises UsageError with one sentence when it cannot be read.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None and not path.is_dir():
        raise UsageError(f"{path} is none of {', '.join(sorted(READERS))}, so it is not read as notes")
    if reader is None:
        raise UsageError(f"{path} is a folder; name files")
    text = decoded(path, read_bounded(path, MAX_BYTES))
    return Notes(name=str(path), text=text, pieces=tuple(reader(str(path), text)))


def decoded(path: Path, data: bytes) -> str:
    """The bytes as text, such that encoding it gives the same bytes."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(mark):
            raise UsageError(f"{path}:1 is UTF-16 text; save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line} is not UTF-8 text; save it as UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UsageError(f"{path}:{line} contains NUL characters, so it is no text file")
    return text

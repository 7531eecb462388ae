"""The records that notes become on their way to findings."""

from collections.abc import Sequence
from enum import StrEnum

from nncheck.records import Record


class Line(Record, frozen=True, kw_only=True):
    """A line of notes: of the file itself, or of a text in a notebook."""

    text: str
    number: int  # in the file, from 1
    offsets: Sequence[int]  # of each character in the decoded file


class Kind(StrEnum):
    """What a piece of notes is by its looks."""

    TEXT = "text"
    PYTHON = "python"
    UNLABELLED = "unlabelled"  # a fenced block that does not say what it is
    OUTPUT = "output"  # a fenced block that says that it is one
    STDOUT = "stdout"  # of a notebook's cell
    RESULT = "result"  # the value of a cell's last expression
    OTHER = "other"  # a program in another language


class Piece(Record, frozen=True, kw_only=True):
    """Lines of one kind."""

    kind: Kind
    lines: tuple[Line, ...]
    label: str = ""  # "cell 3"


class Notes(Record, frozen=True, kw_only=True):
    """A file as it stands there, and its pieces in order."""

    name: str
    text: str  # decoded, with its own ends of lines and its byte order mark
    pieces: tuple[Piece, ...]


class Output(Record, frozen=True, kw_only=True):
    """A result that notes show for a program."""

    piece: int
    mode: str  # "during" statements, "block": the whole program; "stdout", "result" of a notebook's cell
    targets: tuple[
        tuple[tuple[int, int], ...], ...
    ]  # statements by first and last line; several possibilities
    text: tuple[tuple[int, int, str], ...]  # line of the piece, column, characters
    certain: bool  # otherwise it is one only if the program prints such words
    code: str  # the statement


class Program(Record, frozen=True, kw_only=True):
    """A program of notes. `source` is it without indentation and prompts; lines keep their places."""

    piece: int
    first: int  # its first line in the piece, from 0
    end: int
    source: str
    problem: str | None  # why it cannot be read
    problem_line: int
    binds: tuple[str, ...]
    shows: tuple[int, ...]  # lines of expressions that show their values
    assigns: tuple[int, ...]  # lines of assignments whose values are shown
    outputs: tuple[Output, ...]
    interactive: bool = False  # a failure stops one statement only


class Written(Record, frozen=True, kw_only=True):
    """Something that a program wrote at once."""

    at: tuple[tuple[int, int], ...]  # programs and lines that were running
    pieces: tuple[tuple[str, tuple[str, ...] | None, float], ...]  # text, its numbers in full, their roundoff
    shown: bool  # as the value of an expression


class Stop(Record, frozen=True, kw_only=True):
    """A line of a program that was not run to its end, and why: what happened, in which program and line."""

    line: int
    what: str
    program: int
    origin: int


class Ran(Record, frozen=True, kw_only=True):
    """What came of a program."""

    records: tuple[Written, ...] = ()
    skipped: tuple[Stop, ...] = ()  # what comes after them was run all the same
    failure: Stop | None = None  # where the program was left
    attempts: tuple[Stop, ...] = ()  # prints in comments that failed

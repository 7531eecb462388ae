"""Findings on notes, with places in the file; and why a line was not run, in a few words."""

from collections.abc import Sequence

from nncheck.records import Record
from nncheck.verify.findings import Finding
from nncheck.verify.notes.beside.shapes import number_spans
from nncheck.verify.notes.pieces import Notes, Output, Program, Stop


class Correction(Record, frozen=True, kw_only=True):
    """Characters of the file, and what belongs in their place."""

    start: int
    end: int
    text: str


class Found(Record, frozen=True, kw_only=True):
    """A finding, and how to correct it where that is known."""

    finding: Finding
    corrections: tuple[Correction, ...] = ()
    numbers: int = 1  # that are printed there


class Number(Record, frozen=True, kw_only=True):
    """A number in notes and its place in the file."""

    text: str
    line: int
    start: int
    end: int


def why(notes: Notes, programs: Sequence[Program], stop: Stop) -> str:
    """What kept a line from being run: a module that is missing, or what happened at a line of the file."""
    if stop.what.startswith("needs ") and "," not in stop.what:
        return stop.what
    if not 0 <= stop.program < len(programs):  # a process said so
        return stop.what
    program = programs[stop.program]
    lines = notes.pieces[program.piece].lines
    place = min(max(program.first + stop.origin - 1, 0), len(lines) - 1)
    return f"line {lines[place].number} {stop.what}"


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def numbers_shown(notes: Notes, output: Output) -> list[Number]:
    """The numbers of a result, with their places."""
    found = []
    lines = notes.pieces[output.piece].lines
    for row, column, text in output.text:
        for start, end in number_spans(text):
            offsets = lines[row].offsets
            first, last = offsets[column + start], offsets[column + end - 1]
            found.append(Number(text=text[start:end], line=lines[row].number, start=first, end=last + 1))
    return found

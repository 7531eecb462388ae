"""Markdown, or plain text -> its pieces: fenced blocks by what they say they are, and the text between."""

import re
from collections.abc import Iterator, Sequence

from nncheck.submission import plain_python
from nncheck.verify.notes.lines import lines_of
from nncheck.verify.notes.pieces import Kind, Line, Piece

FENCE = re.compile(r"([ \t]*)(?:[-*+>] ?|\d+[.)] )?[ \t]*(`{3,}|~{3,})[ \t]*([^`\n]*)")
QUOTED = re.compile(r"[ \t]*>[ \t]?")
LANGUAGE = re.compile(r"[{.\s]*([\w+#-]*)")
PYTHON = frozenset(
    ("python", "python3", "py", "py3", "ipython", "ipython3", "code-cell", "pycon", "python-repl")
)
OUTPUT = frozenset(("text", "txt", "output", "out", "console", "plain", "plaintext", "stdout", "result"))


def markdown_pieces(name: str, text: str) -> Iterator[Piece]:
    """The pieces in order. A block that is never closed goes on to the end."""
    waiting: list[Line] = []
    lines = list(lines_of(text))
    number = 0
    while number < len(lines):
        opened = FENCE.match(lines[number].text)
        if opened is None:
            waiting.append(lines[number])
            number += 1
            continue
        if any(line.text.strip() for line in waiting):
            yield Piece(kind=Kind.TEXT, lines=tuple(waiting))
        waiting = []
        end = _closed(lines, number + 1, opened[2])
        kind, block = kind_of(opened[3]), lines[number + 1 : end]
        if QUOTED.match(lines[number].text):
            block = [_unquoted(line) for line in block]
        if kind is Kind.PYTHON:
            block = _without_magic(block)
        yield Piece(kind=kind, lines=tuple(block))
        number = end + 1
    if any(line.text.strip() for line in waiting):
        yield Piece(kind=Kind.TEXT, lines=tuple(waiting))


def kind_of(information: str) -> Kind:
    """What the words behind a fence say."""
    found = LANGUAGE.match(information)
    language = found[1].lower() if found else ""
    if language in PYTHON:
        return Kind.PYTHON
    if language in OUTPUT:
        return Kind.OUTPUT
    return Kind.OTHER if language else Kind.UNLABELLED


def _unquoted(line: Line) -> Line:
    """A line of a quotation without its mark."""
    found = QUOTED.match(line.text)
    width = found.end() if found else 0
    return Line(text=line.text[width:], number=line.number, offsets=line.offsets[width:])


def _without_magic(block: Sequence[Line]) -> list[Line]:
    """The block without what only IPython understands."""
    plain = plain_python("\n".join(line.text for line in block)).split("\n")
    pairs = zip(plain, block, strict=False)
    return [Line(text=text, number=line.number, offsets=line.offsets) for text, line in pairs]


def _closed(lines: Sequence[Line], number: int, fence: str) -> int:
    """The line that closes a block: as many of the same characters or more, and nothing behind them."""
    while number < len(lines):
        text = lines[number].text.strip().lstrip("> ")
        if text.startswith(fence) and not text.strip(fence[0]):
            return number
        number += 1
    return number

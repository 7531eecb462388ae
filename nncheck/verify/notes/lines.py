"""Text -> its lines, each with its place."""

import re
from collections.abc import Iterator

from nncheck.verify.notes.pieces import Line

END = re.compile(r"\r\n|\r|\n")
MARK = "\ufeff"  # of byte order: no part of the first line


def lines_of(text: str) -> Iterator[Line]:
    """The lines without what ends them."""
    start = len(MARK) if text.startswith(MARK) else 0
    number = 1
    for end in END.finditer(text, start):
        yield Line(text=text[start : end.start()], number=number, offsets=range(start, end.start()))
        start, number = end.end(), number + 1
    if start < len(text):
        yield Line(text=text[start:], number=number, offsets=range(start, len(text)))

"""A long line -> rows: between words, and in Chinese, which has no blanks, between characters."""

import re

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

WIDE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]")
NOT_FIRST = frozenset("\uff0c\u3002\u3001\uff1a\uff1b\uff1f\uff01\uff09\u300d\u201d)],.:;?!")  # in a row
NOT_LAST = frozenset("\uff08\u300c\u201c([")
PIECE = re.compile(rf"{WIDE.pattern}|[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]+|\s+")


def wrapped(line: Text, canvas: Console, width: int) -> list[Text]:
    """The rows, none wider than `width`."""
    if not WIDE.search(line.plain):
        return list(line.wrap(canvas, width))
    rows: list[Text] = []
    for part in line.divide(_breaks(line.plain, width)):
        part.rstrip()
        rows += part.wrap(canvas, width) if part.cell_len > width else [part]  # such as one long name
    return rows


def _breaks(text: str, width: int) -> list[int]:
    """The places at which new rows begin."""
    places: list[int] = []
    start = last = 0
    for piece in PIECE.finditer(text):
        if _may_begin(text, piece.start()):
            last = piece.start()
        if cell_len(text[start : piece.end()].rstrip()) > width and last > start:
            places.append(last)
            start = last
    return places


def _may_begin(text: str, place: int) -> bool:
    """Whether a row may begin there."""
    first, before = text[place], text[place - 1 : place]
    return not first.isspace() and first not in NOT_FIRST and before not in NOT_LAST

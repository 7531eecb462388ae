"""JSON -> its values, with every text knowing where each of its characters stands."""

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # there, but in no stub
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)


class Located(str):
    """A text, and the part of the file between its quotes."""

    start: int
    raw: str

    @property
    def offsets(self) -> list[int]:
        """Where each character begins in the file."""
        return [self.start + found.start() for found in ESCAPE.finditer(self.raw)]


class Decoder(json.JSONDecoder):
    """Python's own, in which texts are Located. (Keys are plain.)"""

    def __init__(self) -> None:
        super().__init__()
        self.parse_string = located
        self.scan_once = py_make_scanner(self)


def located(text: str, start: int, strict: bool = True) -> tuple[Located, int]:
    """The text that begins here, and where it ends."""
    value, end = scanstring(text, start, strict)
    found = Located(value)
    found.start, found.raw = start, text[start : end - 1]
    return found, end


def loads(text: str) -> Any:
    """The value; ValueError or RecursionError where it is no JSON."""
    return Decoder().decode(text)

"""What every SARIF 2.1.0 log of ours has: its frame, messages that are only text, and places."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nncheck.report.json import written
from nncheck.report.plain import plain

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
DRIVE = re.compile(r"^[A-Za-z]:")
ACTIVE = re.compile(r"\](?=\()|\{(?=\d+\})")  # [text](link) and {0}, which viewers fill in

Object = dict[str, Any]


def log(version: str, rules: Sequence[Object], results: Sequence[Object], **of_run: object) -> str:
    """One run of nncheck in a version, with its rules and results."""
    run = {
        "tool": {"driver": {"name": "nncheck", "version": version, "rules": rules}},
        "results": results,
        "columnKind": "unicodeCodePoints",
        **of_run,
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def message(text: str) -> Object:
    """A message in which nothing is a link or a place to be filled in."""
    return {"text": ACTIVE.sub(r"\g<0> ", plain(text, 1000))}


def physical(file: str, line: int) -> Object:
    """A line of a file."""
    return {"artifactLocation": {"uri": uri(file)}, "region": {"startLine": line}}


def uri(file: str) -> str:
    """A path as a reference: relative ones stay so; names may hold anything."""
    path = Path(file)
    encoded = quote(_bytes(path.as_posix()))
    return f"file://{encoded}" if path.is_absolute() and not DRIVE.match(file) else encoded


def _bytes(name: str) -> bytes:
    """The bytes of a file's name, which need not be UTF-8; an archive may name what no file can be."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace")

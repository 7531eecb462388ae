"""The modules that work beside the programs of notes, as a submission that a sandboxed process loads."""

import re
from functools import cache
from pathlib import Path

from nncheck.records import Cell

FOLDER = Path(__file__).with_name("beside")
ANALYST = ("shapes", "recognise", "commented", "analysis")  # each imports only earlier ones
RUNNER = ("recorder", "runner")
OF_EACH_OTHER = re.compile(r"^from nncheck\.[^\n]*$", re.MULTILINE)  # there, all share one namespace


@cache
def cells(names: tuple[str, ...]) -> tuple[Cell, ...]:
    """The modules of these names as cells."""
    return tuple(Cell(name=f"{name}.py", source=OF_EACH_OTHER.sub("", source(name))) for name in names)


def source(name: str) -> str:
    """A module's text."""
    return (FOLDER / f"{name}.py").read_text("utf-8")


def inert(text: str) -> Cell:
    """A cell that does nothing and holds the text of programs, so that what they import is loaded."""
    quoted = text.replace("'''", '"""')
    return Cell(name="programs", source=f"r'''\n{quoted}\n'''\n")

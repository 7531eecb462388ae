"""Submission + exercises + settings -> the key of its result: what has the same key has the same result."""

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from nncheck import __version__
from nncheck.devices import devices_for
from nncheck.records import Submission
from nncheck.reference.versions import version
from nncheck.selection import Selection
from nncheck.settings import Settings
from nncheck.spec.exercise import Exercise
from nncheck.submission import words

_PACKAGE = Path(__file__).resolve().parent
_DECIDES_NOTHING = frozenset(
    {"api", "authoring", "batch", "cli", "derive", "doctor", "exercises", "gradebook", "integrations"}
    | {"language", "pages", "plots", "release", "report", "service", "verify", "__pycache__"}
)
_LIBRARIES = ("numpy", "sympy", "python-flint", "hypothesis", "scipy", "torch", "msgspec")


def grading_key(submission: Submission, exercises: Sequence[Exercise], settings: Settings) -> str:
    """The key of a submission's result; `exercises` are those that concern it."""
    return digest(
        _nncheck(),
        _machine(settings.device),
        json.dumps(msgspec.to_builtins(settings), sort_keys=True),
        submission.sha256,
        *(cell.name for cell in submission.cells),  # messages name them
        "exercises",
        *(part for each in exercises for part in (each.name, _version_of(each.source))),
    )


def concerned(
    submission: Submission, exercises: Mapping[str, Exercise], settings: Settings
) -> list[Exercise]:
    """The exercises that a submission's result can depend on.

    Those asked for by name or by its own `# nncheck:` line, else those of which a function's name is a
    word of its source.
    """
    selection = Selection(dict(exercises), settings.exercises, settings.functions)
    if any(selection.misspelt(submission)):  # it is told what there is
        return list(exercises.values())
    found = selection.exercises(submission)
    if settings.exercises or submission.only:
        return found
    there = words(submission)
    return [each for each in found if there & each.functions.keys()]


@cache
def identity() -> dict[str, str]:
    """What must be the same on two machines for their results to be the same."""
    libraries = {name: found for name in _LIBRARIES if (found := version(name))}
    python = ".".join(map(str, sys.version_info[:3]))
    return {"nncheck": f"{__version__} (code {_nncheck()[:12]})", "Python": python, **libraries}


def digest(*parts: str) -> str:
    """A hash of several texts, and of where one ends and the next begins."""
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


@cache
def _version_of(source: Path) -> str:
    """Of an exercise: everything beside its texts for people."""
    return _content(sorted(path for path in source.parent.iterdir() if path.suffix in {".py", ".json"}))


@cache
def _nncheck() -> str:
    """Our own code that decides results."""
    paths = sorted(path for path in _PACKAGE.rglob("*") if path.suffix in {".py", ".json"})
    return _content([path for path in paths if not _DECIDES_NOTHING & set(_below(path).parts)])


def _below(path: Path) -> Path:
    return path.relative_to(_PACKAGE)


def _content(paths: Sequence[Path]) -> str:
    return digest(*(part for path in paths for part in (path.name, path.read_bytes().hex())))


@cache
def _machine(device: str) -> str:
    """Python, the libraries, and the devices that are there."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    devices = [f"{name} {missing}" for name, missing in sorted(devices_for(device).items())]
    return digest(sys.implementation.name, str(sys.version_info[:3]), *libraries, *devices)

"""Names of exercises and functions, for a shell that completes them.

They are read from the text of the exercises: a Tab must be quick, and may run nothing.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

PACKAGE = Path(__file__).resolve().parent.parent
SHIPPED = (PACKAGE, PACKAGE.parent)  # one of them holds exercises/: an installed package, or a checkout
MADE = re.compile(r"^(\w+) = (Function|stepwise|derivative)\(\s*(\w+)", re.MULTILINE)


def exercises(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The exercises whose names begin so."""
    return _beginning(begun, (path.parent.name for path in _files(context)))


def functions(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The functions whose names begin so; of the exercises named on the line, if there are any."""
    named = context.params.get("exercise_names") or ()
    chosen = (path for path in _files(context) if not named or path.parent.name in named)
    return _beginning(begun, (name for path in chosen for name in functions_in(path)))


def both(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Exercises and functions; exercise.function once a point has been typed."""
    pairs = [(path.parent.name, name) for path in _files(context) for name in functions_in(path)]
    if "." in begun:
        return _beginning(begun, (f"{exercise}.{name}" for exercise, name in pairs))
    return _beginning(begun, (name for pair in zip(*pairs, strict=True) for name in pair))


def files(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The shell's own completion of files."""
    return [CompletionItem(begun, type="file")]


def exercises_or_files(
    context: click.Context, parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Exercises, or else files."""
    return exercises(context, parameter, begun) or files(context, parameter, begun)


def formats(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats of a report."""
    from nncheck.report import FORMATS  # the only names that need modules of ours

    return _beginning(begun, FORMATS)


def functions_in(path: Path) -> Iterator[str]:
    """The functions of an exercise file, as such files are written."""
    known: dict[str, str] = {}
    for variable, kind, argument in MADE.findall(path.read_text("utf-8", errors="replace")):
        known[variable] = argument if kind != "derivative" else f"{known.get(argument, argument)}_grad"
        yield known[variable]


def _files(context: click.Context) -> Iterator[Path]:
    """The exercise files that ship with nncheck, and those of the folders named on the line."""
    for folder in (*SHIPPED, *map(Path, context.params.get("folders") or ())):
        for path in sorted(folder.glob("exercises/*/exercise.py")):
            if path.is_file() and os.access(path, os.R_OK):  # a Tab complains of nothing
                yield path


def _beginning(begun: str, names: Iterable[str]) -> list[CompletionItem]:
    return [CompletionItem(name) for name in dict.fromkeys(names) if name.startswith(begun)]

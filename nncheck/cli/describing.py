"""An exercise or a function -> what `nncheck show` says of it, and the stub to start from."""

import shlex
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from nncheck.derive.asking import example_arguments
from nncheck.errors import unknown_name
from nncheck.reference.symbolic import formula_text
from nncheck.release.stub import stub, wrapped
from nncheck.report.plain import plain
from nncheck.report.screen import Screen
from nncheck.report.text import laid_out
from nncheck.spec import Exercise, Function

INDENT = "  "
STUB_WIDTH = 80
Found = tuple[Exercise, Function]


def described(
    name: str, exercises: Mapping[str, Exercise], screen: Screen, folders: Sequence[Path] = ()
) -> str:
    """The text on an exercise or function; a name in several exercises shows each.

    Raises UsageError for a name that there is not.
    """
    if name in exercises:
        return _exercise(exercises[name], screen, folders)
    parts = []
    for exercise, function in found(name, exercises):
        alone = function.name not in exercises and len(found(function.name, exercises)) == 1
        handle = function.name if alone else full_name(exercise, function)
        parts.append(_function(exercise, function, screen, handle, folders))
    return "\n".join(parts)


def stub_file(name: str, exercises: Mapping[str, Exercise], folders: Sequence[Path] = ()) -> str:
    """A file that runs as it is: a function, or all of an exercise, to be written.

    Raises UsageError for a name that there is not.
    """
    if name in exercises:
        return _file(exercises[name].functions.values(), folders)
    return _file([found(name, exercises)[0][1]], folders)


def found(name: str, exercises: Mapping[str, Exercise]) -> list[Found]:
    """The functions of a name such as sigmoid or activations.sigmoid."""
    pairs = [(each, function) for each in exercises.values() for function in each.functions.values()]
    matching = [pair for pair in pairs if name in (pair[1].name, full_name(*pair))]
    if not matching:
        names = [full_name(*pair) if "." in name else pair[1].name for pair in pairs]
        raise unknown_name("exercise or function", name, {*exercises, *names})
    return matching


def full_name(exercise: Exercise, function: Function) -> str:
    """The name that no other function has."""
    return f"{exercise.name}.{function.name}"


def _exercise(exercise: Exercise, screen: Screen, folders: Sequence[Path]) -> str:
    """Every function of it, with a line or two on each."""
    lines = [f"{exercise.name}: {screen.language.sentence(exercise.title)}", ""]
    for function in exercise.functions.values():
        said = screen.language.sentence(function.statement)
        first = (said.strip().splitlines() or [""])[0]
        lines += [function.signature, _indented(first, screen)]
    lines += [f"\n{each}" for each in _whole(exercise, screen, folders)]
    return "\n".join([*lines, ""])


def _function(
    exercise: Exercise, function: Function, screen: Screen, name: str, folders: Sequence[Path]
) -> str:
    formula = formula_text(function, screen.unicode, screen.columns - len(INDENT))
    parts = [
        _heading(exercise, function, screen),
        _indented(screen.language.sentence(function.statement), screen),
        textwrap.indent(formula, INDENT),
        textwrap.indent(
            "\n".join(
                [*_whole(exercise, screen, folders), *_more(function, name + _options(folders), screen)]
            ),
            INDENT,
        ),
        screen.line * screen.columns,
        _file([function], folders),
    ]
    return "\n\n".join(part for part in parts if part.strip())


def _heading(exercise: Exercise, function: Function, screen: Screen) -> str:
    words = "{exercise}, {points} point" if function.points == 1 else "{exercise}, {points} points"
    worth = f"({screen.language.say(words, exercise=exercise.name, points=f'{function.points:g}')})"
    line = f"{function.signature}    {worth}"
    return line if cell_len(line) <= screen.columns else f"{function.signature}\n{INDENT}{worth}"


def _indented(statement: str, screen: Screen) -> str:
    """In rows that the screen has room for; Chinese characters are two columns wide."""
    if statement.isascii():
        return textwrap.indent(wrapped(statement.strip(), screen.columns - len(INDENT)), INDENT)
    lines = (Text(INDENT + line) for line in statement.strip().splitlines())
    return laid_out(lines, screen).rstrip("\n")


def _whole(exercise: Exercise, screen: Screen, folders: Sequence[Path]) -> Iterator[str]:
    """The command that shows what is agreed for all functions: shapes, types, what is asked far out."""
    if exercise.source.with_name("README.md").is_file():
        named = f"{exercise.name}{_options(folders)}"
        words = screen.language.say("in full")
        yield f"{words}: nncheck show {named} --format html > {exercise.name}.html"


def _more(function: Function, named: str, screen: Screen) -> Iterator[str]:
    """The commands that show more of it."""
    if function.has_one_graph:
        yield f"{screen.language.say('as a picture')}: nncheck show {named} --plot"
    steps = not (function.random or function.counts or function.iterates)
    if steps and example_arguments(function) is not None:
        yield f"{screen.language.say('step by step')}: nncheck derive {named}"


def _file(functions: Iterable[Function], folders: Sequence[Path]) -> str:
    """A module with these functions, and how to check it."""
    check = f"nncheck grade submission.py{_options(folders)}"
    head = f"# save as submission.py; check with: {check}\nimport numpy as np\n"
    return "\n\n".join([head, *(stub(function, STUB_WIDTH) for function in functions)])


def _options(folders: Sequence[Path]) -> str:
    return "".join(f" --exercises {shlex.quote(plain(str(folder)))}" for folder in folders)

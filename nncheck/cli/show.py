"""`nncheck show NAME`: what a function must do, and its formula."""

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nncheck.cli.options import exercise_folders

if TYPE_CHECKING:
    from nncheck.spec import Exercise, Function


@click.command("show")
@click.argument("name")
@click.option(
    "--plot",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Draw it, as a .svg or .png file: NAME.svg if you name none.",
)
@exercise_folders
def command(name: str, plot: str | None, folders: tuple[Path, ...]) -> None:
    """Show what a function must do.

    NAME is a function (sigmoid), an exercise (activations), or both (activations.sigmoid).
    """
    from nncheck.cli.output import say
    from nncheck.spec import load_exercises

    exercises = load_exercises(folders)
    text = (
        described(name, exercises) if plot is None else drawing(name, exercises, Path(plot or f"{name}.svg"))
    )
    say(text)


def drawing(name: str, exercises: "dict[str, Exercise]", path: Path) -> str:
    """Writes the picture, and says so.

    Raises UsageError where matplotlib is missing, or there is nothing to draw.
    """
    from nncheck.cli.output import check_writable, write_bytes
    from nncheck.errors import UsageError

    check_writable(path, "--plot")
    try:
        from nncheck.plots.picture import picture
        from nncheck.plots.style import drawn, kind_of
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        raise UsageError(
            "plots need matplotlib, which is not installed: pip install 'nncheck[plots]'"
        ) from None
    kind = kind_of(path)
    write_bytes(path, drawn(picture(name, exercises), kind), "--plot")
    return f"{path}\n"


def described(name: str, exercises: "dict[str, Exercise]") -> str:
    """The text on an exercise or function; a name in several exercises shows each."""
    from nncheck.errors import unknown_name

    if name in exercises:
        exercise = exercises[name]
        functions = exercise.functions.values()
        lines = [f"{function.signature}\n{_indented(_first_line(function))}\n" for function in functions]
        return f"{exercise.name}: {exercise.title}\n\n{''.join(lines)}"
    pairs = [(each, function) for each in exercises.values() for function in each.functions.values()]
    found = [pair for pair in pairs if name in (pair[1].name, full_name(*pair))]
    if not found:
        names = [full_name(*pair) if "." in name else pair[1].name for pair in pairs]
        raise unknown_name("exercise or function", name, {*exercises, *names})
    return "\n".join(_function(exercise, function) for exercise, function in found)


def full_name(exercise: "Exercise", function: "Function") -> str:
    """The name that no other function has."""
    return f"{exercise.name}.{function.name}"


def _function(exercise: "Exercise", function: "Function") -> str:
    from nncheck.reference.symbolic import formula_text

    parts = [
        f"{function.signature}    ({exercise.name}, {function.points:g} points)",
        _indented(function.statement),
        _indented(formula_text(function)),
    ]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _first_line(function: "Function") -> str:
    return (function.statement.strip().splitlines() or [""])[0]


def _indented(text: str) -> str:
    return textwrap.indent(text.strip("\n"), "  ")

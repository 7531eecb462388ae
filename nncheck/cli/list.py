"""`nncheck list`: the exercises and their functions."""

import textwrap
from pathlib import Path

import click

from nncheck.cli.options import exercise_folders


@click.command("list")
@exercise_folders
def command(folders: tuple[Path, ...]) -> None:
    """List the exercises and their functions."""
    from nncheck.cli.output import say, screen_of_stdout
    from nncheck.spec import load_exercises

    width = screen_of_stdout().columns
    for exercise in load_exercises(folders).values():
        names = ", ".join(exercise.functions)
        listed = textwrap.fill(names, width, initial_indent="  ", subsequent_indent="  ")
        say(f"{exercise.name}: {exercise.title}\n{listed}\n")

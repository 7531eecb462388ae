"""`nncheck list`: the exercises and their functions."""

import textwrap
from pathlib import Path

import click

from nncheck.cli.options import exercise_folders, reading_language


@click.command("list")
@reading_language
@exercise_folders
def command(lang: str, folders: tuple[Path, ...]) -> None:
    """List the exercises and their functions."""
    from nncheck.cli.output import say
    from nncheck.cli.speaking import screen_for
    from nncheck.spec import load_exercises

    screen = screen_for(lang, folders)
    for exercise in load_exercises(folders).values():
        names = ", ".join(exercise.functions)
        listed = textwrap.fill(names, screen.columns, initial_indent="  ", subsequent_indent="  ")
        say(f"{exercise.name}: {screen.language.sentence(exercise.title)}\n{listed}\n")

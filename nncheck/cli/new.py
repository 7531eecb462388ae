"""`nncheck new NAME`: an exercise to start from."""

import shlex
from pathlib import Path

import click


@click.command("new")
@click.argument("name")
@click.option(
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Where exercises/ and solutions/ are, or will be (default: here).",
)
def command(name: str, folder: Path) -> None:
    """Write a new exercise, with solutions, that holds as it stands and shows how one is written."""
    from nncheck.authoring.new import write_new
    from nncheck.cli.output import say
    from nncheck.report.plain import plain
    from nncheck.spec import load_exercises

    inside = (folder / "exercises").is_dir()
    known = load_exercises((folder,) if inside else ())
    taken = {*known, *(function for each in known.values() for function in each.functions)}
    for path in write_new(name, folder, taken):
        say(f"{plain(str(path))}\n")
    course = shlex.quote(plain(str(folder)))
    say(f"\nnext: change them, and run nncheck selfcheck {name} --exercises {course}\n")

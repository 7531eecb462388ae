"""`nncheck release`: what students and instructors are given."""

from pathlib import Path

import click

from nncheck.cli.options import exercise_folders


@click.command("release")
@click.argument("names", nargs=-1, metavar="EXERCISE...|FILE...")
@click.option(
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder to write to.",
)
@click.option(
    "--assignment",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Functions, points and deadline, in TOML.",
)
@click.option("--instructor", is_flag=True, help="Also write the solved files.")
@click.option(
    "--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="Language of the texts."
)
@click.option("--overwrite", is_flag=True, help="Replace files that are there already.")
@exercise_folders
def command(
    names: tuple[str, ...],
    folder: Path,
    assignment: Path | None,
    instructor: bool,
    lang: str,
    overwrite: bool,
    folders: tuple[Path, ...],
) -> None:
    """Write the student's .py and .ipynb: statements and stubs, without solutions.

    One pair of files for each EXERCISE, or one for all of an assignment. Of a FILE of yours, .py or .ipynb,
    the marked solutions and hidden tests are left out (### BEGIN SOLUTION, # SOLUTION). What was written is
    read again and graded: stubs earn nothing, and the solved files of --instructor everything.
    """
    from nncheck.cli.releasing import Request, run

    run(Request(names, folder, assignment, instructor, lang, overwrite, folders))

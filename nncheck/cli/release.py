"""`nncheck release`: what students and instructors are given."""

from pathlib import Path

import click

from nncheck.cli import completing
from nncheck.cli.options import exercise_folders
from nncheck.errors import UsageError

PATH = click.Path(path_type=Path)


@click.command("release")
@click.argument(
    "names", nargs=-1, metavar="EXERCISE...|FILE...", shell_complete=completing.exercises_or_files
)
@click.option(
    "--output",
    "folder",
    type=PATH,
    required=True,
    metavar="DIR|FILE.zip",
    help="The folder to write to, or the archive of --gradescope.",
)
@click.option(
    "--assignment",
    type=PATH,
    metavar="FILE",
    help="Functions, points and deadline, in TOML.",
)
@click.option(
    "--site", is_flag=True, help="Write a site: pages of the exercises, or of all, in each language."
)
@click.option("--instructor", is_flag=True, help="Also write the solved files.")
@click.option(
    "--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="Language of the texts."
)
@click.option("--overwrite", is_flag=True, help="Replace files that are there already.")
@click.option("--gradescope", is_flag=True, help="Write an autograder for Gradescope instead, a zip archive.")
@click.option("--wheel", type=PATH, metavar="FILE", help="A wheel of nncheck for it to install.")
@click.option("--torch", is_flag=True, help="Let it install torch, for submissions that use it.")
@click.option(
    "--seed-file", type=PATH, metavar="FILE", help="A secret seed for it, made where there is no such file."
)
@exercise_folders
def command(
    names: tuple[str, ...],
    folder: Path,
    assignment: Path | None,
    site: bool,
    instructor: bool,
    lang: str,
    overwrite: bool,
    gradescope: bool,
    wheel: Path | None,
    torch: bool,
    seed_file: Path | None,
    folders: tuple[Path, ...],
) -> None:
    """Write the student's .py and .ipynb: statements and stubs, without solutions.

    One pair of files for each EXERCISE, or one for all of an assignment. Of a FILE of yours, .py or .ipynb,
    the marked solutions and hidden tests are left out (### BEGIN SOLUTION, # SOLUTION). What was written is
    read again and graded: stubs earn nothing, and the solved files of --instructor everything.
    """
    if gradescope and (site or instructor):
        raise UsageError("--gradescope writes an autograder alone: leave --site and --instructor out")
    if not gradescope and (wheel or torch or seed_file):
        raise UsageError("--wheel, --torch and --seed-file are for an autograder: add --gradescope")
    if site:
        from nncheck.cli.exercise_pages import write_site

        if assignment or instructor:
            raise UsageError("--site takes exercises alone: leave --assignment and --instructor out")
        write_site(names, folder, lang, overwrite, folders)
        return
    if gradescope:
        from nncheck.cli import releasing_gradescope as autograder

        autograder.run(
            autograder.Request(names, folder, assignment, overwrite, folders, wheel, seed_file, torch)
        )
        return
    from nncheck.cli.releasing import Request, run

    run(Request(names, folder, assignment, instructor, lang, overwrite, folders))

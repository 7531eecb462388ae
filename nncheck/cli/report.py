"""`nncheck report`: stored results -> pages, tables and files for a learning platform."""

from pathlib import Path
from typing import Any

import click

from nncheck.cli import completing
from nncheck.cli.options import exercise_folders, reading_language

PATH = click.Path(path_type=Path)


@click.command("report")
@click.argument("source", shell_complete=completing.files)
@click.option(
    "--format",
    "format_name",
    default="text",
    metavar="NAME",
    help="text (the default), html, json, csv, canvas, moodle, statistics, junit, github, classroom,"
    " gradescope or sarif.",
)
@click.option("--output", type=PATH, metavar="PATH", help="Write to a file; html also to a folder.")
@click.option("--student", metavar="NAME", help="Only the submissions of this student.")
@click.option(
    "--roster", type=PATH, metavar="FILE", help="The CSV that Canvas or Moodle exported, to be filled in."
)
@click.option("--assignment", metavar="TITLE", help="The title, or the number, of the column in Canvas.")
@reading_language
@exercise_folders
@click.option("--history", is_flag=True, help="All that was handed in over time, as text or csv.")
def command(**options: Any) -> None:
    """Turn stored results into reports.

    SOURCE is a gradebook of `nncheck grade --gradebook`, as a path or a postgresql:// address, or a
    report that `nncheck grade --format json` wrote.
    """
    from nncheck.cli.reporting import Request, run

    run(Request(**options))

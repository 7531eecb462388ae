"""`nncheck grade`: submissions -> a report and an exit code."""

import os
from pathlib import Path
from typing import Any

import click

from nncheck.cli import completing
from nncheck.cli.options import exercise_folders, reading_language

PATH = click.Path(path_type=Path)
LEVELS = ["strong", "medium", "basic"]  # of isolation, that can be required


@click.command("grade")
@click.argument("paths", nargs=-1, required=True, metavar="SUBMISSION...", type=PATH)
@click.option(
    "--exercise",
    "exercise_names",
    multiple=True,
    metavar="NAME",
    help="Every function of it counts.",
    shell_complete=completing.exercises,
)
@click.option(
    "--function",
    "functions",
    multiple=True,
    metavar="NAME",
    help="Only this function (repeatable).",
    shell_complete=completing.functions,
)
@click.option(
    "--assignment", type=PATH, metavar="FILE", help="The functions of an assignment count, for its points."
)
@click.option(
    "--format",
    "format_name",
    default="text",
    metavar="NAME",
    shell_complete=completing.formats,
    help="text (default), html, json, csv, junit, github, classroom, gradescope or sarif.",
)
@click.option("--output", type=PATH, metavar="PATH", help="Write the report to a file.")
@click.option(
    "--device", type=click.Choice(["auto", "cpu", "cuda", "all"]), default="auto", help="For torch."
)
@click.option(
    "--backend", type=click.Choice(["auto", "numpy", "torch"]), default="auto", help="Kind of arrays."
)
@click.option("--seed", type=click.IntRange(min=0), metavar="N", help="Of the generated inputs (default 0).")
@click.option("--seed-file", type=PATH, metavar="PATH", help="A secret seed: a file of 16 bytes or more.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Submissions at a time.")
@click.option(
    "--gradebook",
    metavar="PATH-or-URL",
    help="Keep results; grade only what changed.",
    shell_complete=completing.files,
)
@click.option(
    "--executor",
    default="local",
    metavar="local|dask://HOST:PORT",
    help="Grade on the workers of a cluster.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit with 1 below this score (default: 100 for one submission, none for several).",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="For one call of a function.",
)
@click.option("--memory", type=click.IntRange(min=1), metavar="MIB", help="For one submission.")
@click.option("--require-isolation", "level", type=click.Choice(LEVELS), help="Refuse to grade with less.")
@click.option("--allow-unsandboxed", is_flag=True, help="Grade, as practice, where nothing isolates.")
@click.option(
    "--public", is_flag=True, help="Leave out the checks that the --assignment hides from students."
)
@click.option("--watch", is_flag=True, help="Grade again whenever a file is saved, until Ctrl-C.")
@reading_language
@exercise_folders
@click.pass_context
def command(context: click.Context, /, **options: Any) -> None:
    """Grade submissions: .py and .ipynb files, folders of them, and zip archives as platforms export them.

    Exit codes: 0 all graded and at or above --fail-under; 1 graded, but below; 2 wrong usage, or the
    one file named cannot be read; 3 nncheck itself failed.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # we multiply no large matrices, and share the cores
    from nncheck.cli.early import early_zygote, is_single
    from nncheck.settings import limits_for

    limits = limits_for(options["timeout"], options["memory"])
    single = is_single(options["paths"], options["gradebook"], options["executor"])
    zygote = early_zygote(limits) if single else None  # starts while we import numpy and the rest
    from nncheck.cli.grading import Request, run

    if options["watch"]:
        from nncheck.cli.watching import run
    context.exit(run(Request(**options), limits, zygote))

"""`nncheck verify`: printed numbers and statements, and whether they are right."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nncheck.cli.options import exercise_folders, reading_language

if TYPE_CHECKING:
    from nncheck.cli.verifying_notes import NotesChecker

PATH = click.Path(path_type=Path)
LEVELS = ["strong", "medium", "basic"]  # of isolation, that can be required


@click.command("verify")
@click.argument("paths", nargs=-1, metavar="[FILE]...", type=PATH)
@click.option(
    "--format",
    "format_name",
    default="text",
    metavar="NAME",
    help="text (the default), html, json, github, junit or sarif.",
)
@click.option(
    "--output",
    type=PATH,
    metavar="PATH",
    help="Write the findings, or with --fix the corrected notes, to a file.",
)
@click.option("--strict", is_flag=True, help="What is undecided or not run fails as well.")
@click.option("--fix", is_flag=True, help="Write corrected notes beside them: notes.fixed.md.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="For one program of notes.",
)
@click.option("--require-isolation", "level", type=click.Choice(LEVELS), help="Run no notes with less.")
@reading_language
@exercise_folders
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    format_name: str,
    output: Path | None,
    strict: bool,
    fix: bool,
    timeout: float | None,
    level: str | None,
    lang: str,
    folders: tuple[Path, ...],
) -> None:
    """Check the printed numbers and statements of worked examples.

    FILE is a claims file (.toml), or notes (.md, .ipynb, .py, .txt, .rst): their programs are run in a
    sandbox, and the results that are printed in comments, output blocks and cells are compared with what
    the programs print. Without FILE, the claims that ship with nncheck are checked: what five notes and
    a famous page print and state.

    Exit codes: 0 all true; 1 something is false or imprecise (an interval open where it is closed, a
    loose "about 0"); 2 wrong usage; 3 nncheck itself failed. What is undecided does not fail unless
    --strict is given.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # nothing large is multiplied here
    from nncheck.cli.output import check_writable, say, write
    from nncheck.cli.speaking import screen_for
    from nncheck.cli.verifying import exit_code, verified
    from nncheck.errors import unknown_name
    from nncheck.report import VERIFY_FORMATS

    if format_name not in VERIFY_FORMATS:
        raise unknown_name("format", format_name, VERIFY_FORMATS)
    if output is not None:
        check_writable(output)
    to_screen = output is None or fix
    screen = screen_for(lang, folders, None if to_screen else output)
    checker = notes_checker(paths, level, timeout, fix, output)
    try:
        found = verified(paths, folders, notes=checker)
    finally:
        if checker is not None:
            checker.close()
    text = VERIFY_FORMATS[format_name].render(found, screen)
    if to_screen or output is None:
        say(text)
    else:
        write(output, text)
    for remark in checker.remarks if checker else ():
        click.echo(remark, err=format_name != "text" or not to_screen)
    context.exit(exit_code(found, strict))


def notes_checker(
    paths: tuple[Path, ...], level: str | None, timeout: float | None, fix: bool, output: Path | None
) -> "NotesChecker | None":
    """What checks notes, if there are any among the files."""
    from nncheck.cli.verifying import CLAIMS
    from nncheck.errors import UsageError

    notes = [path for path in paths if path.suffix != CLAIMS]
    if fix and (not notes or (output is not None and len(paths) > 1)):
        raise UsageError("--fix corrects notes: name some, and only one with --output")
    if not notes:
        return None
    from nncheck.cli.verifying_notes import NotesChecker

    return NotesChecker(level or "basic", timeout, fix, output if fix else None)

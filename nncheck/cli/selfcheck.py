"""`nncheck selfcheck`: the exercises grade themselves."""

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nncheck.cli import completing
from nncheck.cli.options import exercise_folders

if TYPE_CHECKING:
    from nncheck.authoring.findings import Finding


@click.command("selfcheck")
@click.argument("names", nargs=-1, metavar="[EXERCISE]...", shell_complete=completing.exercises)
@click.option(
    "--solutions",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where right and wrong solutions are; by default beside the exercises.",
)
@exercise_folders
@click.pass_context
def command(
    context: click.Context, names: tuple[str, ...], solutions: Path | None, folders: tuple[Path, ...]
) -> None:
    """Prove that the exercises hold.

    Right solutions pass, wrong ones fail for the reason they state, and every check is able to fail.
    Exit code 1 when an exercise does not hold.
    """
    from nncheck.authoring.findings import ERROR
    from nncheck.authoring.selfcheck import selfcheck
    from nncheck.cli.output import say, screen_of_stdout
    from nncheck.cli.progress import Progress
    from nncheck.errors import ExitCode, UsageError, unknown_name
    from nncheck.spec import load_exercises

    exercises = load_exercises(folders)
    for name in names:
        if name not in exercises:
            raise unknown_name("exercise", name, exercises)
    if solutions is not None and not solutions.is_dir():
        raise UsageError(f"--solutions {solutions} is no folder")
    checked = names or tuple(exercises)
    with Progress("checking exercises") as progress:
        findings = selfcheck(exercises, checked, solutions or _beside(folders), progress.message)
    width = screen_of_stdout().columns
    for finding in sorted(findings, key=lambda each: each.severity == ERROR):
        say(f"{textwrap.fill(_line(finding), width, subsequent_indent='  ')}\n")
    errors = sum(finding.severity == ERROR for finding in findings)
    say(f"{', '.join(checked)}: {errors or 'no'} error{'s' * (errors != 1)}\n")
    context.exit(ExitCode.BELOW if errors else ExitCode.OK)


def _line(finding: "Finding") -> str:
    """A note speaks for itself; an error says that it is one."""
    where = f"{finding.exercise}.{finding.function}" if finding.function else finding.exercise
    return f"{where}: {'error: ' * (finding.severity == 'error')}{finding.message}"


def _beside(folders: tuple[Path, ...]) -> Path | None:
    """The solutions of the last folder named, or those of the checkout that nncheck runs from."""
    checkout = Path(__file__).resolve().parents[2]
    candidates = [folder / "solutions" for folder in reversed(folders)]
    if (checkout / "exercises").is_dir():
        candidates.append(checkout / "solutions")
    return next((candidate for candidate in candidates if candidate.is_dir()), None)

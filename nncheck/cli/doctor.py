"""`nncheck doctor`: what holds student code on this machine, shown by attacks, and what is installed."""

import os
from pathlib import Path

import click

LEVELS = ["strong", "medium", "basic"]


@click.command("doctor")
@click.option(
    "--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="text by default."
)
@click.option("--output", type=click.Path(path_type=Path), metavar="PATH", help="Write it to a file.")
@click.option("--require-isolation", "level", type=click.Choice(LEVELS), help="Exit with 3 for less.")
@click.option("--torch", is_flag=True, help="Also start torch: its devices, and a torch submission.")
@click.pass_context
def command(
    context: click.Context, format_name: str, output: Path | None, level: str | None, torch: bool
) -> None:
    """Try isolation, devices and libraries here.

    Small hostile programs attack a process, files and a port that are made for it, with all layers and,
    to show that they are able to, without.

    Exit codes: 0 nothing is wrong; 2 wrong usage; 3 --require-isolation is not met, an attack succeeds
    that the level found rules out, or an honest submission fails.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # nothing large is multiplied here
    from nncheck.cli import doctor_json, doctor_text
    from nncheck.cli.output import check_writable, say, screen_of_stdout, write
    from nncheck.cli.progress import Progress
    from nncheck.doctor.diagnosis import diagnose
    from nncheck.errors import ExitCode
    from nncheck.report import Screen

    render = {"text": doctor_text.render, "json": doctor_json.render}[format_name]
    if output is not None:
        check_writable(output)
    with Progress("looking at this machine") as progress:
        progress.message("attacking the sandbox")
        diagnosis = diagnose(level, torch)
    if output is None:
        say(render(diagnosis, screen_of_stdout()))
    else:
        write(output, render(diagnosis, Screen()))
    context.exit(ExitCode.GRADER if diagnosis.problems else ExitCode.OK)

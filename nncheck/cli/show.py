"""`nncheck show NAME`: what a function must do, its formula, and a stub to start from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from nncheck.cli import completing
from nncheck.cli.options import exercise_folders, reading_language

if TYPE_CHECKING:
    from nncheck.spec import Exercise


@click.command("show")
@click.argument("name", shell_complete=completing.both)
@click.option(
    "--plot",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Draw it, as a .svg or .png file: NAME.svg if you name none.",
)
@click.option("--stub", is_flag=True, help="Print only the stub: a file to start from.")
@click.option(
    "--format", "format_name", type=click.Choice(("text", "html")), default="text", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@reading_language
@exercise_folders
def command(
    name: str,
    plot: str | None,
    stub: bool,
    format_name: str,
    lang: str,
    output: Path | None,
    folders: tuple[Path, ...],
) -> None:
    """Show what a function must do, its formula, and a stub to start from.

    NAME is a function (sigmoid), an exercise (activations), or both (activations.sigmoid).

    \b
    nncheck show sigmoid
    nncheck show sigmoid --stub > submission.py
    nncheck show sigmoid --format html --output sigmoid.html
    """
    from nncheck.cli.describing import described, stub_file
    from nncheck.cli.output import check_writable, say, write
    from nncheck.cli.speaking import screen_for
    from nncheck.errors import UsageError
    from nncheck.spec import load_exercises

    if stub + (plot is not None) + (format_name == "html") > 1:
        raise UsageError("--stub, --plot and --format html show different things: ask for one at a time")
    if output is not None:
        check_writable(output)
    exercises = load_exercises(folders)
    if plot is not None:
        text = drawing(name, exercises, Path(plot or f"{name}.svg"))
    elif stub:
        text = stub_file(name, exercises, folders)
    elif format_name == "html":
        from nncheck.cli.exercise_pages import shown

        text = shown(name, exercises, lang)
    else:
        text = described(name, exercises, screen_for(lang, folders, output), folders)
    if output is None or plot is not None:
        say(text)
    else:
        write(output, text)


def drawing(name: str, exercises: "dict[str, Exercise]", path: Path) -> str:
    """Writes the picture, and says so.

    Raises UsageError where matplotlib is missing, or there is nothing to draw.
    """
    from nncheck.cli.output import check_writable, write_bytes
    from nncheck.errors import UsageError

    check_writable(path, "--plot")
    try:
        from nncheck.plots.picture import picture
        from nncheck.plots.style import drawn, kind_of
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        raise UsageError(
            "plots need matplotlib, which is not installed: pip install 'nncheck[plots]'"
        ) from None
    kind = kind_of(path)
    write_bytes(path, drawn(picture(name, exercises), kind), "--plot")
    return f"{path}\n"

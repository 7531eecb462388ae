"""`nncheck derive NAME`: the derivation of a function, or of the gradient of a network, step by step."""

from pathlib import Path

import click

from nncheck.cli import completing
from nncheck.cli.options import exercise_folders

FORMATS = ("text", "markdown", "notebook", "html")


@click.command("derive")
@click.argument("name", shell_complete=completing.both)
@click.option("--wrt", metavar="PARAMETER", help="Differentiate in this entry, such as W1[0,0] or lr.")
@click.option("--numbers/--no-numbers", default=None, help="With the numbers of the worked example.")
@click.option(
    "--values", metavar="FILE|TEXT", help='Your own numbers: a .json or .toml file, or {"x": [0.5, 1]}.'
)
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--lang",
    type=click.Choice(("en", "zh")),
    default="en",
    show_default=True,
    help="Language of the sentences.",
)
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file.")
@exercise_folders
def command(
    name: str,
    wrt: str | None,
    numbers: bool | None,
    values: str | None,
    format_name: str,
    lang: str,
    output: Path | None,
    folders: tuple[Path, ...],
) -> None:
    """Show a derivative step by step, with symbols and numbers.

    NAME is a function (sigmoid) or an exercise (backprop). Networks show the forward pass, every factor of
    the chain rule, their products, and the update; numbers are those of the worked example unless you say
    otherwise. Every printed number is checked to be the exact one, rounded.

    \b
    nncheck derive sigmoid
    nncheck derive backprop --wrt W1[0,0]
    nncheck derive backprop --wrt W2[1,0] --format html --output page.html
    nncheck derive backprop --values '{"x": [1, 2], "lr": 0.1}'
    """
    from nncheck.cli.output import check_writable, say, write
    from nncheck.cli.speaking import screen_for
    from nncheck.derive.derivation import derivation
    from nncheck.derive.formats import rendered
    from nncheck.derive.values import read_values
    from nncheck.spec import load_exercises

    if output:
        check_writable(output)
    screen = screen_for(lang, folders, output)
    given = read_values(values) if values else None
    page = derivation(name, load_exercises(folders), wrt=wrt, values=given, numbers=numbers, language=lang)
    text = rendered(page, format_name, width=screen.columns, colour=screen.colour)
    if output:
        write(output, text)
    else:
        say(text)

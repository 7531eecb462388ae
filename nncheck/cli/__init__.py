"""The command line. A command is a module with a click command named `command`.

Heavy imports wait inside the commands, so that `nncheck --help` answers at once.
"""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, cast

import click

from nncheck import __version__
from nncheck.cli.failing import guarded

COMMANDS: dict[str, str] = {
    "grade": "nncheck.cli.grade",
    "list": "nncheck.cli.list",
    "selfcheck": "nncheck.cli.selfcheck",
    "show": "nncheck.cli.show",
}


class Commands(click.Group):
    """A group that imports a command when it is asked for, and turns every failure into a sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None: click then says that it is unknown."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(COMMANDS[cmd_name]).command)

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; what escapes from it becomes an exit code and one line on stderr."""
        with guarded(debug=ctx.params["debug"]):
            return super().invoke(ctx)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show a traceback when nncheck itself fails.")
@click.version_option(__version__, prog_name="nncheck")
def group(debug: bool) -> None:
    """Grade implementations of neural-network basics, with reasons."""


def main() -> NoReturn:
    """The entry point of the `nncheck` command."""
    gc.set_threshold(50_000, 20, 20)  # imports make many objects and no garbage: 20 ms less to start
    try:
        group(prog_name="nncheck")
    except SystemExit as end:
        leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    leave(0)


def leave(code: int) -> NoReturn:
    """End the process as it is: taking numpy and rich apart would cost 40 ms, and all is written."""
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)

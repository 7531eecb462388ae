"""All commands. A command is a module with a click command named `command`.

Heavy imports wait inside the commands, so that `nncheck --help` answers at once.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, cast

import click

from nncheck import __version__
from nncheck.cli.failing import guarded
from nncheck.errors import UsageError

COMMANDS: dict[str, str] = {
    "completion": "nncheck.cli.completion",
    "derive": "nncheck.cli.derive",
    "doctor": "nncheck.cli.doctor",
    "grade": "nncheck.cli.grade",
    "list": "nncheck.cli.list",
    "new": "nncheck.cli.new",
    "release": "nncheck.cli.release",
    "report": "nncheck.cli.report",
    "selfcheck": "nncheck.cli.selfcheck",
    "show": "nncheck.cli.show",
    "verify": "nncheck.cli.verify",
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
            refuse_files_as_options(sys.argv[1:])
            return super().invoke(ctx)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show a traceback when nncheck itself fails.")
@click.version_option(__version__, prog_name="nncheck")
def group(debug: bool) -> None:
    """Grade implementations of neural-network basics, with reasons."""


def run() -> NoReturn:
    """Do what the arguments of this process ask for, and end it."""
    try:
        group(prog_name="nncheck")
    except SystemExit as end:
        leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    leave(0)


def refuse_files_as_options(arguments: list[str]) -> None:
    """A student's file named --exercises=. would be an option where a shell puts file names for a *."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for option in options:
        if option.startswith("-") and os.path.lexists(option):
            raise UsageError(f"{option} is the name of a file here; write ./{option} or -- before file names")


def leave(code: int) -> NoReturn:
    """End the process as it is: taking numpy and rich apart would cost 40 ms, and all is written."""
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)

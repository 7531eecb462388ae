"""What goes wrong in a command -> one sentence on stderr and an exit code."""

import os
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import click

from nncheck.errors import ExitCode, NncheckError

LONGEST = 2000  # characters of a message
LOG_COMMAND = re.compile(r"([:#])(?=\1)")  # build servers obey ::error:: and ##[error]
INTERRUPTED, BROKEN_PIPE = 130, 141  # as a shell reports SIGINT and SIGPIPE


@contextmanager
def guarded(debug: bool) -> Iterator[None]:
    """Lets exits of click and ourselves pass; everything else is explained without a traceback."""
    try:
        yield
        sys.stdout.flush()
    except click.UsageError as error:  # it quotes arguments, and those may be names of files
        raise click.UsageError(shown(error.format_message()), error.ctx) from None
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)  # an orderly exit would wait for threads, and those for hanging submissions
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at its end
        raise SystemExit(BROKEN_PIPE) from None
    except NncheckError as error:
        click.echo(f"nncheck: {shown(str(error))}", err=True)
        raise SystemExit(int(error.exit_code)) from None
    except Exception as error:  # noqa: BLE001  a defect of ours must not look like a student's
        if debug:
            traceback.print_exc()
        kind = f"{type(error).__name__}: {error}"
        message = f"nncheck failed: {shown(kind)}; please report this (nncheck --debug shows where)"
        click.echo(message, err=True)
        raise SystemExit(int(ExitCode.GRADER)) from None


def shown(text: str) -> str:
    """The line as stderr can show it: click writes UTF-8 even where that is none of its encodings."""
    encoding = sys.stderr.encoding or "ascii"
    return printable(text).encode(encoding, "backslashreplace").decode(encoding)


def printable(text: str) -> str:
    """One line that steers no terminal and no log; it imports nothing, for use when imports fail."""
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text[:LONGEST])
    return LOG_COMMAND.sub(r"\1 ", line)

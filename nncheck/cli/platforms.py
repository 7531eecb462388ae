"""What platforms need beside a report: a file that is there whatever happens, and a page for the job."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nncheck.cli.failing import printable
from nncheck.cli.output import write
from nncheck.errors import UsageError
from nncheck.records import Report
from nncheck.report import Format

UNFINISHED = "nncheck was stopped before it had finished; please try again"
JOB_SUMMARY = "GITHUB_STEP_SUMMARY"


@contextmanager
def always_written(format_: Format, output: Path | None) -> Iterator[None]:
    """A valid file from the start on, for platforms that take a missing one for their own failure.

    It says that grading did not finish, until a report takes its place or it is known what went wrong.
    """
    unfinished = format_.failed(UNFINISHED) if output else None
    if output is None or unfinished is None:
        yield
        return
    write(output, unfinished)
    try:
        yield
    except Exception as error:
        with suppress(UsageError):  # what went wrong may be that it cannot be written
            write(output, format_.failed(printable(str(error) or type(error).__name__)) or unfinished)
        raise


def append_job_summary(format_: Format, report: Report) -> None:
    """Adds the report to the page of the job that this process is a step of, where the format has one."""
    path = os.environ.get(JOB_SUMMARY)
    summary = format_.summary(report) if path else None
    if path and summary:
        try:
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(summary)
        except OSError as error:
            raise UsageError(f"cannot write ${JOB_SUMMARY} {path}: {error.strerror}") from None

"""What `nncheck grade --format html` writes: a student's page, or those of a class."""

import sys
from collections.abc import Mapping
from pathlib import Path

from nncheck.cli.class_pages import check_folder, is_folder, write_pages
from nncheck.cli.output import check_writable, write
from nncheck.pages.html import render
from nncheck.pages.student import student_page
from nncheck.records import Report, Submission
from nncheck.report import Screen
from nncheck.report.students import students
from nncheck.spec import Exercise


def check(output: Path | None, single: bool) -> None:
    """Finds out before the work whether the pages can be kept."""
    if output is not None and not single and is_folder(output):
        check_folder(output)
    elif output is not None:
        check_writable(output)


def write_student(
    report: Report, source: Submission, exercises: Mapping[str, Exercise], output: Path | None, screen: Screen
) -> None:
    """The page on a submission, with its code and the formulas."""
    _put(student_page(report.submissions[0], report.environment, screen.language, source, exercises), output)


def write_class(
    report: Report, exercises: Mapping[str, Exercise], output: Path | None, screen: Screen
) -> None:
    """A folder of pages, or the page about the class alone."""
    if output is not None and is_folder(output):
        who = students([each.submission for each in report.submissions])
        write_pages(report, who, None, output, screen.language, exercises)
    else:
        _put(render(report, screen), output)


def _put(page: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(page.encode())  # whatever the terminal's encoding is, the page says UTF-8
        sys.stdout.flush()
    else:
        write(output, page)

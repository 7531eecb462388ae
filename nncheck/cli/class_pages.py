"""Results -> a page about the class; in a folder, also a page for each submission."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from nncheck.cli.output import check_writable, write
from nncheck.errors import UsageError
from nncheck.language.language import ENGLISH, Language
from nncheck.pages.classroom import class_page
from nncheck.pages.overview import Overview
from nncheck.pages.student import student_page
from nncheck.pages.timeline import timeline
from nncheck.records import Report
from nncheck.report.students import Student
from nncheck.spec import Exercise

INDEX, FOLDER, SUFFIX = "index.html", "students", ".html"

Times = Iterable[tuple[str, float]]  # names of submissions, and when they became what they were


def is_folder(output: Path | None) -> bool:
    """Whether pages go into a folder: it is one, or is not named like a page."""
    return output is not None and (output.is_dir() or output.suffix.lower() != SUFFIX)


def check_output(output: Path) -> None:
    """Finds out before the work whether the page, or the pages, can be kept."""
    if is_folder(output):
        check_folder(output)
    else:
        check_writable(output)


def check_folder(output: Path) -> None:
    """The same for a folder."""
    if output.exists() and not output.is_dir():
        raise UsageError(f"--output {output} is a file; name a folder, or a page that ends with {SUFFIX}")
    check_writable(output / INDEX if output.is_dir() else output)


def one_page(
    report: Report,
    who: Mapping[str, Student],
    times: Times | None,
    language: Language = ENGLISH,
    exercises: Mapping[str, Exercise] | None = None,
) -> str:
    """The page about the class by itself; for a single submission, the student's."""
    if len(report.submissions) == 1:
        return student_page(report.submissions[0], report.environment, language, exercises=exercises)
    found = _overview(times)
    for result in report.submissions:
        found.add(result)
    return class_page(found, who, language=language)


def write_pages(
    report: Report,
    who: Mapping[str, Student],
    times: Times | None,
    output: Path,
    language: Language = ENGLISH,
    exercises: Mapping[str, Exercise] | None = None,
) -> None:
    """The folder: a page for each submission, one after the other, and then the one that links to them."""
    found = _overview(times)
    _make(output / FOLDER)
    for result in report.submissions:
        name = page_name(result.submission)
        shown = student_page(result, report.environment, language, exercises=exercises)
        write(output / name, shown)
        found.add(result, name)
    write(output / INDEX, class_page(found, who, language=language))


def page_name(submission: str) -> str:
    """Where a submission is shown: the same in every report, and nothing of the submission's own name."""
    digest = sha256(submission.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{FOLDER}/{digest[:16]}{SUFFIX}"


def _overview(times: Times | None) -> Overview:
    return Overview(None if times is None else timeline(times))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {folder} for --output: {error.strerror}") from None

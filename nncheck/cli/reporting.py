"""What was asked of `nncheck report` -> the file, written, and remarks on stderr."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from nncheck.cli.failing import printable
from nncheck.cli.output import check_writable, say, write_pieces
from nncheck.cli.platforms import append_job_summary
from nncheck.cli.sources import Source, opened
from nncheck.cli.speaking import screen_for, spoken
from nncheck.errors import UsageError, unknown_name
from nncheck.language.known import ENGLISH_CODE
from nncheck.records import Report
from nncheck.report import FORMATS, canvas, csv, history, moodle, statistics
from nncheck.report.grades import Grade, grades
from nncheck.report.roster import Sheet
from nncheck.report.students import Student, students

HTML = "html"  # pages: one, or a folder of them


@dataclass(frozen=True)
class Request:
    """The options of the command."""

    source: str
    format_name: str
    output: Path | None
    student: str | None
    roster: Path | None
    assignment: str | None
    history: bool
    lang: str = ENGLISH_CODE
    folders: tuple[Path, ...] = ()  # of exercises, whose strings may be read in another language


@dataclass(frozen=True)
class Asked:
    """A request, and what there is to report on: the students of the submissions asked for."""

    request: Request
    source: Source
    who: Mapping[str, Student]

    def grades(self) -> list[Grade]:
        """A grade for each student."""
        return grades(self.report().submissions, self.who)

    def report(self) -> Report:
        """On all of them."""
        return self.source.report(self.who)


def run(request: Request) -> None:
    """Writes the report."""
    if request.format_name not in _FORMATS:
        raise unknown_name("format", request.format_name, _FORMATS)
    if request.roster is not None and request.format_name not in ("canvas", "moodle"):
        raise UsageError("--roster is for --format canvas and moodle")
    if request.assignment is not None and request.format_name != "canvas":
        raise UsageError("--assignment is for --format canvas")
    _check_output(request)
    with opened(request.source) as source:
        who = _chosen(students(source.names()), request.student)
        asked = Asked(request, source, who)
        remarks = _write(
            request, _history(asked) if request.history else _FORMATS[request.format_name](asked)
        )
    for remark in remarks:
        click.echo(printable(f"nncheck: {remark}"), err=True)


def _check_output(request: Request) -> None:
    """Finds out before the work whether its result can be kept."""
    if request.output is not None and request.format_name == HTML:
        from nncheck.cli.class_pages import check_output  # Jinja2 need not be installed

        check_output(request.output)
    elif request.output is not None:
        check_writable(request.output)


def _write(request: Request, result: Sheet | Iterable[str]) -> Sequence[str]:
    pieces, remarks = ([result.text], result.remarks) if isinstance(result, Sheet) else (result, ())
    if request.output is not None and request.output.is_dir():  # of pages, which are written
        return remarks
    if request.output is not None:
        write_pieces(request.output, pieces)
        return remarks
    for piece in pieces:
        say(piece)
    return remarks


def _chosen(who: Mapping[str, Student], name: str | None) -> Mapping[str, Student]:
    """The submissions of one student, by the name or the number that the platform has; or all."""
    if name is None:
        return who
    wanted = name.casefold()
    found = {path: each for path, each in who.items() if wanted in (each.name.casefold(), each.id.casefold())}
    if not found:
        raise unknown_name("student", name, {each.name for each in who.values()})
    return found


def _text(asked: Asked) -> Iterable[str]:
    screen = screen_for(asked.request.lang, asked.request.folders, asked.request.output)
    return FORMATS["text"].pieces(asked.report(), screen)


def _platform(asked: Asked) -> Iterable[str]:
    format_, report = FORMATS[asked.request.format_name], asked.report()
    append_job_summary(format_, report)
    return format_.pieces(report)


def _json(asked: Asked) -> Iterable[str]:
    return asked.source.json(asked.who)


def _csv(asked: Asked) -> Iterable[str]:
    return csv.table(asked.report().submissions, asked.who)


def _canvas(asked: Asked) -> Sheet:
    roster, title = asked.request.roster, asked.request.assignment
    if roster is None:
        return canvas.new_sheet(asked.grades(), title)
    return canvas.filled(asked.grades(), title, _exported(roster), str(roster))


def _moodle(asked: Asked) -> Sheet:
    roster = asked.request.roster
    if roster is None:
        return moodle.new_sheet(asked.grades())
    return moodle.filled(asked.grades(), _exported(roster), str(roster))


def _html(asked: Asked) -> Iterable[str]:
    from nncheck.cli import class_pages
    from nncheck.spec import load_exercises

    request, report, times = asked.request, asked.report(), asked.source.times(asked.who)
    language, exercises = spoken(request.lang, request.folders), load_exercises(request.folders)
    if request.output is not None and class_pages.is_folder(request.output):
        class_pages.write_pages(report, asked.who, times, request.output, language, exercises)
        return []
    return [class_pages.one_page(report, asked.who, times, language, exercises)]


def _statistics(asked: Asked) -> Iterable[str]:
    return [statistics.render(statistics.gathered(asked.report().submissions))]


def _history(asked: Asked) -> Iterable[str]:
    writers = {"text": history.as_text, "csv": history.as_csv}
    if asked.request.format_name not in writers:
        raise UsageError("--history is written as text or csv; leave --format out, or give csv")
    versions = (
        version for name, each in asked.who.items() for version in asked.source.history(name, each.name)
    )
    return [writers[asked.request.format_name](versions)]


def _exported(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot read --roster {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"--roster {path} is not UTF-8 text; export it again as CSV") from None


_FORMATS: dict[str, Callable[[Asked], Sheet | Iterable[str]]] = {
    "canvas": _canvas,
    "classroom": _platform,
    "csv": _csv,
    "github": _platform,
    "gradescope": _platform,
    "html": _html,
    "json": _json,
    "junit": _platform,
    "moodle": _moodle,
    "sarif": _platform,
    "statistics": _statistics,
    "text": _text,
}

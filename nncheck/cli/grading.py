"""What was asked of `nncheck grade` -> the report, written, and the exit code."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from nncheck.cli.early import is_single
from nncheck.cli.grading_many import Many, graded
from nncheck.cli.output import check_writable, say, write_pieces
from nncheck.cli.platforms import always_written, append_job_summary
from nncheck.cli.progress import Progress
from nncheck.cli.speaking import screen_for
from nncheck.errors import ExitCode, unknown_name
from nncheck.language.known import ENGLISH_CODE
from nncheck.pipeline import Grader
from nncheck.records import Limits, Report, SubmissionResult
from nncheck.report import FORMATS, Screen
from nncheck.report.scores import reaches
from nncheck.sandbox.launch import Launched
from nncheck.sandbox.levels import require
from nncheck.scoring import at_fault
from nncheck.seeds import seed_from
from nncheck.settings import Settings
from nncheck.spec import load_exercises
from nncheck.submission import read_submission

HTML = "html"  # pages, for which more is asked and written than the report holds


@dataclass(frozen=True)
class Request:
    """The options of the command, as click has checked them."""

    paths: tuple[Path, ...]
    exercise_names: tuple[str, ...]
    functions: tuple[str, ...]
    format_name: str
    output: Path | None
    device: str
    backend: str
    seed: int | None
    seed_file: Path | None
    jobs: int
    gradebook: str | None
    executor: str
    fail_under: float | None
    timeout: float | None
    memory: int | None
    level: str | None
    allow_unsandboxed: bool
    public: bool
    folders: tuple[Path, ...]
    assignment: Path | None = None
    watch: bool = False
    lang: str = ENGLISH_CODE


def run(request: Request, limits: Limits, zygote: Launched | None) -> ExitCode:
    """Grades, writes the report, and says how it went. `zygote` has been started with `limits`."""
    if request.format_name not in FORMATS:
        raise unknown_name("format", request.format_name, FORMATS)
    _check_output(request)
    _screen(request)  # it fails now, not after the work
    with always_written(FORMATS[request.format_name], request.output):
        return _graded(request, limits, zygote)


def _check_output(request: Request) -> None:
    """Finds out before the work whether the report can be made and kept."""
    if request.format_name == HTML:
        from nncheck.cli import html_pages

        html_pages.check(request.output, single=_is_single(request))
    elif request.output is not None:
        check_writable(request.output)


def _is_single(request: Request) -> bool:
    return is_single(request.paths, request.gradebook, request.executor)


def _graded(request: Request, limits: Limits, zygote: Launched | None) -> ExitCode:
    settings = settings_for(request, limits)
    Thread(target=FORMATS[request.format_name].load, daemon=True).start()  # while we wait for others
    if _is_single(request):
        return _one(request, settings, zygote)
    many = Many(request.paths, request.folders, request.jobs, request.gradebook, request.executor)
    with graded(many, settings, _told(request)) as outcome:
        if request.format_name == HTML:
            from nncheck.cli import html_pages

            exercises = load_exercises(request.folders)
            html_pages.write_class(outcome.report, exercises, request.output, _screen(request))
        else:
            write_report(request, outcome.report)
        return exit_code(outcome.report.submissions, request.fail_under, outcome.troubled)


def settings_for(request: Request, limits: Limits) -> Settings:
    """What the grader must know."""
    settings = Settings(
        exercises=request.exercise_names,
        functions=request.functions,
        device=request.device,
        backend=request.backend,
        seed=seed_from(request.seed, request.seed_file),
        secret_seed=request.seed_file is not None,
        limits=limits,
        level=request.level or ("none" if request.allow_unsandboxed else "basic"),
        public=request.public,
        curves=request.format_name == HTML and _is_single(request),
    )
    if request.assignment is None:
        return settings
    from nncheck.cli.assigned import with_assignment

    return with_assignment(settings, request.assignment, request.folders)


def _one(request: Request, settings: Settings, zygote: Launched | None) -> ExitCode:
    """One submission, in this process: nothing else has to start."""
    exercises = load_exercises(request.folders)
    submission = read_submission(request.paths[0])
    with (
        Progress("grading", 1) as progress,
        Grader(exercises, settings, progress.message, zygote=zygote) as grader,
    ):
        require(settings.level, grader.isolation)
        report = Report(submissions=(grader.grade(submission),), environment=grader.environment())
    if request.format_name == HTML:
        from nncheck.cli import html_pages

        html_pages.write_student(report, submission, exercises, request.output, _screen(request))
    else:
        write_report(request, report)
    return exit_code(report.submissions, request.fail_under)


def _told(request: Request) -> dict[str, object]:
    """The options that a gradebook keeps with its runs."""
    names = ("exercise_names", "functions", "assignment", "seed", "jobs", "executor")
    return {name: getattr(request, name) for name in names}


def write_report(request: Request, report: Report) -> None:
    """Writes it in the format and to the place asked for."""
    format_ = FORMATS[request.format_name]
    screen = _screen(request)
    if request.output is None:
        for piece in format_.pieces(report, screen):
            say(piece)
    else:
        write_pieces(request.output, format_.pieces(report, screen))
    append_job_summary(format_, report)


def _screen(request: Request) -> Screen:
    return screen_for(request.lang, request.folders, request.output)


def exit_code(graded: Sequence[SubmissionResult], fail_under: float | None, troubled: int = 0) -> ExitCode:
    """3 where nncheck itself failed, as on `troubled` of them; 1 where a score is too low, else 0."""
    default = 100.0 if len(graded) == 1 else 0.0
    threshold = default if fail_under is None else fail_under
    below = False
    for result in graded:
        if troubled or at_fault(result):
            return ExitCode.GRADER
        below = below or not reaches(result, threshold)
    return ExitCode.BELOW if below else ExitCode.OK

"""What was asked of `nncheck grade` -> the report, written, and the exit code."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from nncheck.cli.early import is_single
from nncheck.cli.grading_many import Many, graded
from nncheck.cli.output import check_writable, say, screen_of_stdout, write_pieces
from nncheck.cli.platforms import always_written, append_job_summary
from nncheck.cli.progress import Progress
from nncheck.errors import ExitCode, unknown_name
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


def run(request: Request, limits: Limits, zygote: Launched | None) -> ExitCode:
    """Grades, writes the report, and says how it went. `zygote` has been started with `limits`."""
    if request.format_name not in FORMATS:
        raise unknown_name("format", request.format_name, FORMATS)
    if request.output is not None:
        check_writable(request.output)
    with always_written(FORMATS[request.format_name], request.output):
        return _graded(request, limits, zygote)


def _graded(request: Request, limits: Limits, zygote: Launched | None) -> ExitCode:
    settings = settings_for(request, limits)
    Thread(target=FORMATS[request.format_name].load, daemon=True).start()  # while we wait for others
    if is_single(request.paths, request.gradebook, request.executor):
        return _one(request, settings, zygote)
    many = Many(request.paths, request.folders, request.jobs, request.gradebook, request.executor)
    with graded(many, settings, _told(request)) as outcome:
        _write(request, outcome.report)
        return exit_code(outcome.report.submissions, request.fail_under, outcome.troubled)


def settings_for(request: Request, limits: Limits) -> Settings:
    """What the grader must know."""
    return Settings(
        exercises=request.exercise_names,
        functions=request.functions,
        device=request.device,
        backend=request.backend,
        seed=seed_from(request.seed, request.seed_file),
        secret_seed=request.seed_file is not None,
        limits=limits,
        level=request.level or ("none" if request.allow_unsandboxed else "basic"),
        public=request.public,
    )


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
    _write(request, report)
    return exit_code(report.submissions, request.fail_under)


def _told(request: Request) -> dict[str, object]:
    """The options that a gradebook keeps with its runs."""
    return {
        name: getattr(request, name) for name in ("exercise_names", "functions", "seed", "jobs", "executor")
    }


def _write(request: Request, report: Report) -> None:
    format_ = FORMATS[request.format_name]
    if request.output is None:
        for piece in format_.pieces(report, screen_of_stdout()):
            say(piece)
    else:
        write_pieces(request.output, format_.pieces(report, Screen()))
    append_job_summary(format_, report)


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

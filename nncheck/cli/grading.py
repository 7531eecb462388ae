"""What was asked of `nncheck grade` -> the report, written, and the exit code."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from nncheck.cli.output import check_writable, say, screen_of_stdout, write
from nncheck.cli.progress import Progress
from nncheck.cli.reading import Unreadable, read_all
from nncheck.cli.several import Graded, grade_all
from nncheck.errors import ExitCode, unknown_name
from nncheck.pipeline import Grader, Settings
from nncheck.records import Limits, Report, Submission
from nncheck.report import FORMATS, Screen
from nncheck.report.scores import reaches
from nncheck.sandbox.launch import Launched
from nncheck.sandbox.levels import require
from nncheck.scoring import at_fault
from nncheck.seeds import seed_from
from nncheck.spec import Exercise, load_exercises


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
    exercises = load_exercises(request.folders)
    settings = settings_for(request, limits)
    entries = read_all(request.paths)
    graded, report = _graded(request, exercises, settings, entries, zygote)
    _write(request, report)
    return exit_code(graded, request.fail_under)


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


def _graded(
    request: Request,
    exercises: dict[str, Exercise],
    settings: Settings,
    entries: Sequence[Submission | Unreadable],
    zygote: Launched | None,
) -> tuple[list[Graded], Report]:
    with ExitStack() as stack:
        progress = stack.enter_context(Progress("grading", len(entries)))
        graders = [
            stack.enter_context(
                Grader(exercises, settings, progress.message, zygote=None if number else zygote)
            )
            for number in range(min(request.jobs, len(entries)))
        ]
        Thread(target=FORMATS[request.format_name].load, daemon=True).start()  # while we wait for others
        for grader in graders:
            require(settings.level, grader.isolation)
        graded = grade_all(graders, entries, attempted_points(settings, exercises), progress)
        environment = graders[0].environment()
    return graded, Report(submissions=tuple(one.result for one in graded), environment=environment)


def attempted_points(settings: Settings, exercises: dict[str, Exercise]) -> float:
    """What a file that cannot even be read was worth: the exercises asked for by name."""
    functions = [function for name in settings.exercises for function in exercises[name].functions.values()]
    return sum(each.points for each in functions if not settings.functions or each.name in settings.functions)


def _write(request: Request, report: Report) -> None:
    format_ = FORMATS[request.format_name]
    if request.output is None:
        say(format_.render(report, screen_of_stdout()))
    else:
        write(request.output, format_.render(report, Screen()))


def exit_code(graded: Sequence[Graded], fail_under: float | None) -> ExitCode:
    """3 where nncheck itself failed, 1 where a score is too low, else 0."""
    if any(one.trouble or at_fault(one.result) for one in graded):
        return ExitCode.GRADER
    default = 100.0 if len(graded) == 1 else 0.0
    threshold = default if fail_under is None else fail_under
    return ExitCode.OK if all(reaches(one.result, threshold) for one in graded) else ExitCode.BELOW

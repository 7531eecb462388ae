"""What was asked of `nncheck release --gradescope` -> the autograder's zip archive, and remarks."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nncheck.cli.output import check_writable, say, write_bytes
from nncheck.errors import UsageError
from nncheck.records import Limits
from nncheck.release import gradescope
from nncheck.release.assignment import Assignment, chosen, read_assignment
from nncheck.release.autograder import SEED, Part, Plan, worth
from nncheck.report.plain import plain
from nncheck.seeds import SECRET_BYTES, seed_from
from nncheck.spec import Exercise, load_exercises


@dataclass(frozen=True)
class Request:
    """The options of the command, as click has checked them."""

    names: tuple[str, ...]
    output: Path
    assignment: Path | None
    overwrite: bool
    folders: tuple[Path, ...]
    wheel: Path | None
    seed_file: Path | None
    torch: bool


def run(request: Request) -> None:
    """Writes the archive, and says what the instructor should know of it."""
    _check_output(request)
    exercises = load_exercises(request.folders)
    plan = Plan(parts=tuple(_parts(request, exercises)))
    seconds = gradescope.limit(plan, Limits().exercise_wall_seconds, request.seed_file is not None)
    files = dict(_files(request, plan, exercises))
    write_bytes(request.output, gradescope.packed(plan, files, gradescope.scripts(seconds)))
    say(f"{plain(str(request.output))}\n")
    for remark in _remarks(request, plan, exercises, seconds):
        say(f"note: {plain(remark)}\n")


def _check_output(request: Request) -> None:
    if request.output.suffix != ".zip":
        raise UsageError(f"--output {request.output} is no zip archive; with --gradescope name a FILE.zip")
    check_writable(request.output)
    if request.output.exists() and not request.overwrite:
        raise UsageError(f"{request.output} is there already; add --overwrite to replace it")


def _parts(request: Request, exercises: dict[str, Exercise]) -> Iterator[Part]:
    """One for an assignment, else one for each exercise: as many files as students are given."""
    if request.assignment is None:
        if not request.names:
            raise UsageError("nothing to release; name exercises, or an --assignment")
        for name in dict.fromkeys(request.names):
            chosen(Assignment(exercises=(name,)), exercises)
            yield Part(stem=name, exercises=(name,))
        return
    assignment = read_assignment(request.assignment)
    if request.names or not assignment.exercises:
        raise UsageError(f'name the exercises in {request.assignment} alone: exercises = ["softmax"]')
    found = chosen(assignment, exercises)
    yield Part(
        stem=request.assignment.stem,
        exercises=tuple(found),
        functions=assignment.functions,
        points=dict(assignment.points),
        hidden_checks=assignment.hidden_checks,
    )


def _files(request: Request, plan: Plan, exercises: dict[str, Exercise]) -> Iterator[tuple[str, bytes]]:
    used = {name: exercises[name] for part in plan.parts for name in part.exercises}
    yield from gradescope.exercise_files(used)
    wheel = gradescope.wheel_file(request.wheel) if request.wheel else None
    if wheel is not None:
        yield wheel
    yield "requirements.txt", gradescope.requirements(wheel and wheel[0], request.torch)
    if request.seed_file is not None:
        yield SEED, _seed(request.seed_file)


def _seed(path: Path) -> bytes:
    """The secret of the file, which is made where there is none."""
    if not os.path.lexists(path):
        check_writable(path, "--seed-file")
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(os.urandom(2 * SECRET_BYTES))
    seed_from(None, path)  # is it one?
    return path.read_bytes()


def _remarks(request: Request, plan: Plan, exercises: dict[str, Exercise], seconds: int) -> Iterator[str]:
    most = sum(worth(part, exercises) for part in plan.parts)
    yield f"set the assignment's points in Gradescope to {most:g}"
    if seconds > gradescope.USUAL_LIMIT:
        yield f"set its time limit there to {seconds // 60 + 1} minutes or more"
    if request.seed_file is None and request.assignment and read_assignment(request.assignment).hidden:
        yield f"{request.assignment} says hidden = true: add --seed-file, without which all inputs are public"
    if request.seed_file is not None:
        yield f"keep {request.seed_file}: with it, nncheck grade --seed-file gives the same grades"

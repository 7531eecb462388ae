"""The program that an autograder on another platform starts: a plan and a folder -> results.json.

python -I -m nncheck.cli.autograde prepare SOURCE
python -I -m nncheck.cli.autograde grade SOURCE SUBMISSION RESULTS
"""

import os
import sys
from pathlib import Path

from msgspec.structs import replace

from nncheck.batch.sources import FileSource, spelt_out
from nncheck.batch.survey import unscored
from nncheck.cases.provide import Provider
from nncheck.cli.failing import guarded
from nncheck.cli.output import check_writable, write_pieces
from nncheck.cli.platforms import always_written
from nncheck.errors import UsageError
from nncheck.files import files_below
from nncheck.pipeline import Grader
from nncheck.records import Report, Submission
from nncheck.reference.store import default_store
from nncheck.release.autograder import COURSE, SEED, Part, handed_in, read_plan, worth
from nncheck.report import FORMATS, Screen
from nncheck.seeds import seed_from
from nncheck.settings import Settings, limits_for
from nncheck.spec import Exercise, load_exercises
from nncheck.submission import MAX_BYTES

LEVEL = "medium"  # of isolation: what holds for sure in a container that runs us as root
MEMORY = 384  # MiB for student code, of the 768 that a container has
PUBLIC_SEED = 0


def main(arguments: list[str]) -> None:
    """Either of the two commands."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    command, source, *others = arguments
    with guarded(debug=True):
        if command == "prepare":
            prepare(Path(source))
        else:
            grade(Path(source), *map(Path, others))


def prepare(source: Path) -> None:
    """Builds the public cases of all parts, so that they are there for every student."""
    exercises, provider = _exercises(source), Provider(default_store(), PUBLIC_SEED)
    names = dict.fromkeys(name for part in read_plan(source).parts for name in part.exercises)
    provider.prepare([(exercises[name], tuple(exercises[name].functions)) for name in names])


def grade(source: Path, folder: Path, results: Path) -> None:
    """Grades what lies in the folder; the results are a valid file from the start on."""
    check_writable(results)
    with always_written(FORMATS["gradescope"], results):
        report = graded(source, folder)
        write_pieces(results, FORMATS["gradescope"].pieces(report, Screen()))


def graded(source: Path, folder: Path) -> Report:
    """A result for each part of the plan."""
    plan, exercises = read_plan(source), _exercises(source)
    submissions, unread = _read(folder)
    results = []
    for part in plan.parts:
        with Grader(exercises, _settings(source, part)) as grader:
            environment = grader.environment()
            try:
                submission = handed_in(part, submissions, len(plan.parts) == 1)
            except UsageError as error:
                reason = "; ".join([str(error), *unread])
                results.append(unscored(part.stem, reason, worth(part, exercises)))
            else:
                results.append(grader.grade(submission))
    return Report(submissions=tuple(results), environment=environment)


def _exercises(source: Path) -> dict[str, Exercise]:
    course = source / COURSE
    return load_exercises([course] if course.is_dir() else [])


def _settings(source: Path, part: Part) -> Settings:
    seed = source / SEED if (source / SEED).exists() else None
    return Settings(
        exercises=part.exercises,
        functions=part.functions,
        points=part.points,
        hidden_checks=part.hidden_checks,
        device="cpu",
        seed=seed_from(None, seed),
        secret_seed=seed is not None,
        limits=limits_for(None, MEMORY),
        level=LEVEL,
    )


def _read(folder: Path) -> tuple[list[Submission], list[str]]:
    """What can be read below the folder, named from there, and what is wrong with the rest."""
    found, wrong = [], []
    folder = folder.resolve()  # it may be a link itself; from there on none is followed
    for path in sorted(files_below(folder, tuple(MAX_BYTES))):
        name = spelt_out(str(path.relative_to(folder)))
        try:
            found.append(replace(FileSource(path, folder).read(), name=name))
        except UsageError as error:
            wrong.append(str(error).replace(f"{folder}{os.sep}", ""))
    return found, wrong


if __name__ == "__main__":
    main(sys.argv[1:])

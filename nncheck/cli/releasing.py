"""What was asked of `nncheck release` -> files, and what the instructor should know of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from nncheck.cli.output import say, write
from nncheck.cli.progress import Progress
from nncheck.errors import UsageError
from nncheck.release.assignment import Assignment, chosen, read_assignment
from nncheck.release.bundle import Bundle
from nncheck.release.marked import student_version
from nncheck.release.publish import instructor_files, prove, remarks, student_files
from nncheck.report.plain import plain
from nncheck.spec import Exercise, load_exercises
from nncheck.submission import MAX_BYTES


@dataclass(frozen=True)
class Request:
    """The options of the command, as click has checked them."""

    names: tuple[str, ...]
    folder: Path
    assignment: Path | None
    instructor: bool
    language: str
    overwrite: bool
    folders: tuple[Path, ...]


def run(request: Request) -> None:
    """Writes everything, proves it, and says what was written."""
    files = [Path(name) for name in request.names if Path(name).suffix in MAX_BYTES]
    names = tuple(name for name in request.names if Path(name).suffix not in MAX_BYTES)
    if not request.names and request.assignment is None:
        raise UsageError("nothing to release; name exercises, files of yours, or an --assignment")
    for path in files:
        _publish_marked(request, path)
    if names or request.assignment:
        exercises = load_exercises(request.folders)
        for stem, bundle in list(_bundles(request, names, exercises)):
            _publish(request, stem, bundle)


def _bundles(
    request: Request, names: tuple[str, ...], exercises: dict[str, Exercise]
) -> Iterator[tuple[str, Bundle]]:
    """What to write, by the name of its files."""
    if request.assignment is None:
        assignments = {name: Assignment(exercises=(name,)) for name in names}
    else:
        assignment = read_assignment(request.assignment)
        if names or not assignment.exercises:
            raise UsageError(f'name the exercises in {request.assignment} alone: exercises = ["softmax"]')
        assignments = {request.assignment.stem: assignment}
    for stem, each in assignments.items():
        yield (
            stem,
            Bundle(
                assignment=each,
                functions=chosen(each, exercises),
                exercises=exercises,
                language=request.language,
            ),
        )


def _publish(request: Request, stem: str, bundle: Bundle) -> None:
    contents = dict(student_files(bundle, stem))
    if request.instructor:
        contents |= instructor_files(bundle, stem)
    with Progress("grading what was written") as progress:
        _write(request, contents, lambda drafts: prove(bundle, stem, drafts, progress.message))
    for remark in remarks(bundle):
        say(f"note: {plain(remark)}\n")


def _publish_marked(request: Request, path: Path) -> None:
    target = request.folder / path.name
    if target.exists() and target.samefile(path):
        raise UsageError(f"{path} would be replaced by the student's version; choose another --output")
    _write(request, {path.name: student_version(path)}, lambda drafts: None)


def _write(request: Request, contents: dict[str, str], proof: Callable[[list[Path]], None]) -> None:
    """Puts the files into place and lists them, once the proof on drafts of them has passed."""
    folder, targets = request.folder, [request.folder / name for name in contents]
    for target in targets:
        if target.exists() and not request.overwrite:
            raise UsageError(f"{target} is there already; add --overwrite to replace it")
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        hidden = TemporaryDirectory(prefix=".nncheck-", dir=folder)
    with hidden:
        drafts = [Path(hidden.name) / name for name in contents]
        for draft, content in zip(drafts, contents.values(), strict=True):
            write(draft, content)
        proof(drafts)
        with _writing(folder):
            for draft, target in zip(drafts, targets, strict=True):
                draft.replace(target)
    for target in targets:
        say(f"{plain(str(target))}\n")


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror}") from error

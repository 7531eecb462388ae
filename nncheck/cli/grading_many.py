"""Many submissions for `nncheck grade`: found, surveyed, graded, and kept where there is a gradebook."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nncheck.batch.ledger import Nothing
from nncheck.batch.places import Places, local
from nncheck.batch.references import encoded_cases
from nncheck.batch.run import Batch
from nncheck.batch.sources import Source, find_sources
from nncheck.batch.spool import Spool
from nncheck.batch.survey import Item, KeyOf, survey
from nncheck.cli.progress import Progress
from nncheck.errors import UsageError
from nncheck.keys import concerned, grading_key
from nncheck.records import Report, Submission
from nncheck.service.messages import setup_for
from nncheck.settings import Settings
from nncheck.spec import Exercise, load_exercises
from nncheck.submission import words

if TYPE_CHECKING:
    from nncheck.gradebook.book import Gradebook

LOCAL, DASK = "local", "dask://"


@dataclass(frozen=True)
class Many:
    """What is graded, where, and where its results are kept."""

    paths: tuple[Path, ...]
    folders: tuple[Path, ...]
    jobs: int
    gradebook: str | None
    executor: str


@dataclass(frozen=True)
class Outcome:
    """The report, and on how many submissions nncheck itself failed."""

    report: Report
    troubled: int


class Keys:
    """Submission -> key; remembers the words of all submissions that it has seen."""

    def __init__(self, exercises: dict[str, Exercise], settings: Settings):
        self.exercises, self._settings = exercises, settings
        self.words: set[str] = set()

    def __call__(self, submission: Submission) -> str:
        found = concerned(submission, self.exercises, self._settings)
        functions = {name for exercise in found for name in exercise.functions}
        self.words |= functions.intersection(words(submission))
        return grading_key(submission, found, self._settings)


@contextmanager
def graded(many: Many, settings: Settings, told: Mapping[str, object]) -> Iterator[Outcome]:
    """Grade them all; the report can be read inside the context. A gradebook keeps `told` with the run."""
    exercises = load_exercises(many.folders)
    sources = find_sources(many.paths)
    keys = Keys(exercises, settings)
    with Spool([each.name for each in sources]) as spool:
        with ExitStack() as stack:
            book = stack.enter_context(_opened(many.gradebook)) if many.gradebook else None
            lost = _attempted_points(settings, exercises)
            items = _surveyed(sources, keys, lost)
            progress = stack.enter_context(Progress("grading", len(items)))
            places = stack.enter_context(_places(many, settings, keys, len(items), progress))
            ledger = stack.enter_context(book.begin(places.environment, told)) if book else Nothing()
            batch = Batch(spool, places, ledger, keys, lost, progress.advance)
            with _resumable(many.gradebook):
                batch.grade(items)
            ledger.describe(batch.environment)
        yield Outcome(Report(submissions=spool, environment=batch.environment), batch.troubled)


@contextmanager
def _resumable(gradebook: str | None) -> Iterator[None]:
    """Tells whoever interrupts a grading how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        if gradebook:
            kept = "stopped; what was graded is in the gradebook, and the same command goes on from there"
            click.echo(f"nncheck: {kept}", err=True)
        raise


def _opened(gradebook: str) -> "AbstractContextManager[Gradebook]":
    from nncheck.gradebook.book import Gradebook  # SQLAlchemy takes long to import

    return Gradebook.open(gradebook)


def _surveyed(sources: Sequence[Source], key_of: KeyOf, unreadable_points: float) -> list[Item]:
    items = []
    with Progress("reading", len(sources)) as progress:
        for item in survey(sources, key_of, unreadable_points):
            items.append(item)
            progress.advance(item.name)
    return items


def _places(
    many: Many, settings: Settings, keys: "Keys", number: int, progress: Progress
) -> AbstractContextManager[Places]:
    """Where the submissions are graded; cases travel with the setup where graders cannot share a cache."""
    remote = many.executor.startswith(DASK)
    if not remote and many.executor != LOCAL:
        raise UsageError(f"unknown executor {many.executor!r}; known: local, dask://HOST:PORT")
    travel = remote or settings.secret_seed
    told = lambda name, *share: progress.message(f"preparing cases of {name}", *share)  # noqa: E731
    cases = encoded_cases(settings, keys.exercises, keys.words, told) if travel else {}
    setup = setup_for(settings, many.folders, cases)
    if not remote:
        return local(setup, min(many.jobs, number), progress.message)
    from nncheck.batch.cluster import on_cluster  # dask takes long to import, and need not be installed

    return on_cluster(many.executor.removeprefix(DASK), setup)


def _attempted_points(settings: Settings, exercises: dict[str, Exercise]) -> float:
    """What a file that cannot even be read was worth: the exercises asked for by name."""
    functions = [function for name in settings.exercises for function in exercises[name].functions.values()]
    counting = [each for each in functions if not settings.functions or each.name in settings.functions]
    return sum(settings.points.get(each.name, each.points) for each in counting)

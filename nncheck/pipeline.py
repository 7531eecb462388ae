"""The order of the stages: submission -> loaded -> asked -> judged -> diagnosed -> scored."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from difflib import get_close_matches
from functools import cached_property, partial
from math import fsum
from typing import Self

from nncheck.cases.provide import Provider
from nncheck.concealing import concealed
from nncheck.devices import devices_for
from nncheck.elsewhere import GPU, Device
from nncheck.environment import environment
from nncheck.errors import UsageError
from nncheck.examination import Examination
from nncheck.heap import give_back
from nncheck.interview import Interview
from nncheck.judge.evidence import outcome_sentence
from nncheck.on_demand import curves, explained, right_apart_from
from nncheck.records import (
    Environment,
    ExerciseResult,
    Isolation,
    Location,
    Submission,
    SubmissionResult,
)
from nncheck.reference.store import Store, default_store
from nncheck.reference.versions import version
from nncheck.sandbox.launch import Launched
from nncheck.sandbox.levels import LEVELS, require
from nncheck.sandbox.malloc import keep_freed
from nncheck.sandbox.session import Sandbox, make_grader_private
from nncheck.scoring import Judged, scored
from nncheck.selection import Selection
from nncheck.settings import Settings as Settings
from nncheck.spec.exercise import Exercise
from nncheck.submission import uses_torch, words
from nncheck.telling import Openly, Telling
from nncheck.withholding import Withheld, in_public_words, no_details

PUBLIC_SEED = 0  # the default: what it draws is no secret, since anybody can grade with it


class Grader:
    """Grades submissions, one after the other. Its zygotes start with it and end with it.

    `zygote` is one that was started before, with the same limits; `given` are encoded bundles by their key.
    """

    def __init__(
        self,
        exercises: dict[str, Exercise],
        settings: Settings,
        on_progress: Callable[..., None] | None = None,
        store: Store | None = None,
        zygote: Launched | None = None,
        given: Mapping[str, bytes] | None = None,
    ):
        make_grader_private()
        keep_freed()
        self._exercises, self._settings = exercises, settings
        self._selection = Selection(exercises, settings.exercises, settings.functions)
        self._progress = on_progress or (lambda message, *share: None)
        self._sandboxes: dict[bool, Sandbox] = {False: Sandbox(settings.limits, launched=zygote)}
        store = store or default_store()
        secret, self._given = settings.secret_seed, given or {}
        self._public = self._provider(store, PUBLIC_SEED if secret else settings.seed)
        self._hidden = self._provider(store, settings.seed, keep_drawn=False) if secret else None
        if settings.backend == "torch" and not self._torch_installed:
            raise UsageError("--backend torch needs torch; install it with: pip install 'nncheck[torch]'")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for sandbox in self._sandboxes.values():
            sandbox.close()

    # --- one submission -----------------------------------------------------------------------

    def grade(self, submission: Submission) -> SubmissionResult:
        """The result of one submission."""
        # an ordered set: every exercise reloads the file
        notes: dict[str, None] = dict.fromkeys(self._selection.misspelt(submission))
        results = []
        defined: Collection[str] = words(submission)  # or more of them, before the file has been run once
        exercises = self._selection.exercises(submission)
        promising = [each for each in exercises if self._selection.counting(each, defined)]
        for exercise in promising or exercises[:1]:  # it is run in any case, to tell what is wrong with it
            if promising and not self._selection.counting(exercise, defined):
                continue
            self._progress(f"{submission.name}: {exercise.name}")
            result, defined = self._grade_exercise(submission, exercise, notes)
            if result.functions:
                results.append(result)
        give_back()
        if not results:
            notes[_nothing_to_grade(defined, [name for each in exercises for name in each.functions])] = None
        return SubmissionResult(
            submission=submission.name,
            sha256=submission.sha256,
            score=fsum(each.score for each in results),
            max_score=fsum(each.max_score for each in results),
            exercises=tuple(results),
            notes=tuple(notes),
        )

    def _grade_exercise(
        self, submission: Submission, exercise: Exercise, notes: dict[str, None]
    ) -> tuple[ExerciseResult, Collection[str]]:
        sandbox = self._sandbox(
            uses_torch(submission) and self._torch_installed and self._settings.backend != "numpy"
        )
        interviewed = partial(Interview, sandbox, submission, exercise.allowed_modules, self._settings.limits)
        with interviewed() as interview:
            defined = interview.loaded.defined
            names = self._selection.counting(exercise, defined)
            for problem in interview.loaded.problems:
                notes[_note(problem.location, problem.message)] = None
            if interview.loaded.died is not None:
                ending = outcome_sentence(interview.loaded.died)
                notes[_note(interview.loaded.stopped, f"{ending}; nothing after it was run")] = None
            judged, remarks = self._judged(
                submission, exercise, names, interview, self._public, Openly(self._settings.simplify)
            )
            notes |= dict.fromkeys(remarks)
            drawn = curves(exercise, names, interview) if self._settings.curves else {}
        if self._hidden is not None and names:  # the process above has gone: it can tell nothing of these
            with interviewed() as interview, no_details():
                hidden, _ = self._judged(submission, exercise, names, interview, self._hidden, Withheld())
            judged = {name: list(in_public_words(hidden[name], judged[name])) for name in names}
        points = {name: each.points for name, each in exercise.functions.items()} | self._settings.points
        results = tuple(scored(name, points[name], judged[name], drawn.get(name)) for name in names)
        result = ExerciseResult(
            exercise=exercise.name,
            score=fsum(each.score for each in results),
            max_score=fsum(each.max_score for each in results),
            functions=results,
            not_attempted=tuple(name for name in exercise.functions if name not in names),
        )
        return result, defined

    def _wanted(self, submission: Submission, defined: Collection[str]) -> list[tuple[Exercise, list[str]]]:
        """The exercises, and those of their functions that count and that the submission defines."""
        return [
            (each, [name for name in self._selection.counting(each, defined) if name in defined])
            for each in self._selection.exercises(submission)
        ]

    def _judged(
        self,
        submission: Submission,
        exercise: Exercise,
        names: Sequence[str],
        interview: Interview,
        provider: Provider,
        telling: Telling,
    ) -> tuple[dict[str, list[Judged]], list[str]]:
        """Every check of the named functions, on the provider's cases, and remarks for the student."""
        if not names:
            return {}, []
        wanted = self._wanted(submission, interview.loaded.defined)
        # all exercises at once: their cases are built side by side
        provider.prepare([(each, _asked(each, counting, interview)) for each, counting in wanted])
        bundles = provider.bundles(exercise, _asked(exercise, names, interview))
        needs_torch = uses_torch(submission) and not self._torch_installed
        devices = devices_for(self._settings.device)
        examination = Examination(
            exercise,
            bundles,
            interview,
            self._settings.backend,
            devices,
            explained if self._settings.explain else None,
            telling,
            right_apart_from,
            {name for _, counting in wanted for name in counting},
        )
        examination.ask_all(torch_possible=uses_torch(submission) and self._torch_installed)
        with ExitStack() as open_elsewhere:
            if not devices[GPU] and not needs_torch:
                elsewhere = self._gpu.open(submission, exercise, bundles, interview)
                examination.also(open_elsewhere.enter_context(elsewhere))
            judged = examination.without_torch if needs_torch else examination.judged
            results = {name: list(self._concealed(name, judged(name))) for name in names}
        return results, [] if needs_torch else list(examination.remarks(names))

    def _concealed(self, name: str, judged: Iterable[Judged]) -> Iterator[Judged]:
        return concealed(name, judged, self._settings.hidden_checks, self._settings.public)

    # --- what it stands on ---------------------------------------------------------------------

    def _provider(self, store: Store, seed: int, keep_drawn: bool = True) -> Provider:
        on_build = lambda name, *share: self._progress(f"preparing cases of {name}", *share)  # noqa: E731
        return Provider(store, seed, keep_drawn=keep_drawn, on_build=on_build, given=self._given)

    def _sandbox(self, torch: bool) -> Sandbox:
        if torch not in self._sandboxes:
            self._progress("starting torch")
            self._sandboxes[torch] = Sandbox(self._settings.limits, torch=torch)
        require(self._settings.level, self._sandboxes[torch].isolation)  # whoever it is that uses us
        return self._sandboxes[torch]

    @cached_property
    def _gpu(self) -> Device:
        return Device(GPU, self._settings.limits, self._settings.level)

    @cached_property
    def _torch_installed(self) -> bool:
        return version("torch") is not None

    @property
    def isolation(self) -> Isolation:
        """What holds the processes that submissions run in, from trying it; the weakest, if they differ."""
        found = [sandbox.isolation for sandbox in self._sandboxes.values()]
        if "_gpu" in vars(self) and self._gpu.isolation:  # a submission has been run there
            found.append(self._gpu.isolation)
        return min(found, key=lambda isolation: LEVELS.index(isolation.level))

    def environment(self) -> Environment:
        """What results depend on beside submission and exercise."""
        seed = None if self._settings.secret_seed else self._settings.seed
        return environment(self._settings.device, seed, self.isolation)


def _asked(exercise: Exercise, names: Sequence[str], interview: Interview) -> list[str]:
    """The named functions, and those that must be known to be right: slopes are measured on them."""
    needs = (need for name in names for each in exercise.functions[name].properties for need in each.needs)
    return [*names, *(need for need in dict.fromkeys(needs) if need not in names and interview.defines(need))]


def _note(location: Location | None, message: str) -> str:
    return f"{location.cell}, line {location.line}: {message}" if location else message


def _nothing_to_grade(defined: Collection[str], known: Sequence[str]) -> str:
    """The note on a file without any function that is asked for, with the name that may be meant."""
    for name in sorted(defined):
        for near in get_close_matches(name, known, n=1, cutoff=0.75):
            return f"it defines no function of these exercises at top level; for {name}, did you mean {near}?"
    return "it defines no function of these exercises at top level; nncheck list names them"

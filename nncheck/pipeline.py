"""The order of the stages: submission -> loaded -> asked -> judged -> diagnosed -> scored."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, partial
from math import fsum
from typing import Any, Self

from nncheck.cases.provide import Provider
from nncheck.devices import devices_for
from nncheck.environment import environment
from nncheck.errors import UsageError, unknown_name
from nncheck.examination import Examination
from nncheck.heap import give_back
from nncheck.interview import Interview
from nncheck.judge.evidence import Explanation, outcome_sentence
from nncheck.records import (
    Environment,
    ExerciseResult,
    Isolation,
    Limits,
    Location,
    Record,
    Submission,
    SubmissionResult,
)
from nncheck.reference.store import Store, default_store
from nncheck.reference.versions import version
from nncheck.sandbox.launch import Launched
from nncheck.sandbox.levels import LEVELS, require
from nncheck.sandbox.session import Sandbox, make_grader_private
from nncheck.scoring import Judged, scored
from nncheck.spec.exercise import Exercise
from nncheck.submission import uses_torch
from nncheck.telling import Openly, Telling
from nncheck.withholding import Withheld, in_public_words, no_details

PUBLIC_SEED = 0  # the default: what it draws is no secret, since anybody can grade with it


class Settings(Record, frozen=True, kw_only=True):
    """What `nncheck grade` was asked for."""

    exercises: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    device: str = "auto"
    backend: str = "auto"
    seed: int = 0
    secret_seed: bool = False  # the seed came from a file: it appears in no report and no cache
    limits: Limits = Limits()
    level: str = "basic"  # of isolation, at least; without it nothing is run
    public: bool = False
    explain: bool = True  # shrink and diagnose failures


class Grader:
    """Grades submissions, one after the other. Its zygotes start with it and end with it.

    `zygote` is one that was started before, with the same limits.
    """

    def __init__(
        self,
        exercises: dict[str, Exercise],
        settings: Settings,
        on_progress: Callable[[str], None] | None = None,
        store: Store | None = None,
        zygote: Launched | None = None,
    ):
        make_grader_private()
        self._exercises, self._settings = exercises, settings
        self._progress = on_progress or (lambda message: None)
        self._sandboxes: dict[bool, Sandbox] = {False: Sandbox(settings.limits, launched=zygote)}
        store = store or default_store()
        secret = settings.secret_seed
        self._public = self._provider(store, PUBLIC_SEED if secret else settings.seed)
        self._hidden = self._provider(store, settings.seed, keep_drawn=False) if secret else None
        self._check_names()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for sandbox in self._sandboxes.values():
            sandbox.close()

    # --- one submission -----------------------------------------------------------------------

    def grade(self, submission: Submission) -> SubmissionResult:
        """The result of one submission."""
        notes: dict[str, None] = {}  # an ordered set: every exercise reloads the file
        results = []
        defined: Collection[str] | None = None  # not known before the file has been run once
        for exercise in self._wanted(submission, notes):
            if defined is not None and not self._counting(exercise, defined):
                continue
            self._progress(f"{submission.name}: {exercise.name}")
            result, defined = self._grade_exercise(submission, exercise, notes)
            if result.functions:
                results.append(result)
        give_back(garbage=any(each.score < each.max_score for each in results))
        if not results:
            notes["it defines no function of these exercises at top level; nncheck list names them"] = None
        return SubmissionResult(
            submission=submission.name,
            sha256=submission.sha256,
            score=fsum(each.score for each in results),
            max_score=fsum(each.max_score for each in results),
            exercises=tuple(results),
            notes=tuple(notes),
        )

    def _wanted(self, submission: Submission, notes: dict[str, None]) -> list[Exercise]:
        """The exercises asked for, else those that the submission names; a misspelt one is noted."""
        for name in submission.only:
            if name not in self._exercises:
                error = unknown_name("exercise", name, self._exercises)
                notes[f"its '# nncheck:' line names an {error}"] = None
        named = tuple(name for name in submission.only if name in self._exercises)
        names = self._settings.exercises or named
        known = [self._exercise(name) for name in names] if names else list(self._exercises.values())
        functions = set(self._settings.functions)
        return [each for each in known if not functions or functions & set(each.functions)]

    def _grade_exercise(
        self, submission: Submission, exercise: Exercise, notes: dict[str, None]
    ) -> tuple[ExerciseResult, Collection[str]]:
        sandbox = self._sandbox(
            uses_torch(submission) and self._torch_installed and self._settings.backend != "numpy"
        )
        interviewed = partial(Interview, sandbox, submission, exercise.allowed_modules, self._settings.limits)
        with interviewed() as interview:
            defined = interview.loaded.defined
            names = self._counting(exercise, defined)
            for problem in interview.loaded.problems:
                notes[_note(problem.location, problem.message)] = None
            if interview.loaded.died is not None:
                ending = outcome_sentence(interview.loaded.died)
                notes[_note(interview.loaded.stopped, f"{ending}; nothing after it was run")] = None
            judged = self._judged(submission, exercise, names, interview, self._public, Openly())
        if self._hidden is not None and names:  # the process above has gone: it can tell nothing of these
            with interviewed() as interview, no_details():
                hidden = self._judged(submission, exercise, names, interview, self._hidden, Withheld())
            judged = {name: list(in_public_words(hidden[name], judged[name])) for name in names}
        results = tuple(scored(name, exercise.functions[name].points, judged[name]) for name in names)
        result = ExerciseResult(
            exercise=exercise.name,
            score=fsum(each.score for each in results),
            max_score=fsum(each.max_score for each in results),
            functions=results,
            not_attempted=tuple(name for name in exercise.functions if name not in names),
        )
        return result, defined

    def _counting(self, exercise: Exercise, defined: Collection[str]) -> list[str]:
        """The functions that count: all that were asked for by name, else all that the submission defines."""
        functions = [
            name
            for name in exercise.functions
            if not self._settings.functions or name in self._settings.functions
        ]
        if self._settings.exercises or self._settings.functions:
            return functions
        return [name for name in functions if name in defined]

    def _judged(
        self,
        submission: Submission,
        exercise: Exercise,
        names: Sequence[str],
        interview: Interview,
        provider: Provider,
        telling: Telling,
    ) -> dict[str, list[Judged]]:
        """Every check of the named functions, on the provider's cases."""
        if not names:
            return {}
        bundles = provider.bundles(exercise, [*names, *_needed(exercise, names, interview)])
        needs_torch = uses_torch(submission) and not self._torch_installed
        devices = devices_for(self._settings.device)
        examination = Examination(
            exercise,
            bundles,
            interview,
            self._settings.backend,
            devices,
            _explain if self._settings.explain else None,
            telling,
        )
        examination.ask_all(torch_possible=uses_torch(submission) and self._torch_installed)
        judged = examination.without_torch if needs_torch else examination.judged
        return {name: list(judged(name)) for name in names}

    # --- what it stands on ---------------------------------------------------------------------

    def _provider(self, store: Store, seed: int, keep_drawn: bool = True) -> Provider:
        on_build = lambda name: self._progress(f"preparing cases of {name}")  # noqa: E731
        return Provider(store, seed, keep_drawn=keep_drawn, on_build=on_build)

    def _sandbox(self, torch: bool) -> Sandbox:
        if torch not in self._sandboxes:
            self._progress("starting torch")
            self._sandboxes[torch] = Sandbox(self._settings.limits, torch=torch)
        require(self._settings.level, self._sandboxes[torch].isolation)  # whoever it is that uses us
        return self._sandboxes[torch]

    @cached_property
    def _torch_installed(self) -> bool:
        return version("torch") is not None

    def _exercise(self, name: str) -> Exercise:
        if name not in self._exercises:
            raise unknown_name("exercise", name, self._exercises)
        return self._exercises[name]

    def _check_names(self) -> None:
        chosen = [self._exercise(name) for name in self._settings.exercises] or list(self._exercises.values())
        known = [name for exercise in chosen for name in exercise.functions]
        for name in self._settings.functions:
            if name not in known:
                raise unknown_name("function", name, known)
        if self._settings.backend == "torch" and not self._torch_installed:
            raise UsageError("--backend torch needs torch; install it with: pip install 'nncheck[torch]'")

    @property
    def isolation(self) -> Isolation:
        """What holds the processes that submissions run in, from trying it; the weakest, if they differ."""
        found = (sandbox.isolation for sandbox in self._sandboxes.values())
        return min(found, key=lambda isolation: LEVELS.index(isolation.level))

    def environment(self) -> Environment:
        """What results depend on beside submission and exercise."""
        seed = None if self._settings.secret_seed else self._settings.seed
        return environment(self._settings.device, seed, self.isolation)


def _needed(exercise: Exercise, names: Sequence[str], interview: Interview) -> list[str]:
    """Functions that are not graded but must be known to be right: slopes are measured on them."""
    needs = (need for name in names for each in exercise.functions[name].properties for need in each.needs)
    return [need for need in dict.fromkeys(needs) if need not in names and interview.defines(need)]


def _note(location: Location | None, message: str) -> str:
    return f"{location.cell}, line {location.line}: {message}" if location else message


def _explain(*arguments: Any) -> Explanation:
    """Explain a failure; loads hypothesis and python-flint, which a passing submission never needs."""
    from nncheck.explain import explained

    return explained(*arguments)

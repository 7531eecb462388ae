"""Which exercises and which of their functions count for a submission."""

from collections.abc import Collection, Iterator, Sequence

from nncheck.errors import unknown_name
from nncheck.records import Submission
from nncheck.spec.exercise import Exercise


class Selection:
    """What was asked for, among the exercises that there are; everything where nothing was.

    Raises UsageError for a name that there is not.
    """

    def __init__(self, exercises: dict[str, Exercise], names: Sequence[str], functions: Sequence[str]):
        self._exercises, self._names, self._functions = exercises, names, functions
        chosen = [self._exercise(name) for name in names] or list(exercises.values())
        known = [name for exercise in chosen for name in exercise.functions]
        for name in functions:
            if name not in known:
                raise unknown_name("function", name, known)

    def exercises(self, submission: Submission) -> list[Exercise]:
        """The exercises asked for, else those that the submission names, else all."""
        named = tuple(name for name in submission.only if name in self._exercises)
        names = self._names or named
        known = [self._exercise(name) for name in names] if names else list(self._exercises.values())
        functions = set(self._functions)
        return [each for each in known if not functions or functions & set(each.functions)]

    def misspelt(self, submission: Submission) -> Iterator[str]:
        """What the submission's own line names that there is not."""
        for name in submission.only:
            if name not in self._exercises:
                yield f"its '# nncheck:' line names an {unknown_name('exercise', name, self._exercises)}"

    def counting(self, exercise: Exercise, defined: Collection[str]) -> list[str]:
        """The functions that count: all that were asked for by name, else all that the submission defines."""
        functions = [name for name in exercise.functions if not self._functions or name in self._functions]
        if self._names or self._functions:
            return functions
        return [name for name in functions if name in defined]

    def _exercise(self, name: str) -> Exercise:
        if name not in self._exercises:
            raise unknown_name("exercise", name, self._exercises)
        return self._exercises[name]

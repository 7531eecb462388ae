"""One random function of an exercise -> what its drawings prove, and which of its checks are able to fail."""

from collections.abc import Iterator, Mapping

from nncheck.authoring.findings import Proof, error
from nncheck.authoring.manners import VICES as MANNERS
from nncheck.authoring.power import MOST_MISSED, false_failures, missed
from nncheck.authoring.rehearsal import Play, judged, with_needs
from nncheck.authoring.sampling import VICES, drawing
from nncheck.cases.bundle import Bundle
from nncheck.explain import explained
from nncheck.judge.plan import MAIN, checks
from nncheck.records import CheckResult, Status
from nncheck.spec.exercise import Exercise, Function

Failed = Mapping[str, CheckResult]
_CERTAIN = "certain"


def random_proof(exercise: Exercise, function: Function, bundle: Bundle) -> Proof:
    """Everything that can be found out about a random function without a submission."""
    return _Examined(exercise, function, bundle).proof()


def _listed(codes: set[str]) -> str:
    return ", ".join(sorted(codes)) or "nothing"


class _Examined:
    """A function under examination; `tripped` grows with every wrong play."""

    def __init__(self, exercise: Exercise, function: Function, bundle: Bundle):
        self.exercise, self.function, self.bundle = exercise, function, bundle
        self.tripped: set[str] = set()

    def proof(self) -> Proof:
        """What was found out."""
        confused = list(self._undistinguished())
        sentences = [*self._wrongly_failed(), *confused, *self._unseen(), *self._tolerated()]
        return Proof(
            checks=tuple(dict.fromkeys(check.name for check in checks(self.function, self.bundle))),
            tripped=frozenset(self.tripped),
            findings=tuple(error(self.exercise, self.function, each) for each in sentences),
            misconceptions=len(self.function.misconceptions) - len(confused),
            cases=len(self.bundle.cases) + len(self.bundle.drawings),
            false_failures=false_failures(self.function, self.bundle),
        )

    def _wrongly_failed(self) -> Iterator[str]:
        for name, found in self._failed(drawing(self.function, self.function.formula)).items():
            yield f"numbers of the right law fail the check {name!r} ({found.message}); correct its examples"

    def _undistinguished(self) -> Iterator[str]:
        """One sentence for each misconception that passes for the truth, or is not named, or not it alone."""
        for each in self.function.misconceptions:
            failed = self._tripping(drawing(self.function, each.formula))
            title = f"{each.code} ({each.title})"
            named = {name.id for check in failed.values() for name in check.misconceptions}
            if not failed.keys() & {*MAIN, _CERTAIN}:
                yield f"blind drawings: {title} passes them; add an example on which its law is another one"
            elif each.code not in named:
                yield f"{title} is rejected, but {_listed(named)} is named; add examples"

    def _unseen(self) -> Iterator[str]:
        """Misconceptions that only luck would reject."""
        for each in self.function.misconceptions:
            chance = missed(self.function, each, self.bundle)
            if chance > MOST_MISSED:
                title = f"{each.code} ({each.title})"
                yield f"{title} may pass with a probability of {chance:.1g}; add an example"

    def _tolerated(self) -> Iterator[str]:
        """Vices that every check puts up with, or that go by another name."""
        for title, vice in VICES.items():
            failed = self._tripping(drawing(self.function, self.function.formula, vice))
            named = {name.id for check in failed.values() for name in check.misconceptions}
            if not failed:
                yield f"no check fails where a function {title}"
            elif vice.code and vice.code not in named:
                yield f"{vice.code} is not named where a function {title}, but {_listed(named)}"
        right = drawing(self.function, self.function.formula)
        for manner in MANNERS.values():
            self._tripping(manner(self.function, right))

    def _tripping(self, play: Play) -> Failed:
        failed = self._failed(play)
        self.tripped |= failed.keys()
        return failed

    def _failed(self, play: Play) -> Failed:
        bundles = with_needs(self.exercise, self.function.name, self.bundle)
        results = judged(self.exercise, self.function.name, bundles, play, explained)
        return {each.check: each for each in results if each.status == Status.FAILED}

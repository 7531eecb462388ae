"""One function of an exercise -> what its cases prove, and which of its checks are able to fail."""

from collections.abc import Iterator

from nncheck.authoring.answers import RightAnswers, formula_answers
from nncheck.authoring.chance import random_proof
from nncheck.authoring.findings import Finding, Proof, error
from nncheck.authoring.manners import VICES
from nncheck.authoring.misconceptions import undistinguished, unexplained_overflows
from nncheck.authoring.mutants import Variant, equivalent, rejected, variants
from nncheck.authoring.rehearsal import Play, failing, flawless, mistaken, with_needs
from nncheck.authoring.sharpness import blunt, false_properties
from nncheck.cases.bundle import Bundle
from nncheck.errors import SpecError
from nncheck.judge.plan import checks
from nncheck.reference.symbolic import limit
from nncheck.spec.exercise import Exercise, Function


def proof(exercise: Exercise, function: Function, bundle: Bundle) -> Proof:
    """Everything that can be found out about a function without a submission."""
    try:
        if function.random:
            return random_proof(exercise, function, bundle)
        return _Examined(exercise, function, bundle).proof()
    except SpecError as problem:
        return Proof(checks=(), tripped=frozenset(), findings=(error(exercise, function, str(problem)),))


class _Examined:
    """A function under examination, its mutants sorted into rejected, equivalent and surviving ones."""

    def __init__(self, exercise: Exercise, function: Function, bundle: Bundle):
        self.exercise, self.function, self.bundle = exercise, function, bundle
        self.torch_missing = function.torch is not None and all(case.torch is None for case in bundle.cases)
        possible = (
            each for each in checks(function, bundle) if each.kind != "torch" or not self.torch_missing
        )
        self.checks = tuple(dict.fromkeys(check.name for check in possible))
        self.right = RightAnswers(exercise, {function.name: bundle}, limit)
        self.variants = list(variants(function, bundle))
        self.accepted = [each for each in self.variants if not rejected(function, each, bundle)]
        self.strange = [each for each in self.accepted if not equivalent(function, each)]

    def proof(self) -> Proof:
        """What was found out."""
        confused = list(undistinguished(self.exercise, self.function, self.bundle))
        tripped = self._tripped()
        sentences = [
            *self._wrongly_failed(),
            *blunt(self.function, self.bundle.cases),
            *false_properties(self.bundle.properties),
            *confused,
            *unexplained_overflows(self.exercise, self.function, self.bundle),
            *self._surviving(),
        ]
        findings: tuple[Finding, ...] = tuple(
            error(self.exercise, self.function, each) for each in dict.fromkeys(sentences)
        )
        return Proof(
            checks=self.checks,
            tripped=frozenset(tripped),
            findings=findings,
            misconceptions=len(self.function.misconceptions) - len(confused),
            rejected=len(self.variants) - len(self.accepted),
            equivalent=len(self.accepted) - len(self.strange),
            cases=len(self.bundle.cases) + len(self.bundle.properties),
            torch_missing=self.torch_missing,
        )

    def _wrongly_failed(self) -> Iterator[str]:
        for name in sorted(self._failing(flawless(self.right), self.bundle)):
            yield f"the exact answers themselves fail the check {name!r}; correct its relation or its cases"

    def _surviving(self) -> Iterator[str]:
        """Mutants that differ from the formula elsewhere, but pass every check."""
        for each in self.strange:
            if not self._failing(self._play(each), self.bundle):
                yield f"blind cases: {each.title} passes every check, but is wrong elsewhere; add an example"

    # --- tripping every check -------------------------------------------------------------------

    def _tripped(self) -> set[str]:
        """The checks that bad manners, misconceptions or mutants fail; each is judged on what is left."""
        tripped: set[str] = set()
        for play in self._plays():
            left = _part(self.function, self.bundle, set(self.checks) - tripped)
            if left is not None:
                tripped |= self._failing(play, left)
        return tripped

    def _plays(self) -> Iterator[Play]:
        right = flawless(self.right)
        yield from (vice(self.function, right) for vice in VICES.values())
        for each in self.function.misconceptions:
            yield self._play(Variant(title=each.title, formula=each.formula))
        yield from map(self._play, self.variants)

    def _play(self, wrong: Variant) -> Play:
        return mistaken(self.right, self.function.name, formula_answers(self.function, wrong.formula))

    def _failing(self, play: Play, bundle: Bundle) -> set[str]:
        return failing(
            self.exercise, self.function.name, with_needs(self.exercise, self.function.name, bundle), play
        )


def _part(function: Function, bundle: Bundle, wanted: set[str]) -> Bundle | None:
    """What of a bundle serves the wanted checks; None where nothing does."""
    serving = [check for check in checks(function, bundle) if check.name in wanted]
    if not serving:
        return None
    groups = {group for check in serving for group in check.groups or ("values",)}
    properties = tuple(case for case in bundle.properties if case.property in wanted)
    return Bundle(cases=tuple(case for case in bundle.cases if case.group in groups), properties=properties)

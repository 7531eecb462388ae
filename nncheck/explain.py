"""A broken promise -> the named mistake, the first wrong link, the smallest inputs that break it."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import msgspec
import numpy as np

from nncheck import diagnose
from nncheck.cases.bundle import Case
from nncheck.cases.ladder import complexity, ladder
from nncheck.diagnose import behaviour
from nncheck.judge.compare import at, disagreement
from nncheck.judge.contract import repeats_itself
from nncheck.judge.distribution import Drawn
from nncheck.judge.evidence import Answered, Broken, Explanation
from nncheck.judge.links import first_wrong_link
from nncheck.judge.plan import Check
from nncheck.judge.reference import agrees
from nncheck.records import Named, Outcome, OutcomeKind
from nncheck.reference import remembered
from nncheck.reference.balls import Uncertified
from nncheck.reference.remembered import Inputs, Undefined
from nncheck.spec.exercise import Exercise, Function, Link
from nncheck.spec.trees import leaves, map_leaves

_VAGUE = 0.01  # a tolerance: at a kink every slope between two is right, which makes no simple example
_AT_ONCE = 32  # rungs of the ladder that are asked in one go: the low ones are mostly enough
_GRAVE = 1e9  # tolerances: so wrong that more makes no difference
_NEARLY = 1000  # times less wrong than the first finding is about as wrong
_REPRODUCED = ("values", "stability")  # checks whose example is to show the same when it is run
_REDUCED = ("values_float32", "stability", "torch")

Ask = Callable[[Sequence[tuple[Any, ...]]], list[Outcome]]  # arguments of several calls -> outcomes


def explained(
    exercise: Exercise,
    function: Function,
    check: Check,
    answers: Sequence[Answered],
    broken: Broken,
    ask: Ask | None,
    known: tuple[Named, ...] | None = None,
    drawn: Sequence[Drawn] = (),
    alone: Ask | None = None,
) -> Explanation:
    """The explanation of a failed check. Without `ask` (the process is gone) nothing simpler is found.

    `known` are misconceptions that another check of the same answers has found; `alone` asks in a process
    that has answered nothing of this function yet.
    """
    named = known if known is not None else diagnose.named(exercise, function, check, answers, broken, drawn)
    if function.random:  # smaller samples show less
        return Explanation(broken=broken, misconceptions=named)
    link: Link | None = None
    if check.name in ("values", "worked"):
        link = first_wrong_link(
            function, [each for each in answers if each.case.group in ("values", "worked")]
        )
    if link and at(broken.got, link.path) is None:  # the answer has no such part, which is what is wrong
        link = None
    path = link.path if link else ""
    if ask is not None:
        broken = _simplest(function, check, broken, ask, path)
    asking = (alone or ask) if check.name in _REPRODUCED and not _of_the_function(function, named) else None
    changed = _not_again(broken, asking) if asking else None
    if changed:
        return Explanation(broken=changed, misconceptions=(behaviour.of_check("repeatable"),))
    focused = _focused(broken, path)
    shown = link.name if link and focused else ""
    return Explanation(broken=focused or broken, misconceptions=named, link=shown)


def _simplest(function: Function, check: Check, broken: Broken, ask: Ask, path: str) -> Broken:
    if check.name == "values":
        return simplest(function, broken, ask, path)
    return reduced(function, broken, ask) if check.name in _REDUCED else broken


def _of_the_function(function: Function, named: Sequence[Named]) -> bool:
    """Whether a wrong formula explains the answers, which then depend on nothing else."""
    codes = {each.code for each in (*function.misconceptions, *function.unstable)}
    return any(each.id in codes for each in named)


def _not_again(broken: Broken, ask: Ask) -> Broken | None:
    """What is broken where the same call now gives another answer: who runs the example would not see it."""
    if broken.case is None or broken.outcome != OutcomeKind.VALUE:
        return None
    before = Answered(case=broken.case, outcome=Outcome(kind=OutcomeKind.VALUE, value=broken.got))
    outcomes = [each for each in ask([broken.arguments]) if each.kind == OutcomeKind.VALUE]
    now = [Answered(case=broken.case, outcome=each) for each in outcomes]
    return repeats_itself(now, [before]) if now else None


def _focused(broken: Broken, path: str) -> Broken | None:
    """The same inputs and answer, speaking of the part at `path`; None where that part is right."""
    if not path:
        return broken
    if broken.case is None or broken.got is None:
        return None
    exact, tolerance = at(broken.case.exact, path), at(broken.case.tolerance, path)
    if exact is None or at(broken.got, path) is None:
        return None
    mismatch = disagreement(at(broken.got, path), exact, tolerance, path)
    if mismatch is None:
        return None
    return msgspec.structs.replace(
        broken,
        sentence=mismatch.sentence,
        path=path,
        index=mismatch.index,
        error=mismatch.error,
        allowed=mismatch.allowed,
    )


def simplest(function: Function, broken: Broken, ask: Ask, path: str = "") -> Broken:
    """The same mistake on the lowest rung of the ladder that shows it, in the part at `path` of the answer.

    A rung on which the mistake nearly cancels is taken only where no other shows it. `broken` itself, cut
    down, where no rung is simpler.
    """
    given, least = complexity(broken.arguments), _gravity(_shown(broken, path) or broken) / _NEARLY
    rungs = [rung for rung, complexity_ in _ladder(function) if complexity_ < given]
    faint: Broken | None = None
    for start in range(0, len(rungs), _AT_ONCE):
        part = rungs[start : start + _AT_ONCE]
        for inputs, outcome in zip(part, ask([each.arguments for each in part]), strict=True):
            case = _rung(function, inputs)
            wrong = agrees([Answered(case=case, outcome=outcome)]) if case else None
            if wrong and _alike(wrong, broken) and (shown := _shown(wrong, path)):
                if _gravity(shown) >= least:
                    return shown
                faint = faint or shown
    return faint or reduced(function, broken, ask)


def _gravity(broken: Broken) -> float:
    """The error in units of what is allowed; beyond `_GRAVE` more makes no difference."""
    if broken.error is None or not broken.allowed:
        return _GRAVE
    times = broken.error / broken.allowed
    return times if times < _GRAVE else _GRAVE  # NaN, too


@cache
def _ladder(function: Function) -> list[tuple[Inputs, tuple[int, int, float]]]:
    """The rungs, each with its complexity."""
    return [(Inputs(arguments), complexity(arguments)) for arguments in ladder(function)]


def _rung(function: Function, inputs: Inputs) -> Case | None:
    """The case of a rung; None where not every honest form is accurate there, or at a kink."""
    try:
        exact, tolerance, scale, ordinary = remembered.answer(function, inputs)
    except (Uncertified, Undefined):
        return None
    if not all(leaf.all() for _, leaf in leaves(ordinary)):
        return None
    if any((leaf > _VAGUE).any() for _, leaf in leaves(tolerance)):
        return None
    return Case(
        name="simplest", why="the simplest inputs found", group="values", arguments=inputs.arguments,
        exact=exact, tolerance=tolerance, scale=scale,
    )  # fmt: skip


def _shown(broken: Broken, path: str) -> Broken | None:
    """What there is to be seen at `path`; of a call that returned nothing, that it did not."""
    return _focused(broken, path) if broken.outcome == OutcomeKind.VALUE else broken


def _alike(one: Broken, other: Broken) -> bool:
    """Whether both calls gave a wrong value, or both raised the same exception."""
    return (one.outcome, one.raised) == (other.outcome, other.raised)


def reduced(function: Function, broken: Broken, ask: Ask) -> Broken:
    """The same promise broken on one entry, or one row, of the inputs, where that is enough to break it."""
    case = broken.case
    if case is None or not broken.arguments or not isinstance(case.arguments[0], np.ndarray):
        return broken
    part = _entry(case, broken.index) if function.elementwise else _row(case, broken.index)
    if part is None:
        return broken
    (outcome,) = ask([part.arguments])
    return agrees([Answered(case=part, outcome=outcome)]) or broken


def _entry(case: Case, index: tuple[int, ...]) -> Case | None:
    """The case cut down to one entry of its first argument."""
    x = case.arguments[0]
    if x.size < 2 or len(index) != x.ndim:
        return None
    window = tuple(slice(i, i + 1) for i in index)
    return _cut(case, lambda leaf: np.ascontiguousarray(leaf[window]).reshape(1))


def _row(case: Case, index: tuple[int, ...]) -> Case | None:
    """The case cut down to one row of a batch; only where the whole input is that batch."""
    x = case.arguments[0]
    if (
        x.ndim != 2
        or len(x) < 2
        or not index
        or len(case.arguments) > 1
        or not isinstance(case.exact, np.ndarray)
    ):
        return None
    return _cut(case, lambda leaf: leaf[index[0]]) if case.exact.shape == x.shape else None


def _cut(case: Case, cut: Callable[[Any], Any]) -> Case:
    return Case(
        name=case.name,
        why=case.why,
        group=case.group,
        arguments=(cut(case.arguments[0]), *case.arguments[1:]),
        exact=map_leaves(cut, case.exact),
        tolerance=map_leaves(cut, case.tolerance),
        scale=map_leaves(cut, case.scale),
    )

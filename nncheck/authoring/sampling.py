"""Laws -> numbers, as if a submission had drawn them; with vices, to be rejected by the checks."""

from collections.abc import Callable, Mapping
from math import isinf
from typing import Any, NamedTuple

import numpy as np

from nncheck.authoring.answers import completed
from nncheck.authoring.rehearsal import Play
from nncheck.records import Array, Call, Outcome, OutcomeKind, Random
from nncheck.spec.exercise import Formula, Function
from nncheck.spec.law import Dropped, Law, Uniform

Bend = Callable[[Array], Array]  # of the numbers, or of the mask
Source = Callable[[Call, Random], np.random.Generator]


class Vice(NamedTuple):
    """A bad habit, and the code under which it is named; "" where it is not."""

    code: str
    bend: Bend = lambda table: table
    source: Callable[[], Source] | None = None


def sample(law: Law, rng: np.random.Generator, bend: Bend = lambda table: table) -> Array:
    """An answer that follows the law, but for what `bend` does to it."""
    if isinstance(law, Dropped):
        mask = bend(rng.random(law.shape) >= law.p)
        dtype = law.x.dtype if law.x.dtype.kind == "f" else np.float64
        answer: Array = np.where(mask, law.x * law.factor, 0.0).astype(dtype)
        return answer
    if isinstance(law, Uniform):
        return bend(rng.uniform(law.low, law.high, law.shape))
    standardised = np.asarray(rng.standard_normal(law.shape))
    while not isinf(law.cut) and (outside := np.abs(standardised) > law.cut).any():
        standardised[outside] = rng.standard_normal(int(outside.sum()))
    return bend(law.mean + law.std * standardised)


def drawing(function: Function, formula: Formula, vice: Vice | None = None) -> Play:
    """The play in which a function draws from the law of a formula."""
    vice = vice or Vice("")
    source = (vice.source or _obedient)()

    def play(call: Call) -> Outcome:
        (given,) = [each for each in call.arguments if isinstance(each, Random)]
        answer = sample(formula(*completed(function, call.arguments)), source(call, given), vice.bend)
        after: Any = call.arguments if call.return_inputs else None
        return Outcome(kind=OutcomeKind.VALUE, value=answer, inputs_after=after)

    return play


def _obedient() -> Source:
    """The generator that was given."""
    generators: list[np.random.Generator] = []

    def source(call: Call, given: Random) -> np.random.Generator:
        if not given.again:
            generators[:] = [np.random.default_rng(given.seed)]
        return generators[0]

    return source


def _one_for_all() -> Source:
    generator = np.random.default_rng(0)
    return lambda call, given: generator


def _rows(table: Array) -> Array:
    return np.broadcast_to(table[:1], table.shape).copy() if table.ndim > 1 else table


def _mirrored(table: Array) -> Array:
    """Pairs that sum to twice the mean, as antithetic numbers do; of masks, pairs of which one is kept."""
    if table.ndim < 2 or table.size == 0:
        return table
    half = len(table) // 2
    second = ~table[:half] if table.dtype == bool else 2 * table.mean() - table[:half]
    return np.concatenate([table[: len(table) - half], second])


VICES: Mapping[str, Vice] = {
    "seeds a generator of its own on every call": Vice(
        "NN030", source=lambda: lambda call, given: np.random.default_rng(0)
    ),
    "draws from the global generator": Vice(
        "NN031", source=lambda: lambda call, given: np.random.default_rng(call.ambient_seed)
    ),
    "keeps a generator of its own": Vice("NN032", source=_one_for_all),
    "draws from a copy of the generator": Vice(
        "NN033", source=lambda: lambda call, given: np.random.default_rng(given.seed)
    ),
    "draws one number": Vice("", lambda table: _rows(_rows(table).T).T),
    "draws one row": Vice("NN035", _rows),
    "draws one column": Vice("NN036", lambda table: _rows(table.T).T),
    "fills the second half from the first": Vice("", _mirrored),
}  # fmt: skip

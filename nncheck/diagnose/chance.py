"""Random numbers that are wrong -> the law that they follow instead, or what is done with the generator."""

from collections.abc import Sequence

import msgspec
import numpy as np

from nncheck.diagnose.formulas import as_named
from nncheck.judge.compare import as_array
from nncheck.judge.distribution import Drawn, departure, law_of
from nncheck.judge.evidence import Answered
from nncheck.judge.independence import equal_rows, same
from nncheck.judge.plan import Check
from nncheck.judge.reference import agrees
from nncheck.judge.statistics import kept
from nncheck.records import Array, Named, OutcomeKind
from nncheck.spec.exercise import Function, Misconception
from nncheck.spec.law import Dropped

_MANY = 1000
_MARGIN = 2.0**-49  # of a number: a wrong formula may be computed in several ways

_FIXED_SEED = Named(
    id="NN030",
    title="the same numbers on every call",
    hint="Two layers made one after the other should differ. Which statement begins the numbers anew, "
    "or keeps those of the first call?",
)
_GLOBAL_STATE = Named(
    id="NN031",
    title="the library's global generator in place of rng",
    hint="Where do your numbers come from: from rng, or from np.random (torch) itself?",
)
_OWN_GENERATOR = Named(
    id="NN032",
    title="another generator in place of rng",
    hint="With rng in the same state as before, what else decides which numbers come?",
)
_NOT_ADVANCED = Named(
    id="NN033",
    title="rng is copied, and so never moves on",
    hint="What does the next call draw from the same rng?",
)
_ALL_EQUAL = Named(
    id="NN034",
    title="one number for all entries",
    hint="Neurons that begin equal stay equal. How many numbers does your code draw?",
)
_EQUAL_ROWS = Named(
    id="NN035",
    title="equal rows",
    hint="Neurons that begin equal stay equal. How many numbers do you draw, for how many entries?",
)
_EQUAL_COLUMNS = Named(
    id="NN036",
    title="equal columns",
    hint="How many numbers does your code draw, and how many entries are there?",
)

_NO_SPREAD = Named(
    id="NN055",
    title="0 for all entries",
    hint="The spread itself of your numbers is 0. Which division rounds down, or which factor is 0?",
)


def named(
    function: Function, check: Check, drawn: Sequence[Drawn], answers: Sequence[Answered]
) -> Named | None:
    """What explains a failed check on random numbers, if it is something that we know."""
    asked = [each for each in drawn if each.drawing.group == "distribution"]
    if any(outcome.kind != OutcomeKind.VALUE for each in asked for outcome in each.outcomes):
        return None
    if check.name == "generator":
        return _NO_SPREAD if _all_zero(function, asked) else _use_of_generator(asked)
    if check.kind == "distribution":
        return _structure(function, asked) or _law(function, asked, answers)
    return _law(function, asked, answers) if check.name == "certain" else None


def _use_of_generator(drawn: Sequence[Drawn]) -> Named | None:
    for each in drawn:
        if each.afresh is None:
            continue
        again, afresh, other = (same(each.first, answer) for answer in (each.again, each.afresh, each.other))
        if again and other:
            return _FIXED_SEED if afresh else _GLOBAL_STATE
        if again:
            return _NOT_ADVANCED
        if not afresh:
            return _OWN_GENERATOR
    return None


def _structure(function: Function, drawn: Sequence[Drawn]) -> Named | None:
    """What is equal in every answer that should not be."""
    tables = [_table(function, each) for each in drawn]
    if not tables or any(table is None or not table.size for table in tables):
        return None
    known = [table for table in tables if table is not None]
    if _all_zero(function, drawn):
        return _NO_SPREAD
    if all((table == table.flat[0]).all() for table in known):
        return None if isinstance(law_of(function, drawn[0].drawing), Dropped) else _ALL_EQUAL
    for alike in (lambda table: (table == table[:1]).all(), equal_rows):
        if all(alike(table) for table in known):
            return _EQUAL_ROWS
        if all(alike(table.T) for table in known):
            return _EQUAL_COLUMNS
    return None


def _all_zero(function: Function, drawn: Sequence[Drawn]) -> bool:
    """Whether no number of any answer differs from 0; what is dropped is 0 for another reason."""
    if not drawn or any(isinstance(law_of(function, each.drawing), Dropped) for each in drawn):
        return False
    tables = [_table(function, each) for each in drawn]
    return all(table is not None and table.size and not table.any() for table in tables)


def _table(function: Function, drawn: Drawn) -> Array | None:
    """An answer, or the mask in it, as rows and columns; None where it is no array of the right shape."""
    law, answer = law_of(function, drawn.drawing), as_array(drawn.first.value)
    if isinstance(answer, str) or answer.shape != law.shape:
        return None
    table: Array = kept(law, answer) if isinstance(law, Dropped) else answer
    return table.reshape(len(table), -1)


def _law(function: Function, drawn: Sequence[Drawn], answers: Sequence[Answered]) -> Named | None:
    """The one misconception whose law all answers follow."""
    certain = [each for each in answers if each.case.group == "certain"]
    fitting = [
        each
        for each in function.misconceptions
        if all(_follows(each, one) for one in drawn) and all(_explains(each, one) for one in certain)
    ]
    return as_named(fitting[0]) if drawn and len(fitting) == 1 else None


def _follows(misconception: Misconception, drawn: Drawn) -> bool:
    law = misconception.formula(*drawn.drawing.arguments)
    limits = drawn.drawing.limits[misconception.code]
    return all(departure(law, limits, outcome) is None for outcome in drawn.samples)


def _explains(misconception: Misconception, answered: Answered) -> bool:
    """Whether an answer that should be certain is one that the misconception gives."""
    law = misconception.formula(*answered.case.arguments)
    if not law.certain:
        least = 1 / law.x.size if law.x.size >= _MANY else 0.0  # of many entries some are lost, and some kept
        return departure(law, {"kept": (least, 1 - least)}, answered.outcome) is None
    answer = as_array(answered.outcome.value)
    if isinstance(answer, str) or not np.isfinite(answer).all():
        return True  # such as 0 / 0, which says little
    tolerance = _MARGIN * np.abs(law.certainty)
    case = msgspec.structs.replace(answered.case, exact=law.certainty, tolerance=tolerance)
    return agrees([Answered(case=case, outcome=answered.outcome)]) is None

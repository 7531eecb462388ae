"""An answer of another shape, or of more or fewer parts -> what to count."""

from collections.abc import Sequence
from itertools import islice, permutations

import numpy as np

from nncheck.judge.compare import as_array, at, misshapen
from nncheck.judge.evidence import Answered
from nncheck.judge.reference import agrees
from nncheck.records import Named

_NOT_AS_MANY = Named(
    id="NN020",
    title="not as many values as asked for",
    hint="How many values should there be? Count those after your return, or the rounds of your loop.",
)
_MOST_PARTS = 4  # of which every order is tried
_IN_ANOTHER_ORDER = Named(
    id="NN052",
    title="the parts of the answer in another order",
    hint="In which order does the statement name what is to be returned?",
)


def in_another_order(answers: Sequence[Answered]) -> Named | None:
    """Whether the parts of every answer have the shapes that are asked for, but in another order."""
    if not answers or not all(_has_parts(each) for each in answers):
        return None
    orders = permutations(range(len(answers[0].case.exact)))
    if any(all(_fits(each, order) for each in answers) for order in islice(orders, 1, None)):
        return None if _fits(answers[-1], range(len(answers[-1].case.exact))) else _IN_ANOTHER_ORDER
    return None


def _has_parts(answered: Answered) -> bool:
    got, exact = answered.outcome.value, answered.case.exact
    both = isinstance(exact, list | tuple) and isinstance(got, list | tuple)
    return both and 1 < len(got) == len(exact) <= _MOST_PARTS


def _fits(answered: Answered, order: Sequence[int]) -> bool:
    got, exact = answered.outcome.value, answered.case.exact
    return misshapen(tuple(got[place] for place in order), exact) is None


def named(wrong: Sequence[Answered], shaped: Sequence[Answered]) -> Named | None:
    """What `wrong` shapes say where no formula explains the answers; nothing if `shaped` ones err, too."""
    if not wrong or agrees(shaped) is not None:
        return None
    got, exact = wrong[0].outcome.value, wrong[0].case.exact
    mismatch = misshapen(got, exact)
    if mismatch is None or isinstance(got, dict):
        return None
    if " parts, expected " in mismatch.sentence or mismatch.sentence.endswith(" values"):
        return _NOT_AS_MANY
    part, wanted = as_array(at(got, mismatch.path)), np.shape(at(exact, mismatch.path))
    return None if isinstance(part, str) else _of_another_shape(part.shape, wanted)


def _of_another_shape(got: tuple[int, ...], wanted: tuple[int, ...]) -> Named:
    if wanted == ():
        title, hint = "an array in place of one number", "Which statement should make one number of many?"
    elif got == ():
        title = "one number in place of an array"
        hint = "Which of your statements makes one number of many (sum, mean, dot), and should it here?"
    else:
        title = "an answer of another shape"
        hint = "Write the shape of every result beside its line. Which is the first that you did not expect?"
    return Named(id="NN018", title=title, hint=hint)

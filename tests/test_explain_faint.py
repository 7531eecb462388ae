"""Simple inputs on which a mistake nearly cancels do not hide how wrong it is."""

from collections.abc import Callable
from typing import Any

import numpy as np
from students import EXERCISES, answered, asked

from nncheck.cases.bundle import Bundle
from nncheck.explain import simplest
from nncheck.judge.evidence import Broken
from nncheck.judge.reference import agrees

Bundles = Callable[[str], dict[str, Bundle]]


def smallest(student: Callable[..., Any], bundles: Bundles) -> Broken:
    """What is shown of a wrong slope of the L2 penalty that was found with more than four weights."""
    cases = bundles("regularization")["l2_penalty_grad"].cases
    large = [each for each in cases if each.group == "values" and each.arguments[0].size > 4]
    broken = agrees(answered(large, student))
    assert broken is not None
    function = EXERCISES["regularization"].functions["l2_penalty_grad"]
    return simplest(function, broken, lambda calls: [asked(student, arguments) for arguments in calls])


def test_inputs_on_which_a_mistake_cancels_are_passed_over(bundles: Bundles) -> None:
    """Weights of length 1 would show an error of 1e-12, where that of others is seen at once."""
    small = smallest(lambda w, lam: lam * w / (np.linalg.norm(w) + 1e-12), bundles)
    assert small.arguments[0].tolist() == [1.0, 1.0]
    assert small.error is not None
    assert small.error > 0.1


def test_a_faint_mistake_is_better_than_a_large_input(bundles: Bundles) -> None:
    """Where simple inputs show nothing but a small error, the first of them is taken."""
    small = smallest(lambda w, lam: lam * w + (1e-12 if w.size <= 4 else 1), bundles)
    assert small.arguments[0].size <= 2
    assert small.error is not None
    assert small.error < 1e-9

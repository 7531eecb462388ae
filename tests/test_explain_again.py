"""A wrong answer that the same call does not give again is told as that, and not as a wrong number."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered, asked

from nncheck.cases.bundle import Bundle
from nncheck.explain import Ask, explained
from nncheck.judge.evidence import Explanation
from nncheck.judge.plan import checks
from nncheck.judge.reference import agrees

Bundles = Callable[[str], dict[str, Bundle]]
Student = Callable[..., Any]


def explanation(name: str, student: Student, bundles: Bundles, alone: Ask | None = None) -> Explanation:
    """How wrong values of a function of the activations are explained."""
    exercise, bundle = EXERCISES["activations"], bundles("activations")[name]
    answers = answered(bundle.cases, student)
    broken = agrees([each for each in answers if each.case.group == "values"])
    assert broken is not None
    function = exercise.functions[name]
    check = checks(function, bundle)[0]
    return explained(exercise, function, check, answers, broken, asking(student), alone=alone)


def asking(student: Student) -> Ask:
    return lambda calls: [asked(student, arguments) for arguments in calls]


def test_an_answer_that_does_not_come_again_is_told_as_that(bundles: Bundles) -> None:
    """A number that cannot be seen when the example is run would puzzle: the name of its cause leads."""
    calls = 0

    def student(x: Any) -> Any:
        nonlocal calls
        calls += 1
        return x + calls

    found = explanation("identity", student, bundles)
    assert found.broken.sentence == "the answer the second time is not that the first time"
    assert [each.id for each in found.misconceptions] == ["NN012"]


@pytest.mark.parametrize(("kept", "codes"), [(7, ["NN012"]), (0, [])])
def test_a_process_of_its_own_shows_what_was_kept(kept: int, codes: list[str], bundles: Bundles) -> None:
    """What is left of an earlier call is added again and again, but not where nothing was called before."""
    found = explanation("identity", lambda x: x + 7, bundles, asking(lambda x: x + 7 - kept))
    assert [each.id for each in found.misconceptions] == codes
    assert found.broken.arguments[0].size == 1


def test_a_wrong_formula_is_named_without_calling_again(bundles: Bundles) -> None:
    """All answers follow it, so that they depend on nothing else."""
    found = explanation("sigmoid", lambda x: 1 / (1 + np.exp(x)), bundles, asking(lambda x: x))
    assert [each.id for each in found.misconceptions] == ["NN101"]

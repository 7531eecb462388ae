"""What is asked of a function: the same for every submission, and made once."""

import numpy as np
import pytest
from students import EXERCISES

from nncheck.cases.bundle import Bundle, Case, Drawing
from nncheck.questions import draws, questions_of
from nncheck.records import Random

SIGMOID = EXERCISES["activations"].functions["sigmoid"]
DROPOUT = EXERCISES["regularization"].functions["dropout"]
ADAM = EXERCISES["optimizers"].functions["adam"]


def case(name: str, group: str = "values", *arguments: object) -> Case:
    """A case with this name."""
    return Case(
        name=name, why="", group=group, arguments=arguments or (np.ones(2),), exact=0, tolerance=0, scale=0
    )


def test_cases_are_asked_and_some_of_them_again() -> None:
    """The last case at once, and the last three once more; the inputs of these come back."""
    cases = tuple(case(name) for name in "abcd") + (case("e", "worked"),)
    asked = questions_of(SIGMOID, Bundle(cases=cases))
    assert [each.name for each in asked.repeated] == ["d", "d", "c", "b"]
    assert [call.return_inputs for call in asked.of_cases.calls] == [False, True, True, True] + 5 * [False]
    assert all(call.function == "sigmoid" for call in asked.of_cases.calls)
    assert len(asked.of_drawings) == len(asked.properties) == 0


def test_steps_are_repeated_with_another_parameter_between() -> None:
    """Only where there is a second step, and not the first time."""
    two, one = (case(str(n), "values", np.ones(2), np.ones((n, 2)), None, 0.5) for n in (2, 1))
    asked = questions_of(ADAM, Bundle(cases=(two, one)))
    assert [each.name for each in asked.repeated] == ["2", "2"]
    assert [call.steps and call.steps.between for call in asked.of_cases.calls] == [None, None, None, True]


def test_random_functions_are_asked_once() -> None:
    """They are drawn from instead, several times with several generators."""
    drawing = Drawing(
        name="d", why="", group="distribution", arguments=(Random(seed=4),), limits={}, thorough=True
    )
    asked = questions_of(DROPOUT, Bundle(cases=(case("a", "shapes"),), drawings=(drawing,)))
    assert (len(asked.of_cases), len(asked.of_drawings)) == (1, 4)
    seeds = [call.arguments[0] for call in draws("dropout", drawing)]
    assert seeds == [Random(seed=4), Random(seed=4, again=True), Random(seed=4), Random(seed=5)]
    assert [call.ambient_seed for call in asked.of_drawings.calls] == [0, 0, 1, 0]


def test_only_a_thorough_drawing_is_drawn_more_than_once() -> None:
    """The law of the others is seen in one draw, and costs enough."""
    drawing = Drawing(name="d", why="", group="distribution", arguments=(Random(seed=4),), limits={})
    assert [call.arguments for call in draws("dropout", drawing)] == [(Random(seed=4),)]


@pytest.mark.parametrize("equal", [Bundle(cases=(case("a"),)), Bundle(cases=())])
def test_questions_are_made_once_for_each_bundle(equal: Bundle) -> None:
    """The same bundle has the same questions, with the bytes that were sent; another one has its own."""
    bundle = Bundle(cases=(case("a"),))
    assert questions_of(SIGMOID, bundle) is questions_of(SIGMOID, bundle)
    assert questions_of(SIGMOID, bundle) is not questions_of(SIGMOID, equal)

"""The first look at all answers says of none that it is right, where the judges say that it is not."""

from collections.abc import Callable, Iterator
from typing import Any
from zlib import crc32

import numpy as np
import pytest
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS

from nncheck.cases.bundle import Asked, Bundle, Case, PropertyCase
from nncheck.judge.contract import keeps_shapes
from nncheck.judge.evidence import Answered, Broken
from nncheck.judge.glance import answered, kept
from nncheck.judge.property import holds
from nncheck.judge.reference import agrees, agrees_with_torch
from nncheck.records import Opaque, Outcome, OutcomeKind, Tensor
from nncheck.spec.trees import leaves, map_leaves

Bundles = Callable[[str], dict[str, Bundle]]
ROUNDS = 300

EXACT: list[Any] = [
    np.array(0.75),
    np.array(3, dtype=np.int64),
    np.array([1.0, -2.0, 3.0]),
    np.array([0.0, np.inf, -np.inf]),
    np.array([0.5, 0.5]),
    np.zeros((0, 3)),
    np.arange(6.0).reshape(2, 3) - 2.5,
    (np.array([1.0, 2.0]), np.array(4.0)),
    [np.array([1.0]), np.array([2.0]), np.array([3.0])],
    {"W1": np.ones((2, 2)), "b1": np.array([0.25, 0.5])},
    {"a": [np.array(1.0), np.array(2.0)], "b": (np.array([1.0, 2.0]), {"c": np.array([[3.0]])})},
]


class Subclass(np.ndarray):  # type: ignore[type-arg]
    """An array of another kind, which no reply holds."""


def tolerance_of(exact: Any) -> Any:
    """A different one for every number; at 0.5 as wide as at a kink."""

    def each(leaf: Any) -> Any:
        return np.where(leaf == 0.5, 0.5, 1e-12 * np.arange(1, leaf.size + 1).reshape(leaf.shape))

    return map_leaves(each, exact)


def damages(rng: np.random.Generator) -> list[Callable[[Any, Any], Any]]:
    """What may become of an exact array with its tolerance."""
    sign = rng.choice([-1.0, 1.0])
    return [
        lambda exact, tolerance: exact,
        lambda exact, tolerance: exact + sign * tolerance * 0.999,
        lambda exact, tolerance: exact + sign * tolerance * 1.001,
        lambda exact, tolerance: exact + sign * tolerance,
        lambda exact, tolerance: exact.astype(np.float64),
        lambda exact, tolerance: exact.astype(np.float32),
        lambda exact, tolerance: np.nan_to_num(exact).astype(np.int64),
        lambda exact, tolerance: np.nan_to_num(exact).astype(np.uint8),
        lambda exact, tolerance: exact > 0,
        lambda exact, tolerance: exact.astype(np.longdouble) + np.longdouble(tolerance) * 1.001,
        lambda exact, tolerance: exact + 0j,
        lambda exact, tolerance: exact.astype(object),
        lambda exact, tolerance: exact.astype(str),
        lambda exact, tolerance: exact.astype(">f8"),
        lambda exact, tolerance: exact * np.nan,
        lambda exact, tolerance: np.where(rng.random(exact.shape) < 0.5, np.nan, exact),
        lambda exact, tolerance: exact * np.inf,
        lambda exact, tolerance: np.abs(exact),
        lambda exact, tolerance: exact[None],
        lambda exact, tolerance: exact.ravel(),
        lambda exact, tolerance: exact.reshape(exact.shape[::-1]),
        lambda exact, tolerance: exact.tolist(),
        lambda exact, tolerance: exact.view(Subclass),
        lambda exact, tolerance: Tensor(array=exact),
        lambda exact, tolerance: Tensor(array=exact.astype(np.float32) + 1),
        lambda exact, tolerance: Opaque(type_name="Network"),
        lambda exact, tolerance: None,
        lambda exact, tolerance: "0.75",
        lambda exact, tolerance: 0.75,
        lambda exact, tolerance: 3,
        lambda exact, tolerance: True,
        lambda exact, tolerance: 2**53 + 1,
        lambda exact, tolerance: 2**80,
        lambda exact, tolerance: float("nan"),
        lambda exact, tolerance: 1 + 0j,
        lambda exact, tolerance: np.float64(0.75),
        lambda exact, tolerance: [exact],
        lambda exact, tolerance: {"answer": exact},
    ]


def damaged(exact: Any, tolerance: Any, rng: np.random.Generator) -> Any:
    """An answer of which about half the parts are damaged, in this form or another one."""
    choice = damages(rng)

    def change(leaf: Any, each: Any) -> Any:
        return choice[int(rng.integers(len(choice)))](leaf, each) if rng.random() < 0.5 else leaf

    answer = map_leaves(change, exact, tolerance)
    forms = [answer]
    if isinstance(answer, dict):
        forms += [{**answer, "more": None}, dict(list(answer.items())[1:]), list(answer.values())]
    elif isinstance(answer, list | tuple):
        forms += [tuple(answer), list(answer), answer[1:], [*answer, None], {"0": answer}, stacked(answer)]
    return forms[int(rng.integers(len(forms)))]


def stacked(parts: Any) -> Any:
    """An array in place of a list, where its parts allow it."""
    try:
        return np.array(parts)
    except ValueError:
        return parts


def case(number: int, exact: Any) -> Case:
    tolerance = tolerance_of(exact)
    torch = map_leaves(lambda leaf, each: leaf + 0.7 * each, exact, tolerance) if number % 2 else None
    return Case(
        name=str(number),
        why="",
        group="values",
        arguments=(),
        exact=exact,
        tolerance=tolerance,
        scale=None,
        torch=torch,
    )


BUNDLE = Bundle(cases=tuple(case(number, exact) for number, exact in enumerate([*EXACT, *EXACT])))


def replies() -> Iterator[list[Outcome]]:
    """Outcomes of all cases, over and over."""
    rng = np.random.default_rng(0)
    kinds = [OutcomeKind.VALUE] * 19 + [OutcomeKind.EXCEPTION]
    for turn in range(ROUNDS):
        yield [
            Outcome(
                kind=kinds[int(rng.integers(len(kinds)))],
                value=each.exact
                if rng.random() < turn / ROUNDS
                else damaged(each.exact, each.tolerance, rng),
            )
            for each in BUNDLE.cases
        ]


def said(broken: Broken | None) -> Any:
    """All that a student could read of it."""
    return broken and repr((broken.sentence, broken.path, broken.index, broken.error, broken.allowed))


JUDGES = {"values": agrees, "torch": agrees_with_torch, "shapes": keeps_shapes}


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize("judge", JUDGES.values(), ids=list(JUDGES))
def test_no_judge_says_anything_else(judge: Callable[[Any], Broken | None]) -> None:
    """Thousands of answers, alone and all together, get the sentence that they get without the glance."""
    broken = 0
    for outcomes in replies():
        quick = answered(BUNDLE, outcomes)
        slow = [Answered(case=each.case, outcome=each.outcome) for each in quick]
        assert said(judge(quick)) == said(judge(slow))
        for one, other in zip(quick, slow, strict=True):
            assert said(judge([one])) == said(judge([other]))
            broken += judge([one]) is not None
    assert ROUNDS < broken < ROUNDS * len(BUNDLE.cases) - ROUNDS


@pytest.mark.parametrize(
    "form",
    [lambda leaf: leaf, lambda leaf: Tensor(array=leaf), lambda leaf: leaf if leaf.ndim else leaf.item()],
    ids=["numpy", "torch", "Python"],
)
def test_right_answers_need_no_closer_look(form: Callable[[Any], Any]) -> None:
    """Exact answers as numpy, torch or Python have them are certain in every respect."""
    outcomes = [Outcome(kind=OutcomeKind.VALUE, value=map_leaves(form, each.exact)) for each in BUNDLE.cases]
    for number, each in enumerate(answered(BUNDLE, outcomes)):
        assert (each.shaped, each.right, each.as_torch) == (True, True, number % 2 == 1)


def test_one_wrong_answer_leaves_the_others_certain() -> None:
    """Only the answer with a wrong number, or of another form, is looked at."""
    outcomes = [Outcome(kind=OutcomeKind.VALUE, value=each.exact) for each in BUNDLE.cases]
    outcomes[2] = Outcome(kind=OutcomeKind.VALUE, value=np.array([1.0, -2.0, 4.0]))
    outcomes[5] = Outcome(kind=OutcomeKind.VALUE, value=np.zeros((3, 0)))
    looked = answered(BUNDLE, outcomes)
    assert [index for index, each in enumerate(looked) if not each.right] == [2, 5]
    assert [index for index, each in enumerate(looked) if not each.shaped] == [5]


# --- properties ---------------------------------------------------------------------------------


def shaken(asked: Asked, part: float, seed: int) -> Outcome:
    """An answer that is off by a part of its tolerance, up or down: to the same question the same one."""
    signs = np.random.default_rng([seed, crc32(repr((asked.function, asked.arguments)).encode())])
    value = map_leaves(
        lambda leaf, each: np.asarray(leaf + part * each * signs.choice([-1, 1], np.shape(leaf))),
        asked.exact,
        asked.tolerance,
    )
    return Outcome(kind=OutcomeKind.VALUE, value=value)


def no_call(function: str, arguments: tuple[Any, ...]) -> Outcome:
    raise AssertionError("nothing is to be asked")


def judged_alone(case: PropertyCase) -> bool:
    """Whether the relation is looked at whatever the answers are."""
    finite = all(np.isfinite(leaf).all() for each in case.asked for _, leaf in leaves(each.exact))
    return not finite or any(each.live for each in case.asked)


@pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
def test_answers_well_within_their_tolerances_keep_every_promise(
    exercise: str, name: str, bundles: Bundles
) -> None:
    """What the glance lets pass without looking at the relation, the relation lets pass as well."""
    function, bundle = EXERCISES[exercise].functions[name], bundles(exercise)[name]
    looked_at = {place for place, case in enumerate(bundle.properties) if judged_alone(case)}
    for seed, part in enumerate([0.0, *[0.3, 0.4, 0.45, 0.499] * 3]):
        outcomes = [[shaken(each, part, seed) for each in case.asked] for case in bundle.properties]
        certain = kept(bundle, outcomes)
        assert part or certain == set(range(len(bundle.properties))) - looked_at
        for place in certain:
            case = bundle.properties[place]
            assert holds(function.promised(case.property), name, case, outcomes[place], no_call) is None


def test_other_answers_are_put_to_the_relation(bundles: Bundles) -> None:
    """One number that is off, a part of an answer that is missing, no answer at all: nothing is certain."""
    bundle = bundles("activations")["sigmoid"]
    right = [[shaken(each, 0.0, 0) for each in case.asked] for case in bundle.properties]
    assert kept(bundle, right) == {0, 1, 2}
    for wrong in (
        [shaken(bundle.properties[1].asked[0], 0.6, 0)],
        [Outcome(kind=OutcomeKind.TIMEOUT)],
        [],
    ):
        assert kept(bundle, [right[0], wrong, right[2]]) == {0, 2}

"""Random numbers are judged by law, independence and their generator; every promise can be broken."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from nncheck.authoring.sampling import sample
from nncheck.cases.bundle import Drawing
from nncheck.cases.critical import limits
from nncheck.judge.distribution import Drawn, departure, follows, law_of
from nncheck.judge.independence import independent, obeys_generator, repeated
from nncheck.records import Outcome, OutcomeKind, Random
from nncheck.spec import Function, dropped, generator, length, normal_law, uniform_law
from nncheck.spec.law import Law

SIDES = (200, 150)


def function(law: Callable[..., Law]) -> Function:
    """A function of two lengths and a generator."""
    return Function(law, {"n": length("n"), "k": length("k"), "rng": generator()})


NORMAL = function(lambda n, k, rng: normal_law((n, k), 1, 0.5))
UNIFORM = function(lambda n, k, rng: uniform_law((n, k), -1, 3))
MASK = function(lambda n, k, rng: dropped(np.full((n, k), 2.0), 0.25))
EVERY = pytest.mark.parametrize("which", [NORMAL, UNIFORM, MASK], ids=["normal", "uniform", "mask"])


def drawing(which: Function) -> Drawing:
    """One thorough drawing."""
    law = which.formula(*SIDES, None)
    return Drawing(
        name="d",
        why="w",
        group="distribution",
        arguments=(*SIDES, Random(seed=7)),
        limits={"": limits(law)},
        thorough=True,
    )


def value(answer: Any) -> Outcome:
    """What a call returned."""
    return Outcome(kind=OutcomeKind.VALUE, value=answer)


def right(which: Function, seed: int = 0) -> Any:
    """Numbers of the right law."""
    return sample(law_of(which, drawing(which)), np.random.default_rng(seed))


def drawn(
    which: Function, first: Any, again: Any = None, afresh: Any = None, other: Any = None
) -> list[Drawn]:
    """Answers to the drawing; the right ones where none are given."""
    return [
        Drawn(
            drawing=drawing(which),
            first=value(first),
            again=value(right(which, 1) if again is None else again),
            afresh=value(first if afresh is None else afresh),
            other=value(right(which, 2) if other is None else other),
        )
    ]


@EVERY
def test_right_numbers_keep_every_promise(which: Function) -> None:
    """Law, independence, generator."""
    answers = drawn(which, right(which))
    assert follows(which, answers) is None
    assert independent(which, answers, follow=True) is None
    assert obeys_generator(which, answers) is None


@EVERY
def test_a_single_draw_is_judged(which: Function) -> None:
    """By its law and by its rows; there is nothing that it could be compared with."""
    alone = [Drawn(drawing=drawing(which), first=value(right(which)))]
    assert follows(which, alone) is None
    assert independent(which, alone, follow=True) is None
    assert obeys_generator(which, alone) is None
    wrong = [Drawn(drawing=drawing(which), first=value(right(which) * 1.5 + 1))]
    assert follows(which, wrong) is not None
    rows = [Drawn(drawing=drawing(which), first=value(np.repeat(right(which)[:1], SIDES[0], axis=0)))]
    assert independent(which, rows, follow=False) is not None
    none = [Drawn(drawing=drawing(which), first=value(np.full(SIDES, np.nan)))]
    assert obeys_generator(which, none) is not None


WRONG_LAWS: list[tuple[Function, Callable[[Any], Any], str]] = [
    (NORMAL, lambda x: x + 0.1, "the mean of your 30,000 numbers is 1.1"),
    (
        NORMAL,
        lambda x: 1 + (x - 1) * 1.06,
        "the standard deviation of your 30,000 numbers is 0.5285, expected 0.5",
    ),
    (NORMAL, lambda x: np.clip(x, 0, 2), "expected 0.5"),
    (NORMAL, lambda x: np.where(x == x.max(), 9.0, x), "one of your 30,000 numbers is 9, expected all from"),
    (NORMAL, lambda x: 1 + 0.5 * np.sign(x - 1), "is further from 1 than"),
    (NORMAL, lambda x: x.T, "answer has shape (150, 200), expected (200, 150)"),
    (NORMAL, lambda x: np.where(x > 2.5, np.nan, x), "= nan, expected a number"),
    (NORMAL, lambda x: [1.0, 2.0], "answer is a list of 2"),
    (UNIFORM, lambda x: x * 1.001, "expected all from -1 to 3"),
    (UNIFORM, lambda x: 1 + (x - 1) * 0.99, "is further from 1 than"),
    (UNIFORM, lambda x: x + 0.2, "the mean of your 30,000 numbers"),
    (UNIFORM, lambda x: np.where(np.abs(x - 1) > 1.9, x, 1 + (x - 1) * 0.96), "of your 30,000 numbers"),
    (MASK, lambda x: x * 0.75, "expected 0 or 2.6666666666666665"),
    (MASK, lambda x: np.full_like(x, 2 / 0.75), "100.0% of your 30,000 numbers are kept, expected 75.0%"),
]


@pytest.mark.parametrize(("which", "change", "sentence"), WRONG_LAWS, ids=[row[2] for row in WRONG_LAWS])
def test_a_wrong_law_is_told(which: Function, change: Callable[[Any], Any], sentence: str) -> None:
    """In a sentence with the student's number beside the expected one; in either draw."""
    wrong = change(right(which))
    broken = follows(which, drawn(which, wrong))
    assert broken is not None
    assert sentence in broken.sentence
    assert follows(which, drawn(which, right(which), again=wrong)) is not None


def tiled(x: Any) -> Any:
    """The first row everywhere."""
    return np.tile(x[:1], (len(x), 1))


def halved(x: Any) -> Any:
    """The second half is the first."""
    return np.concatenate([x[:100], x[:100]])


DEPENDENT: list[tuple[str, Function, Callable[[Any], Any], str]] = [
    ("equal rows", NORMAL, tiled, "all rows of your answer are equal"),
    ("equal columns", UNIFORM, lambda x: tiled(x.T[:, :]).T, "all columns of your answer are equal"),
    ("a repeated half", UNIFORM, halved, "rows 0 and 100 of your answer are equal"),
    (
        "mirrored halves",
        NORMAL,
        lambda x: np.concatenate([x[:100], 2 - x[:100]]),
        "the upper and the lower half",
    ),
    ("sorted", UNIFORM, lambda x: np.sort(x, axis=None).reshape(x.shape), "depend on each other"),
    ("neighbours", NORMAL, lambda x: np.repeat(x[:, :75], 2, axis=1) + 1e-9 * x, "neighbouring columns"),
    ("few numbers", UNIFORM, lambda x: np.rint(x * 500) / 500, "are different"),
    ("equal rows of a mask", MASK, tiled, "all rows of the mask"),
    ("mirrored masks", MASK, lambda x: np.concatenate([x[:100], x[99::-1] * 1]), "rows"),
]


@pytest.mark.parametrize(
    ("which", "change", "sentence"), [row[1:] for row in DEPENDENT], ids=[r[0] for r in DEPENDENT]
)
def test_dependence_is_told(which: Function, change: Callable[[Any], Any], sentence: str) -> None:
    """Rows, columns, halves, repeated numbers."""
    broken = independent(which, drawn(which, change(right(which))), follow=True)
    assert broken is not None
    assert sentence in broken.sentence


@EVERY
def test_a_second_draw_that_depends_on_the_first(which: Function) -> None:
    """Nearly the same numbers again are no new ones."""
    first = right(which)
    again = np.where(np.arange(SIDES[1]) % 4 == 0, right(which, 5), first)
    broken = independent(which, drawn(which, first, again=again), follow=True)
    assert broken is not None
    assert "two draws from one generator depend on each other" in broken.sentence


@pytest.mark.parametrize("factor", [0.01, 0.5, 3.0, 100.0])
def test_independent_numbers_of_another_law_stay_independent(factor: float) -> None:
    """One mistake costs one check."""
    answers = drawn(NORMAL, factor * right(NORMAL) + 4, again=factor * right(NORMAL, 1) + 4)
    assert independent(NORMAL, answers, follow=False) is None


def test_independent_masks_of_another_rate_stay_independent() -> None:
    """One mistake costs one check."""
    other = function(lambda n, k, rng: dropped(np.full((n, k), 2.0), 0.6))
    answers = drawn(MASK, right(other), again=right(other, 1))
    assert follows(MASK, answers) is not None
    assert independent(MASK, answers, follow=False) is None


@EVERY
def test_disobedience_to_the_generator_is_told(which: Function) -> None:
    """The same numbers from other seeds, the same again, other ones from the same seed."""
    first, second = right(which), right(which, 9)
    told = {
        "generators with different seeds": drawn(which, first, other=first),
        "gave the same numbers again": drawn(which, first, again=first),
        "two generators with the same seed": drawn(which, first, afresh=second),
    }
    for sentence, answers in told.items():
        broken = obeys_generator(which, answers)
        assert broken is not None
        assert sentence in broken.sentence


def test_an_exception_is_told_by_every_promise() -> None:
    """With its text, and where it was raised."""
    failed = Outcome(kind=OutcomeKind.EXCEPTION, error="TypeError", message="no")
    answers = [Drawn(drawing=drawing(NORMAL), first=failed, again=failed)]
    for broken in (
        follows(NORMAL, answers),
        independent(NORMAL, answers, False),
        obeys_generator(NORMAL, answers),
    ):
        assert broken is not None
        assert broken.sentence == "it raised TypeError: no"
        assert broken.raised == "TypeError"


def test_nothing_repeats_itself_by_chance() -> None:
    """Right numbers have no equal rows; in float32 some few meet."""
    law = law_of(UNIFORM, drawing(UNIFORM))
    assert list(repeated(law, right(UNIFORM).astype(np.float32))) == []
    assert departure(law, limits(law), value(right(UNIFORM).astype(np.float32))) is None

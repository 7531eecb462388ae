"""Selfcheck of random functions: right laws pass, blind drawings are told, and both rates are bounded."""

from pathlib import Path

import msgspec
import numpy as np
import pytest
from students import EXERCISES, RANDOM

from nncheck.authoring import power
from nncheck.authoring.chance import random_proof
from nncheck.authoring.power import MOST_FALSE_FAILURES, MOST_MISSED, false_failures, least_seen, missed
from nncheck.authoring.sampling import sample
from nncheck.cases import chance, critical
from nncheck.cases.bundle import Bundle, joined
from nncheck.errors import SpecError
from nncheck.judge.distribution import departure
from nncheck.records import Outcome, OutcomeKind, Random
from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Misconception,
    generator,
    length,
    normal_law,
    uniform_law,
)

EVERY = pytest.mark.parametrize(("exercise", "name"), RANDOM, ids=[".".join(each) for each in RANDOM])


def bundle_of(exercise: Exercise, function: Function) -> Bundle:
    """What is drawn for seed 0."""
    return joined(chance.fixed(exercise, function), chance.drawn(exercise, function, 0))


def scaled(*misconceptions: Misconception, **details: object) -> tuple[Exercise, Function]:
    """A small exercise of one random function."""

    def weights(n, k, rng):  # type: ignore[no-untyped-def]
        """Normal numbers of standard deviation 1 / n."""
        return normal_law((k, n), 0, 1 / n)

    examples = (
        Example("large", 300, 110, Random(seed=1), why="large"),
        Example("small", 3, 2, Random(seed=2), why="small"),
    )
    settings = {"examples": examples, "sizes": {"n": (90, 400), "k": (90, 400)}} | details
    domain = {"n": length("n"), "k": length("k"), "rng": generator()}
    function = Function(weights, domain, misconceptions=misconceptions, **settings)  # type: ignore[arg-type]
    return Exercise("scaled", "Scaled", (function,)), function


HALF = Misconception("SC101", "half of it", "Why half?", lambda n, k, rng: normal_law((k, n), 0, 0.5 / n))
FLAT = Misconception(
    "SC102", "uniform", "Why?", lambda n, k, rng: uniform_law((k, n), -(3**0.5) / n, 3**0.5 / n)
)
SAME = Misconception("SC103", "nothing wrong", "Why?", lambda n, k, rng: normal_law((k, n), 0, 2 / (2 * n)))
TWIN = Misconception("SC104", "half again", "Why?", lambda n, k, rng: normal_law((k, n), 0, 1 / (2 * n)))


def test_a_sound_function_is_found_sound() -> None:
    """Its misconceptions are named, and every check is able to fail."""
    exercise, function = scaled(HALF, FLAT)
    found = random_proof(exercise, function, bundle_of(exercise, function))
    assert found.findings == ()
    assert found.misconceptions == 2
    assert set(found.checks) - found.tripped == set()


@pytest.mark.parametrize(
    ("misconceptions", "sentence"),
    [
        ((SAME,), "blind drawings: SC103"),
        ((HALF, TWIN), "SC101 (half of it) is rejected, but nothing is named"),
    ],
    ids=["no mistake", "two of one law"],
)
def test_what_drawings_cannot_tell_is_an_error(
    misconceptions: tuple[Misconception, ...], sentence: str
) -> None:
    """A misconception with the right law, and two with one law."""
    exercise, function = scaled(*misconceptions)
    found = random_proof(exercise, function, bundle_of(exercise, function))
    assert any(sentence in finding.message for finding in found.findings)


def test_a_small_mistake_is_an_error() -> None:
    """One that luck alone would reject: 3 % of the spread."""
    near = Misconception("SC105", "a little more", "Why?", lambda n, k, rng: normal_law((k, n), 0, 1.03 / n))
    exercise, function = scaled(near)
    found = random_proof(exercise, function, bundle_of(exercise, function))
    assert any("may pass with a probability of" in finding.message for finding in found.findings)


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"examples": ()}, "a random function needs an example of 10,000 entries or more"),
        ({"sizes": {"n": (100, 110), "k": (100, 110)}}, "its sizes give no large arrays that are not square"),
    ],
    ids=["no example", "square"],
)
def test_an_author_is_told_what_is_missing(details: dict[str, object], sentence: str) -> None:
    """A large example, and sizes that are not square."""
    exercise, function = scaled(HALF, **details)
    with pytest.raises(SpecError, match=sentence):
        bundle_of(exercise, function)


# --- the two rates ------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise", sorted({exercise for exercise, _ in RANDOM}))
def test_right_answers_fail_once_in_a_thousand_million_gradings(exercise: str) -> None:
    """Even where hidden inputs are graded beside public ones, which is twice."""
    functions = [each for each in EXERCISES[exercise].functions.values() if each.random]
    total = sum(false_failures(each, bundle_of(EXERCISES[exercise], each)) for each in functions)
    assert 2 * total <= MOST_FALSE_FAILURES


@EVERY
def test_listed_mistakes_are_seen(exercise: str, name: str) -> None:
    """With the drawings that every seed shares, each is missed less than once in a million."""
    function = EXERCISES[exercise].functions[name]
    shared = chance.fixed(EXERCISES[exercise], function)
    assert max(missed(function, each, shared) for each in function.misconceptions) < MOST_MISSED


@EVERY
def test_drawn_arguments_are_large_and_never_nearly_square(exercise: str, name: str) -> None:
    """For any seed: fan_in and fan_out differ by half at least, and there are numbers enough."""
    function = EXERCISES[exercise].functions[name]
    for seed in range(5):
        drawings = chance.drawn(EXERCISES[exercise], function, seed).drawings
        assert [each.thorough for each in drawings] == [True, False]
        for each in drawings:
            shape = chance.law_of(function, each.arguments).shape
            assert max(shape) >= 1.5 * min(shape)
            assert 10_000 <= np.prod(shape) <= 24_000


NARROW = normal_law((30, 40), 0, 1)
WRONG = {
    "wider": normal_law((30, 40), 0, 1.12),
    "narrower": normal_law((30, 40), 0, 0.9),
    "shifted": normal_law((30, 40), 0.12, 1),
    "uniform": uniform_law((30, 40), -(3**0.5), 3**0.5),
}


@pytest.mark.parametrize("name", WRONG)
def test_bounds_on_power_hold(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With fewer numbers and looser limits a wrong law is missed at times, no oftener than was bounded."""
    monkeypatch.setattr(critical, "ALPHA", 0.01)
    critical._of_numbers.cache_clear()
    limits, rng, times = critical.limits(NARROW), np.random.default_rng(2), 400
    critical._of_numbers.cache_clear()
    bound = power._missed_once(NARROW, WRONG[name], limits)
    answers = (Outcome(kind=OutcomeKind.VALUE, value=sample(WRONG[name], rng)) for _ in range(times))
    passed = sum(departure(NARROW, limits, each) is None for each in answers)
    assert bound < 1
    assert passed <= times * bound + 5 * (times * bound * (1 - bound)) ** 0.5 + 1


def test_the_smallest_error_that_is_seen() -> None:
    """It is missed as often as is said; half of it is missed often."""
    law = normal_law((120, 270), 0, 1)
    limits = critical.limits(law)
    factor = least_seen(law, limits)
    assert 1.04 < factor < 1.06
    wider = msgspec.structs.replace(law, std=1 + (factor - 1) / 2)
    assert power._missed_once(law, wider, limits) > 0.5


def test_the_table_of_the_manual_is_what_comes_out() -> None:
    """docs/numerics.md prints both rates as they are computed."""
    printed = (Path(__file__).parent.parent / "docs" / "numerics.md").read_text("utf-8")
    shown = [each for each in EXERCISES.values() if any(one.random for one in each.functions.values())]
    assert "\n".join(power.table(shown)) in printed

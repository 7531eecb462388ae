"""Generators that all code shares: seeded before a call wherever something may have drawn from them."""

import random
import warnings
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from nncheck.sandbox.ambient import settle


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """These tests leave the generators and warnings of this process as they were."""
    python, numpy = random.getstate(), np.random.get_state()
    with warnings.catch_warnings():
        yield
    random.setstate(python)
    np.random.set_state(numpy)


def state() -> tuple[object, ...]:
    """All of both generators' states."""
    kind, numbers, place, *gauss = np.random.get_state(legacy=True)  # type: ignore[misc]
    return random.getstate(), kind, numbers.tobytes(), place, *gauss


CHANGES: dict[str, Callable[[], object]] = {
    "a draw": random.random,
    "bits": lambda: random.getrandbits(8),
    "a normal number, of which two are made": lambda: random.gauss(0, 1),
    "as many draws as there are numbers": lambda: [random.getrandbits(32) for _ in range(624)],
    "another seed": lambda: random.seed(5),
    "another state": lambda: random.setstate(random.Random(7).getstate()),
    "numpy's draw": np.random.rand,
    "numpy's normal number": np.random.randn,
    "as many of numpy's draws as there are numbers": lambda: np.random.bytes(4 * 624),
    "numpy's other seed": lambda: np.random.seed(5),
    "numpy's other state": lambda: np.random.set_state(np.random.RandomState(7).get_state()),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_was_drawn_is_forgotten(change: Callable[[], object]) -> None:
    """Before a call both generators are as a seed leaves them, whatever the call before did."""
    settle(None, 0)
    expected = state()
    change()
    settle(None, 0)
    assert state() == expected


def test_seeds_differ() -> None:
    """Another seed gives other numbers, and the first one the first numbers again."""
    drawn = []
    for seed in (0, 1, 0):
        settle(None, seed)
        drawn.append((random.random(), np.random.rand()))
    assert drawn[0] == drawn[2] != drawn[1]


def test_unused_generators_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing has been drawn nothing is seeded: that is most of the time that a short call takes."""
    settle(None, 0)
    seeded: list[int] = []
    monkeypatch.setattr("nncheck.sandbox.ambient._seed_numpy", seeded.append)
    settle(None, 0)
    assert seeded == []
    np.random.rand()
    settle(None, 0)
    assert seeded == [0]


def test_warnings_are_ignored_again() -> None:
    """A filter that a call leaves behind does not reach the next one."""
    settle(None)
    warnings.simplefilter("error")
    with pytest.raises(UserWarning):
        warnings.warn("everybody hears this", stacklevel=1)
    settle(None)
    warnings.warn("nobody hears this", stacklevel=1)
    assert warnings.filters[0][0] == "ignore"

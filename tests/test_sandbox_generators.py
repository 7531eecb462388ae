"""Arguments that are random number generators: made in the worker, from the seed, and never sent back."""

from collections.abc import Iterator

import numpy as np
import pytest
from sandbox_samples import LIMITS, opened

from nncheck.records import Call, Opaque, Outcome, OutcomeKind, Random, Tensor
from nncheck.reference.versions import version
from nncheck.sandbox import replies, wire
from nncheck.sandbox.session import Sandbox

SOURCE = """
    import random
    import numpy as np

    def draw(size, rng):
        return rng.random(size)

    def own(size, rng):
        return [random.random(), float(np.random.rand())]

    def given(size, rng):
        return rng

    def kind(size, rng):
        return type(rng).__name__
"""
TORCH = """
    import torch

    def draw(size, rng):
        return torch.rand(size, generator=rng)

    def own(size, rng):
        return torch.rand(size)
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote for all tests here."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


def asked(sandbox: Sandbox, source: str, *calls: Call) -> list[Outcome]:
    """What came of the calls."""
    with opened(sandbox, source) as worker:
        return worker.calls(calls)


def call(function: str, seed: int, again: bool = False, ambient: int = 0, backend: str = "numpy") -> Call:
    """A call with a size and a generator."""
    arguments = (3, Random(seed=seed, again=again))
    return Call(function=function, arguments=arguments, ambient_seed=ambient, backend=backend)


def test_a_generator_has_the_seed_that_was_asked_for(sandbox: Sandbox) -> None:
    """It is numpy's default one, and `again` goes on where the call before left it."""
    first, again, afresh = asked(
        sandbox, SOURCE, call("draw", 7), call("draw", 7, again=True), call("draw", 7)
    )
    rng = np.random.default_rng(7)
    assert np.array_equal(first.value, rng.random(3))
    assert np.array_equal(again.value, rng.random(3))
    assert np.array_equal(afresh.value, first.value)


def test_again_without_a_call_before_is_a_fresh_one(sandbox: Sandbox) -> None:
    """A worker that was started anew has none."""
    (outcome,) = asked(sandbox, SOURCE, call("draw", 7, again=True))
    assert np.array_equal(outcome.value, np.random.default_rng(7).random(3))


def test_the_ambient_seed_moves_the_other_generators(sandbox: Sandbox) -> None:
    """Python's and numpy's own begin where the call says, whatever generator is handed over."""
    one, other, moved = asked(sandbox, SOURCE, call("own", 1), call("own", 2), call("own", 1, ambient=1))
    assert one.value == other.value
    assert all(a != b for a, b in zip(one.value, moved.value, strict=True))


def test_a_generator_comes_back_as_its_type_alone(sandbox: Sandbox) -> None:
    """Returned, or among the inputs after a call, it is nothing that could be read."""
    (outcome,) = asked(sandbox, SOURCE, call("given", 1))
    assert outcome.value == Opaque(type_name="numpy.random._generator.Generator")


def test_a_generator_on_the_wire_is_refused_by_the_grader() -> None:
    """Only the grader may send one; it comes through from there."""
    data = wire.dumps({"rng": wire.Random(5, True)})
    with pytest.raises(wire.WireError, match="a generator from a peer that may send none"):
        wire.loads(data)
    with pytest.raises(replies.ProtocolError):
        replies.decode(data)
    assert wire.loads(data, make_random=wire.Random) == {"rng": wire.Random(5, True)}


FORGED = """
    def draw(size, rng):
        import sys
        Random = sys.modules["sandboxed.form"].Random
        return Random(1, False)
"""


def test_a_forged_generator_is_no_answer(sandbox: Sandbox) -> None:
    """A student who gets hold of the marker ends the conversation, and nothing else."""
    (outcome,) = asked(sandbox, FORGED, call("draw", 1))
    assert outcome.kind in (OutcomeKind.PROTOCOL, OutcomeKind.EXCEPTION)


@pytest.mark.skipif(version("torch") is None, reason="torch is not installed")
def test_torch_submissions_get_a_generator_of_torch() -> None:
    """On the device of the call, seeded alike; torch's own generator follows the ambient seed."""
    with Sandbox(LIMITS, torch=True) as sandbox:
        outcomes = asked(
            sandbox,
            TORCH,
            call("draw", 7, backend="torch"),
            call("draw", 7, again=True, backend="torch"),
            call("draw", 7, backend="torch"),
            call("own", 7, backend="torch"),
            call("own", 8, backend="torch"),
            call("own", 7, ambient=1, backend="torch"),
        )
    first, again, afresh, own, other, moved = [each.value for each in outcomes]
    assert isinstance(first, Tensor)
    assert np.array_equal(first.array, afresh.array)
    assert not np.array_equal(first.array, again.array)
    assert np.array_equal(own.array, other.array)
    assert not np.array_equal(own.array, moved.array)

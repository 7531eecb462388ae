"""What answers take in the grader's memory: counted in full, bounded, and generous to honest ones."""

import tracemalloc
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from sandbox_samples import X, opened
from wire_samples import DENSE, VALUES, dense

from nncheck.records import Call, Limits, Outcome, OutcomeKind
from nncheck.sandbox import session
from nncheck.sandbox.allowance import DENSEST, SMALL, Allowance, memory
from nncheck.sandbox.form import REPLY
from nncheck.sandbox.replies import ProtocolError, decode
from nncheck.sandbox.wire import dumps

UNSEEN = 1.15  # what Python and numpy set aside beyond what sys.getsizeof tells


def kept(data: bytes) -> tuple[Any, int]:
    """The value of some bytes, and how much memory holds it."""
    tracemalloc.start()
    value = decode(data)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return value, size


@given(VALUES)
def test_values_are_counted_in_full(value: Any) -> None:
    """No value takes more memory than is counted."""
    back, size = kept(dumps(value))
    assert size <= UNSEEN * memory(back) + 4096


@pytest.mark.parametrize("name", DENSE)
def test_dense_values_are_counted_in_full(name: str) -> None:
    """Nor do values that are small on the wire and large in memory."""
    back, size = kept(DENSE[name])
    assert size <= UNSEEN * memory(back)


def test_no_room() -> None:
    """Answers fit until all together are too large; the sentence says how large."""
    allowance = Allowance(mib=8)
    for _ in range(8):
        allowance.take(np.zeros(1 << 16), 1 << 19)
    for _ in range(3):
        allowance.take(np.zeros(120_000), 960_000)
    with pytest.raises(ProtocolError, match="gave answers that take more than 8 MiB of memory together"):
        allowance.take(np.zeros(1 << 18), 1 << 21)


def test_small_answers_use_it_up() -> None:
    """Answers too small to be looked at are counted, too."""
    allowance, data = Allowance(mib=1), dumps([0.5] * 100)
    for _ in range((1 << 20) // (DENSEST * len(data))):
        allowance.take(decode(data), len(data))
    with pytest.raises(ProtocolError, match="more than 1 MiB"):
        allowance.take(decode(data), len(data))


@given(VALUES)
@example(None)
@example(np.bool_(True))
def test_small_values_are_counted_in_full(value: Any) -> None:
    """What is not looked at takes no more than is counted for it."""
    data = dumps(value)
    outcome = Outcome(kind=OutcomeKind.VALUE, value=decode(data))
    assert len(data) > SMALL or memory(outcome) <= DENSEST * (REPLY.size + len(data))


@pytest.mark.parametrize("name", DENSE)
def test_small_dense_values_are_counted_in_full(name: str) -> None:
    """Nor do values that are small on the wire and large in memory."""
    data = dense(1)[name]
    assert UNSEEN * memory(decode(data)) <= DENSEST * len(data)


def test_a_worker_that_answers_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Large answers are taken until there is no more room; then the worker is ended, with the reason."""
    monkeypatch.setattr(session, "Allowance", partial(Allowance, mib=64))
    source = "import numpy as np\nA = np.ones(1 << 20)\ndef f(x):\n    return A\n"
    with session.Sandbox(Limits()) as sandbox, opened(sandbox, source) as worker:
        outcomes = worker.calls([Call(function="f", arguments=(X,))] * 100)
    kinds = [outcome.kind for outcome in outcomes]
    assert kinds == [OutcomeKind.VALUE] * 7 + [OutcomeKind.PROTOCOL] + [OutcomeKind.UNRUN] * 92
    assert outcomes[7].message == "gave answers that take more than 64 MiB of memory together"


def test_honest_answers_have_room() -> None:
    """Three dozen arrays of a million float64, as initializers give them, are no offence."""
    source = "import numpy as np\ndef f(x):\n    return np.random.default_rng(0).normal(size=10**6)\n"
    with session.Sandbox(Limits()) as sandbox, opened(sandbox, source) as worker:
        outcomes = worker.calls([Call(function="f", arguments=(X,))] * 36)
    assert {outcome.kind for outcome in outcomes} == {OutcomeKind.VALUE}

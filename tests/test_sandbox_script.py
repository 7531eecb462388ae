"""Calls that are put to many workers: encoded once, in the ways that a submission needs, and in full."""

import numpy as np
import pytest

from nncheck.errors import GraderError
from nncheck.records import Call, Random, Steps, Tensor
from nncheck.sandbox.requests import read, unpacked
from nncheck.sandbox.script import USUAL, Script, encoded

CALLS = (Call(function="f", arguments=(1.0,)), Call(function="g", arguments=(2.0,), return_inputs=True))


def test_calls_are_sent_in_full() -> None:
    """A request has all of a call's fields; a tensor that came back can be sent again."""
    tensor = Tensor(array=np.ones(2), device="cpu")
    function, (sent, random), keywords, *usual = unpacked(
        encoded(Call(function="f", arguments=(tensor, Random(seed=3)), keywords={"k": 1}))
    )
    assert (function, sent.array.tolist(), tuple(random), keywords) == ("f", [1, 1], (3, False), {"k": 1})
    assert usual == [("numpy", "cpu"), False, 0, None]
    steps = Steps(over=1, state=2, between=True)
    special = Call(
        function="f",
        arguments=(),
        backend="torch",
        device="cuda",
        return_inputs=True,
        ambient_seed=1,
        steps=steps,
    )
    assert unpacked(encoded(special))[3:] == (("torch", "cuda"), True, 1, (1, 2, True))


def test_what_cannot_be_sent_is_the_graders_fault() -> None:
    """It is not blamed on the student."""
    with pytest.raises(GraderError, match="arguments of f cannot be sent: too many bytes"):
        encoded(Call(function="f", arguments=(np.zeros(9 << 20),)))


def test_requests_are_made_once() -> None:
    """The same bytes serve every worker, and calls made in another way are made once, too."""
    script = Script(CALLS)
    assert script.requests is script.requests
    ways = {"f": ("torch", "cpu", None)}
    assert script.made(ways) is script.made(dict(ways))
    assert script.made({}) is script.made({"f": USUAL, "other": ("torch", "cuda", None)}) is script


def test_each_function_is_called_in_its_way() -> None:
    """Backend, device and steps are those of the function; a call's own steps come first."""
    own = Steps(over=0, state=1, between=True)
    script = Script([*CALLS, Call(function="f", arguments=(), steps=own)])
    first, second, third = script.made({"f": ("torch", "cuda", Steps(over=0, state=1))}).calls
    assert (first.backend, first.device, first.steps) == ("torch", "cuda", Steps(over=0, state=1))
    assert second == CALLS[1]
    assert third.steps == own
    assert script.functions == ("f", "g")
    assert script.made({"f": ("torch", "cuda", None)}).places == {
        ("torch", "cuda"): "f",
        ("numpy", "cpu"): "g",
    }


def test_requests_hold_every_call_in_order() -> None:
    """However many requests they come to."""
    script = Script(Call(function=str(number), arguments=(np.zeros(1000),)) for number in range(50))
    sent = [unpacked(call)[0] for request in script.requests for call in read(request)[1]]
    assert len(script.requests) > 1
    assert sent == [call.function for call in script.calls]

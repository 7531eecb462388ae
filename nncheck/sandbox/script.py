"""Calls that can be put to any number of workers: what is sent to make them is made once."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from nncheck.errors import GraderError
from nncheck.records import Call, Steps
from nncheck.sandbox.replies import CONVERT
from nncheck.sandbox.requests import gathered, packed
from nncheck.sandbox.wire import WireError

Way = tuple[str, str, Steps | None]  # how a function is called: backend, device, and the steps, if any
USUAL: Way = ("numpy", "cpu", None)


class Script:
    """Calls, in order."""

    def __init__(self, calls: Iterable[Call]):
        self.calls = tuple(calls)
        self._in_ways: dict[tuple[Way, ...], Script] = {}

    def __len__(self) -> int:
        return len(self.calls)

    @cached_property
    def functions(self) -> tuple[str, ...]:
        """The functions that are called."""
        return tuple(dict.fromkeys(call.function for call in self.calls))

    @cached_property
    def places(self) -> dict[tuple[str, str], str]:
        """The backends and devices that are called on, each with a function."""
        return {(call.backend, call.device): call.function for call in self.calls}

    @cached_property
    def requests(self) -> tuple[bytes, ...]:
        """What is sent."""
        return tuple(gathered(map(encoded, self.calls)))

    def made(self, ways: Mapping[str, Way]) -> "Script":
        """The same calls, each made in its function's way."""
        chosen = tuple(ways.get(name, USUAL) for name in self.functions)
        if all(way == USUAL for way in chosen):
            return self
        if chosen not in self._in_ways:
            self._in_ways[chosen] = Script(made(call, ways.get(call.function, USUAL)) for call in self.calls)
        return self._in_ways[chosen]


def made(call: Call, way: Way) -> Call:
    """The call, made in this way; its own steps come first."""
    backend, device, steps = way
    return msgspec.structs.replace(call, backend=backend, device=device, steps=call.steps or steps)


def encoded(call: Call) -> bytes:
    """A call as a worker reads it."""
    steps = call.steps and (call.steps.over, call.steps.state, call.steps.between)
    how = ((call.backend, call.device), call.return_inputs, call.ambient_seed, steps)
    try:
        return packed(call.function, call.arguments, call.keywords, how, CONVERT)
    except WireError as error:
        raise GraderError(f"the arguments of {call.function} cannot be sent: {error}") from error

"""A worker's replies, which are not to be trusted -> records. The only place that reads them."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from nncheck.errors import GraderError
from nncheck.records import (
    Call,
    LoadProblem,
    Location,
    Opaque,
    Outcome,
    OutcomeKind,
    Random,
    Steps,
    Tensor,
)
from nncheck.sandbox import wire

CONVERT: wire.Convert = {
    Tensor: lambda tensor: wire.Tensor(tensor.array, tensor.device),
    Opaque: lambda opaque: wire.Opaque(opaque.type_name),
    Random: lambda random: wire.Random(random.seed, random.again),
    Steps: lambda steps: (steps.over, steps.state, steps.between),
}
USUAL = {
    "keywords": {},
    "backend": "numpy",
    "device": "cpu",
    "return_inputs": False,
    "ambient_seed": 0,
    "steps": None,
}
SAYABLE = frozenset({"exception", "memory", "exit", "missing"})  # by the worker; the rest is our own finding
NO_ANSWER = "sent something that is no answer"
MAX_NAME, MAX_TEXT = 200, 2000
MAX_PROBLEM = MAX_NAME + len(": ") + MAX_TEXT
MAX_PROBLEMS = 100  # a worker stops to take note of errors then

Lines = Mapping[str, int]  # how many lines each cell has


class ProtocolError(ValueError):
    """A reply that is none."""


def encode_call(number: int, call: Call) -> bytes:
    """The request to make a call; what is as usual is left out, since there are hundreds of calls."""
    request = {"id": number, "function": call.function, "arguments": call.arguments}
    request |= {
        field: getattr(call, field) for field, usual in USUAL.items() if getattr(call, field) != usual
    }
    try:
        return wire.dumps(request, CONVERT)
    except wire.WireError as error:
        raise GraderError(f"the arguments of {call.function} cannot be sent: {error}") from error


def read_outcome(payload: bytes, number: int, lines: Lines) -> Outcome:
    """What came of call `number`."""
    reply = decode(payload)
    require(type(reply) is dict and type(reply.get("id")) is int and type(reply.get("kind")) is str)
    if reply["id"] != number:
        raise ProtocolError("sent an answer to another question")
    if reply["kind"] == "value":
        return read_value(reply)
    require(reply.keys() == {"id", "kind", "error", "message", "location"})
    kind, error, message = reply["kind"], reply["error"], reply["message"]
    require(kind in SAYABLE and text(error, MAX_NAME) and text(message, MAX_TEXT))
    place = reply["location"]
    location = None if place is None else read_location(place, lines)
    return Outcome(kind=OutcomeKind(kind), error=error, message=message, location=location)


def read_value(reply: dict[str, Any]) -> Outcome:
    """The outcome of a call that returned."""
    require(reply.keys() == {"id", "kind", "value", "inputs"})
    inputs = reply["inputs"]
    require(inputs is None or type(inputs) is tuple)
    return Outcome(kind=OutcomeKind.VALUE, value=reply["value"], inputs_after=inputs)


class Parsed(NamedTuple):
    """A submission before any of it has run: what it will define, what does not parse, its statements."""

    defined: dict[str, Location]
    problems: list[LoadProblem]
    statements: list[Location]


def read_parsed(payload: bytes, lines: Lines) -> Parsed:
    """What the submission's source consists of."""
    reply = decode(payload)
    require(type(reply) is dict and reply.keys() == {"defined", "problems", "statements"})
    defined, problems, statements = reply["defined"], reply["problems"], reply["statements"]
    require(type(defined) is dict and type(problems) is list and type(statements) is list)
    require(len(problems) <= MAX_PROBLEMS)
    return Parsed(
        defined={name: read_location(place, lines) for name, place in defined.items()},
        problems=[read_problem(problem, lines) for problem in problems],
        statements=[read_location(place, lines) for place in statements],
    )


def read_problems(payload: bytes, lines: Lines) -> list[LoadProblem]:
    """What was wrong with a statement that has been run."""
    problems = decode(payload)
    require(type(problems) is list and len(problems) <= MAX_PROBLEMS)
    return [read_problem(problem, lines) for problem in problems]


def read_problem(problem: Any, lines: Lines) -> LoadProblem:
    """A statement that raised: cell, line, message."""
    require(type(problem) is tuple and len(problem) == 3 and text(problem[2], MAX_PROBLEM))
    return LoadProblem(location=read_location(problem[:2], lines), message=problem[2])


def read_location(place: Any, lines: Lines) -> Location:
    """A cell and a line that are there."""
    require(type(place) is tuple and len(place) == 2)
    cell, line = place
    require(type(cell) is str and type(line) is int and 1 <= line <= lines.get(cell, 0))
    return Location(cell=cell, line=line)


def decode(payload: bytes) -> Any:
    """The reply as plain values and records."""
    try:
        return read_plain(payload)
    except wire.WireError as error:
        raise ProtocolError(NO_ANSWER) from error


def read_plain(payload: bytes, make_random: Callable[[int, bool], Any] | None = None) -> Any:
    """The value that `dumps` wrote, markers as our records; WireError for bytes that are none."""
    return wire.loads(
        payload,
        make_tensor=lambda array, device: Tensor(array=array, device=device),
        make_opaque=lambda name: Opaque(type_name=name),
        make_random=make_random,
    )


def text(value: Any, limit: int) -> bool:
    """Whether this is text of bounded length."""
    return type(value) is str and len(value) <= limit


def require(condition: bool) -> None:
    """Refuse a reply of another form."""
    if not condition:
        raise ProtocolError(NO_ANSWER)

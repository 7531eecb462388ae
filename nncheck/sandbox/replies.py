"""A worker's replies, which are not to be trusted -> records. The only place that reads them."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from nncheck.records import (
    LoadProblem,
    Location,
    Opaque,
    Outcome,
    OutcomeKind,
    Random,
    Tensor,
)
from nncheck.sandbox import wire
from nncheck.sandbox.form import FAILURE, MAX_ITEMS, REPLY, VALUE, WITH_INPUTS

CONVERT: wire.Convert = {
    Tensor: lambda tensor: wire.Tensor(tensor.array, tensor.device),
    Opaque: lambda opaque: wire.Opaque(opaque.type_name),
    Random: lambda random: wire.Random(random.seed, random.again),
}
SAYABLE = frozenset({"exception", "memory", "exit", "missing"})  # by the worker; the rest is our own finding
NO_ANSWER = "sent something that is no answer"
MAX_NAME, MAX_TEXT = 200, 2000
MAX_PROBLEM = MAX_NAME + len(": ") + MAX_TEXT
MAX_PROBLEMS = 100  # a worker stops to take note of errors then

Lines = Mapping[str, int]  # how many lines each cell has


class ProtocolError(ValueError):
    """A reply that is none."""


def read_outcome(payload: bytes, number: int, lines: Lines) -> Outcome:
    """What came of call `number`."""
    if len(payload) <= REPLY.size:
        raise ProtocolError(NO_ANSWER)
    of, what = REPLY.unpack_from(payload)
    if of != number:
        raise ProtocolError("sent an answer to another question")
    if what == VALUE:
        return Outcome(kind=OutcomeKind.VALUE, value=decode(payload, REPLY.size, depth=1))
    content = decode(payload, REPLY.size)
    if what == WITH_INPUTS:
        return read_value(content)
    require(what == FAILURE)
    return read_failure(content, lines)


def read_value(content: Any) -> Outcome:
    """The outcome of a call that returned, with the inputs as they were then."""
    require(type(content) is tuple and len(content) == 2 and type(content[1]) is tuple)
    return Outcome(kind=OutcomeKind.VALUE, value=content[0], inputs_after=content[1])


def read_failure(content: Any, lines: Lines) -> Outcome:
    """The outcome of a call that did not return."""
    require(type(content) is tuple and len(content) == 4)
    kind, error, message, place = content
    require(type(kind) is str and kind in SAYABLE and text(error, MAX_NAME) and text(message, MAX_TEXT))
    location = None if place is None else read_location(place, lines)
    return Outcome(kind=OutcomeKind(kind), error=error, message=message, location=location)


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


def decode(payload: bytes, start: int = 0, depth: int = 0) -> Any:
    """What comes in a reply from `start` on, as plain values and records."""
    try:
        return wire.loads(payload, MAX_ITEMS, _tensor, _opaque, None, start, depth)
    except wire.WireError as error:
        raise ProtocolError(NO_ANSWER) from error


def read_plain(
    payload: bytes,
    make_random: Callable[[int, bool], Any] | None = None,
    start: int = 0,
    depth: int = 0,
) -> Any:
    """The value that `dumps` wrote, markers as our records; WireError for bytes that are none."""
    return wire.loads(payload, MAX_ITEMS, _tensor, _opaque, make_random, start, depth)


def _tensor(array: Any, device: str) -> Tensor:
    return Tensor(array=array, device=device)


def _opaque(name: str) -> Opaque:
    return Opaque(type_name=name)


def text(value: Any, limit: int) -> bool:
    """Whether this is text of bounded length."""
    return type(value) is str and len(value) <= limit


def require(condition: bool) -> None:
    """Refuse a reply of another form."""
    if not condition:
        raise ProtocolError(NO_ANSWER)

"""Every record that passes between stages. Frozen, without logic.

Values that cross the wire are plain: None, bool, int, float, complex, str, list, tuple, dict with
string keys, base ndarrays, and the markers Random, Tensor and Opaque below.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:  # numpy takes 60 ms to import, and a grader starts other work before it does
    from numpy.typing import NDArray

    Array = NDArray[Any]
else:
    Array = Any
Value = Any  # see the module's docstring; a recursive alias would not pass mypy --strict usefully


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, compared by value, made with keywords."""


# --- submissions ------------------------------------------------------------------------------


class Cell(Record, frozen=True, kw_only=True):
    """A piece of a submission's source: a whole .py file, or one code cell of a notebook."""

    name: str  # "submission.py" or "cell 3" (counted from 1 over all cells of the notebook)
    source: str


class Submission(Record, frozen=True, kw_only=True):
    """A submission as text; nothing in it has been parsed as Python or run."""

    name: str  # as the user named it
    sha256: str
    cells: tuple[Cell, ...]
    only: tuple[str, ...] = ()  # exercises named by its "# nncheck: NAME" line


class Location(Record, frozen=True, kw_only=True):
    """A line of a submission."""

    cell: str
    line: int


# --- calls and what came of them --------------------------------------------------------------


class Random(Record, frozen=True, kw_only=True):
    """An argument that is a random number generator: a fresh one of this seed, where the call is made.

    With `again` it is the very generator of the call before, in the state in which that call left it.
    """

    seed: int
    again: bool = False


class Steps(Record, frozen=True, kw_only=True):
    """How a function is called step by step: its first argument and its state come from the step before.

    `between`: another parameter takes steps of its own in between, which must make no difference.
    """

    over: int  # the place of the argument that has an entry for each step
    state: int  # the place of the state, None at first
    between: bool = False


class Call(Record, frozen=True, kw_only=True):
    """One call of one student function."""

    function: str
    arguments: tuple[Value, ...]
    keywords: dict[str, Value] = {}
    backend: str = "numpy"  # or "torch": arrays become tensors on `device`
    device: str = "cpu"
    return_inputs: bool = False  # send the arguments back as they are after the call
    ambient_seed: int = 0  # of the generators that need not be handed over: random, numpy.random, torch
    steps: Steps | None = None  # a call for each step; the value is a list of what each returns first


class OutcomeKind(StrEnum):
    """What a call came to."""

    VALUE = "value"
    EXCEPTION = "exception"
    TIMEOUT = "timeout"  # wall clock or processor time
    MEMORY = "memory"  # MemoryError
    EXIT = "exit"  # sys.exit, os._exit, or any end of the process by its own will
    CRASH = "crash"  # killed by a signal: segmentation fault, abort
    FLOOD = "flood"  # printed more than the cap
    PROTOCOL = "protocol"  # sent something that is no answer
    MISSING = "missing"  # no such function
    UNRUN = "unrun"  # not called, because an earlier call of this function ended the worker


class Outcome(Record, frozen=True, kw_only=True):
    """All that a worker may say about a call. Untrusted: read by sandbox.replies alone."""

    kind: OutcomeKind
    value: Value = None
    inputs_after: tuple[Value, ...] | None = None
    error: str = ""  # exception class name
    message: str = ""  # exception text, capped, addresses masked
    location: Location | None = None  # innermost student line of the traceback


class Tensor(Record, frozen=True, kw_only=True):
    """A torch tensor that a student returned, as an array and where it was."""

    array: Array
    device: str = "cpu"


class Opaque(Record, frozen=True, kw_only=True):
    """Something that a student returned and that is no plain value: only its type is known."""

    type_name: str


class LoadProblem(Record, frozen=True, kw_only=True):
    """A top-level statement that raised, or source that could not be compiled."""

    location: Location
    message: str


class Loaded(Record, frozen=True, kw_only=True):
    """What running the submission's top level left behind."""

    defined: dict[str, Location]  # names defined or assigned at top level, with the line
    problems: tuple[LoadProblem, ...] = ()
    died: Outcome | None = None  # the top level itself timed out, exited, crashed...
    stopped: Location | None = None  # the statement at which it did
    ran: int | None = None  # how many statements stand before that one: as far as it can be run again


class Limits(Record, frozen=True, kw_only=True):
    """What a worker may use."""

    call_wall_seconds: float = 15.0
    call_cpu_seconds: float = 5.0
    exercise_wall_seconds: float = 60.0
    memory_mib: int = 1024  # beyond what the zygote already holds
    output_bytes: int = 1 << 20  # printed per call


class Isolation(Record, frozen=True, kw_only=True):
    """Which layers hold a worker, established by trying them."""

    level: str  # "strong", "medium", "basic" or "none"
    active: tuple[str, ...]
    missing: dict[str, str]


# --- results ----------------------------------------------------------------------------------


class Status(StrEnum):
    """What a check came to. ERROR means that the grader is at fault and costs nobody a point."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    ERROR = "error"


class Named(Record, frozen=True, kw_only=True):
    """A misconception, as the student reads it."""

    id: str
    title: str
    hint: str


class Counterexample(Record, frozen=True, kw_only=True):
    """The smallest known input that breaks a promise."""

    inputs: dict[str, Value]
    got: Value
    expected: Value
    call: str = ""  # how to see it again, where a plain call with these inputs does not show it
    error: float | None = None  # the largest |got - expected| that is out of bounds
    allowed: float | None = None  # the tolerance there
    part: tuple[str | int, ...] = ()  # the keys of the part that the message is about: ("b2",)


class CheckResult(Record, frozen=True, kw_only=True):
    """One promise about one function, kept or broken."""

    check: str
    kind: str
    device: str
    status: Status
    promise: str  # the sentence that a failure breaks
    score: float
    max_score: float
    message: str | None = None
    counterexample: Counterexample | None = None
    misconceptions: tuple[Named, ...] = ()
    location: Location | None = None  # where in the submission to look
    hidden: bool = False  # the assignment hides it from students


class Curve(Record, frozen=True, kw_only=True):
    """What a function of one number answers along a line, beside what it should."""

    x: Array
    got: Array
    expected: Array
    allowed: Array  # how far `got` may be from `expected`
    settings: dict[str, Value] = {}  # the other arguments


class FunctionResult(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One function's checks."""

    function: str
    score: float
    max_score: float
    checks: tuple[CheckResult, ...]
    curve: Curve | None = None  # where pictures are asked for; it is not stored


class ExerciseResult(Record, frozen=True, kw_only=True):
    """One exercise's graded functions, and those that the submission does not define."""

    exercise: str
    score: float
    max_score: float
    functions: tuple[FunctionResult, ...]
    not_attempted: tuple[str, ...] = ()


class SubmissionResult(Record, frozen=True, kw_only=True):
    """One submission's exercises."""

    submission: str
    sha256: str
    score: float
    max_score: float
    exercises: tuple[ExerciseResult, ...]
    notes: tuple[str, ...] = ()  # about the file as a whole: statements that raised, unreadable


class Environment(Record, frozen=True, kw_only=True):
    """What a result depends on beside submission and exercise."""

    nncheck: str
    python: str
    numpy: str
    torch: str | None
    sympy: str
    hypothesis: str
    python_flint: str
    devices: tuple[str, ...]
    seed: int | None  # None when it came from a secret file
    isolation: Isolation


class Report(Record, frozen=True, kw_only=True):
    """Everything that a run of `nncheck grade` found out; formats are views of it."""

    submissions: Sequence[SubmissionResult]  # perhaps too many to be held in memory at once
    environment: Environment

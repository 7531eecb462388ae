"""What selfcheck finds out, as records."""

from nncheck.records import Record
from nncheck.spec.exercise import Exercise, Function

ERROR = "error"
NOTE = "note"


class Finding(Record, frozen=True, kw_only=True):
    """One sentence about an exercise, or about one function of it; an error or a note."""

    exercise: str
    function: str
    severity: str
    message: str


class Proof(Record, frozen=True, kw_only=True):
    """What was found out about one function, and which of its checks were seen to fail."""

    checks: tuple[str, ...]
    tripped: frozenset[str]
    findings: tuple[Finding, ...]
    misconceptions: int = 0  # told apart from the truth and from each other
    rejected: int = 0  # mutants
    equivalent: int = 0
    cases: int = 0
    torch_missing: bool = False  # so that nothing is compared with it
    false_failures: float = 0.0  # how probable it is at most that a right answer fails


class Verdict(Record, frozen=True, kw_only=True):
    """What became of one solution: `problems` is empty where the result is the one it is filed under."""

    exercise: str
    kind: str  # the folder: right, naive, wrong or hostile
    name: str
    problems: tuple[str, ...] = ()
    tripped: frozenset[tuple[str, str]] = frozenset()  # (function, check)
    needs_torch: bool = False  # which is not there, so that nothing was graded


def error(exercise: Exercise, function: Function, message: str) -> Finding:
    """A fault of a function's specification."""
    return Finding(exercise=exercise.name, function=function.name, severity=ERROR, message=message)

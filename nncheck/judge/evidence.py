"""What a judge sees: cases with the outcomes of the student's calls, and what a broken promise looks like."""

from typing import Any

from nncheck.cases.bundle import Case
from nncheck.records import Location, Named, Outcome, OutcomeKind, Record, Value


class Answered(Record, frozen=True, kw_only=True):
    """A case and what the student's function made of it, and what nncheck.judge.glance is certain of."""

    case: Case
    outcome: Outcome
    shaped: bool = False  # like the exact answer
    right: bool = False
    as_torch: bool = False  # the same as torch's answer


class Broken(Record, frozen=True, kw_only=True):
    """A broken promise: why, and on which inputs."""

    sentence: str
    arguments: tuple[Any, ...] = ()
    got: Value = None
    expected: Any = None
    path: str = ""
    index: tuple[int, ...] = ()
    error: float | None = None
    allowed: float | None = None
    location: Location | None = None
    why: str = ""  # why the inputs were chosen
    outcome: OutcomeKind = OutcomeKind.VALUE  # of the call
    raised: str = ""  # the class of the exception, if that is what the call came to
    case: Case | None = None


class Explanation(Record, frozen=True, kw_only=True):
    """What a student is told beside the sentence."""

    broken: Broken
    misconceptions: tuple[Named, ...] = ()
    link: str = ""  # the first wrong link of a chain


SENTENCES = {
    OutcomeKind.TIMEOUT: "it did not return in time",
    OutcomeKind.MEMORY: "it ran out of memory",
    OutcomeKind.EXIT: "it ended the Python process",
    OutcomeKind.CRASH: "it crashed the Python process",
    OutcomeKind.FLOOD: "it printed without end",
    OutcomeKind.PROTOCOL: "it sent something that is no answer",
    OutcomeKind.MISSING: "it is not defined",
    OutcomeKind.UNRUN: "it was not called",
}
UNWRITTEN = "it is not written yet: put your code where it says raise NotImplementedError"
# kinds whose message says all there is to say
_TELLING = (OutcomeKind.TIMEOUT, OutcomeKind.EXIT, OutcomeKind.FLOOD, OutcomeKind.PROTOCOL)


def no_value(answered: Answered) -> Broken | None:
    """The broken promise of a call that returned no value at all."""
    outcome = answered.outcome
    if outcome.kind == OutcomeKind.VALUE:
        return None
    return Broken(
        sentence=outcome_sentence(outcome),
        arguments=answered.case.arguments,
        expected=answered.case.exact,
        location=outcome.location,
        outcome=outcome.kind,
        raised=outcome.error,
        why=answered.case.why,
        case=answered.case,
    )


def outcome_sentence(outcome: Outcome) -> str:
    """What a call came to that returned no value."""
    if outcome.error == "NotImplementedError" and outcome.message.strip() in ("", "(at step 1)"):
        return UNWRITTEN  # torch raises it as well, and says what for
    if outcome.kind == OutcomeKind.EXCEPTION:
        return f"it raised {outcome.error}" + (f": {outcome.message}" if outcome.message else "")
    if outcome.kind in _TELLING and outcome.message:
        return f"it {outcome.message}"
    detail = f" ({outcome.message})" if outcome.message else ""
    return SENTENCES[outcome.kind] + detail

"""Canaries -> what came of each, with the layers of a sandbox and, as the proof that it is alive, without."""

from collections.abc import Sequence

from nncheck.doctor.canaries import CANARIES, Canary
from nncheck.doctor.findings import Machine, Trial, Verdict
from nncheck.doctor.targets import Targets
from nncheck.errors import NncheckError
from nncheck.records import Call, Cell, Limits, Outcome, Record, Submission
from nncheck.sandbox.levels import LEVELS
from nncheck.sandbox.session import Sandbox

LIMITS = Limits(
    call_wall_seconds=10.0,
    call_cpu_seconds=5.0,
    exercise_wall_seconds=20.0,
    memory_mib=128,
    output_bytes=1 << 16,
)
HONEST = """
import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))
"""


class Attempt(Record, frozen=True, kw_only=True):
    """One run of a canary."""

    success: bool
    answer: str


def trials(sandbox: Sandbox, claimed: str, machine: Machine) -> tuple[Trial, ...]:
    """Every canary in the sandbox, whose level is said to be `claimed`, and in one that has no layers."""
    try:
        with Targets() as targets, Sandbox(LIMITS, layers=()) as bare:
            return tuple(trial(canary, sandbox, bare, targets, claimed, machine) for canary in CANARIES)
    except OSError as error:
        return skipped(f"there is nothing to attack: {error}", claimed)


def trial(
    canary: Canary, sandbox: Sandbox, bare: Sandbox, targets: Targets, claimed: str, machine: Machine
) -> Trial:
    """One canary, both ways."""
    held = attempt(canary, sandbox, targets)
    control = attempt(canary, bare, targets)
    verdict, reason = Verdict.BLOCKED, ""
    if held.success:
        verdict = Verdict.SUCCEEDED
    elif not control.success:
        verdict, reason = Verdict.UNTOLD, f"it fails without layers too: {control.answer}"
        if canary.name == "read_memory" and machine.yama > 1:
            reason += f" (Yama: kernel.yama.ptrace_scope = {machine.yama})"
    return Trial(
        canary=canary.name,
        aim=canary.aim,
        promised=promised(canary, claimed),
        verdict=verdict,
        answer=held.answer,
        reason=reason,
    )


def promised(canary: Canary, level: str) -> bool:
    """Whether this level promises that the canary fails."""
    return LEVELS.index(level) >= LEVELS.index(canary.held_from)


def attempt(canary: Canary, sandbox: Sandbox, targets: Targets) -> Attempt:
    """Run it, and look what it did."""
    facts = targets.facts()
    arguments = [facts[need] for need in canary.needs]
    try:
        outcome = ask(sandbox, canary.source, "attack", arguments)
    except NncheckError as error:  # the attack may have brought the sandbox down
        return Attempt(success=targets.success(None), answer=str(error))
    return Attempt(success=targets.success(outcome.value), answer=described(outcome))


def ask(sandbox: Sandbox, source: str, function: str, arguments: Sequence[object]) -> Outcome:
    """One call of a function of a submission."""
    cells = (Cell(name="canary.py", source=source),)
    with sandbox.open(Submission(name="canary.py", sha256="", cells=cells)) as worker:
        (outcome,) = worker.calls([Call(function=function, arguments=tuple(arguments))])
    return outcome


def described(outcome: Outcome) -> str:
    """How a call ended: not what it told, which may be a secret, nor the file, which is new every time."""
    words = outcome.message.partition(": '")[0]
    return f"{outcome.error}: {words}" if outcome.error else words or outcome.kind.value


def skipped(reason: str, claimed: str = "none") -> tuple[Trial, ...]:
    """No attack at all, with the reason."""
    return tuple(
        Trial(
            canary=canary.name,
            aim=canary.aim,
            promised=promised(canary, claimed),
            verdict=Verdict.SKIPPED,
            reason=reason,
        )
        for canary in CANARIES
    )


def honest(sandbox: Sandbox) -> str | None:
    """Why an honest submission is not graded as it should be; None where it is."""
    try:
        outcome = ask(sandbox, HONEST, "sigmoid", [0.0])
    except NncheckError as error:
        return str(error)
    return None if outcome.value == 0.5 else f"sigmoid(0) came to {described(outcome)}"

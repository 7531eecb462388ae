"""A machine -> all that is to be said of it."""

from collections.abc import Sequence

from nncheck.doctor.advice import advice
from nncheck.doctor.barriers import PROTECTS, barriers
from nncheck.doctor.findings import Diagnosis, Honest, Libraries, Machine, Trial, Verdict
from nncheck.doctor.libraries import libraries
from nncheck.doctor.machine import machine
from nncheck.doctor.trials import LIMITS, honest, skipped, trials
from nncheck.errors import NncheckError
from nncheck.records import Isolation
from nncheck.sandbox.levels import LEVELS
from nncheck.sandbox.session import CAN_FORK, Sandbox

NO_FORK = "an attack is shown in forked processes, which nncheck makes on Linux only"


def diagnose(
    required: str | None = None,
    torch: bool = False,
    layers: Sequence[str] | None = None,
    fresh_process: bool = not CAN_FORK,
) -> Diagnosis:
    """Look at this machine.

    `required` is a level of isolation, or None. With `torch`, torch is started too. Fewer `layers` than all
    (None), or fresh processes instead of forked ones, show what the doctor says of a weaker sandbox.
    """
    here = machine()
    with Sandbox(LIMITS, fresh_process=fresh_process, layers=layers) as sandbox:
        isolation = found(sandbox)
        before = honest(sandbox)
        tried = attacks(sandbox, isolation, here, fresh_process, before)
        control = Honest(before=before, after=honest(sandbox))
    there = libraries(torch)
    return Diagnosis(
        isolation=isolation,
        barriers=barriers(isolation, here),
        honest=control,
        trials=tried,
        machine=here,
        libraries=there,
        advice=advice(here, isolation, there),
        problems=problems(isolation, control, tried, there, required),
    )


def found(sandbox: Sandbox) -> Isolation:
    """What the sandbox says; nothing holds where it cannot even start, and the honest control says why."""
    try:
        return sandbox.isolation
    except NncheckError:
        return Isolation(
            level="none", active=(), missing=dict.fromkeys(PROTECTS, "the sandbox does not start")
        )


def attacks(
    sandbox: Sandbox, isolation: Isolation, here: Machine, fresh_process: bool, before: str | None
) -> tuple[Trial, ...]:
    """What the canaries came to, where there is anything to be learnt from them."""
    if before is not None:
        return skipped("the honest submission fails, so that no failure of an attack would show anything")
    if fresh_process:
        return skipped(NO_FORK, isolation.level)
    return trials(sandbox, isolation.level, here)


def problems(
    isolation: Isolation,
    control: Honest,
    tried: Sequence[Trial],
    there: Libraries,
    required: str | None,
) -> tuple[str, ...]:
    """What must not be, a sentence each."""
    sentences = []
    if required is not None and LEVELS.index(isolation.level) < LEVELS.index(required):
        sentences.append(f"isolation {required} is required, but only {isolation.level} can be had here")
    for trial in tried:
        if trial.promised and trial.verdict is Verdict.SUCCEEDED:
            sentences.append(
                f"a hostile program {trial.aim}, which isolation {isolation.level} rules out; grade nothing "
                "here, and please report it"
            )
    if control.before is not None:
        sentences.append(f"an honest submission is not graded as it should be: {control.before}")
    elif control.after is not None:
        sentences.append(f"after the attacks an honest submission fails: {control.after}")
    if there.torch_problem is not None:
        sentences.append(f"an honest torch submission is not graded as it should be: {there.torch_problem}")
    return tuple(sentences)

"""What a grading was asked for."""

from nncheck.records import Limits, Record

DEVICES = ("auto", "cpu", "cuda", "all")
BACKENDS = ("auto", "numpy", "torch")


class Settings(Record, frozen=True, kw_only=True):
    """What `nncheck grade` was asked for."""

    exercises: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    points: dict[str, float] = {}  # of functions that are worth something else than their spec says
    device: str = "auto"  # one of DEVICES
    backend: str = "auto"  # one of BACKENDS
    seed: int = 0
    secret_seed: bool = False  # the seed came from a file: it appears in no report and no cache
    limits: Limits = Limits()
    level: str = "basic"  # of isolation, at least; without it nothing is run
    hidden_checks: tuple[str, ...] = ()  # that students do not see: dtype, or adam.dtype of one function
    public: bool = False  # only the checks that students see
    explain: bool = True  # diagnose failures
    simplify: bool = True  # and look for the simplest inputs that show them
    curves: bool = False  # ask for what pictures of functions need


def limits_for(timeout: float | None, memory: int | None) -> Limits:
    """The usual limits, but for what was asked; a longer call may need a longer exercise."""
    usual = Limits()
    return Limits(
        call_wall_seconds=timeout or usual.call_wall_seconds,
        call_cpu_seconds=timeout or usual.call_cpu_seconds,
        exercise_wall_seconds=max(usual.exercise_wall_seconds, 4 * (timeout or 0)),
        memory_mib=memory or usual.memory_mib,
        output_bytes=usual.output_bytes,
    )

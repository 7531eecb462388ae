"""Active layers -> the level of isolation that they amount to."""

from collections.abc import Collection

from nncheck.errors import GraderError
from nncheck.records import Isolation

LEVELS = ("none", "basic", "medium", "strong")  # from the weakest


def level(active: Collection[str]) -> str:
    """One of LEVELS, for a worker in a process of its own; docs/security.md says what each promises."""
    if "gpu_filter" in active:  # it opens no file and starts no process, but has a GPU's driver and threads
        return "medium" if "private" in active else "basic"
    if "rlimits" not in active:
        return "none"
    if {"memory", "private", "no_new_privs", "seccomp"} <= set(active):
        return "strong"
    return "medium" if {"landlock", "unprivileged"} & set(active) else "basic"


def require(level: str, isolation: Isolation) -> None:
    """Refuses to run a submission that would be held less well than asked."""
    if LEVELS.index(isolation.level) >= LEVELS.index(level):
        return
    missing = "; ".join(f"{layer}: {reason}" for layer, reason in sorted(isolation.missing.items()))
    found = f"only {isolation.level} can be had" if isolation.level != "none" else "nothing isolates"
    raise GraderError(
        f"isolation {level} is required, but {found} here ({missing}); nothing was run (nncheck doctor says "
        "what to do; --allow-unsandboxed grades without isolation, as practice)"
    )

"""The layers that hold a worker, in the order in which they are put on.

A layer is a module with NAME, apply(plan), and objection(plan), which tries it in a process that has
put it on, and says why it does not hold. A new layer is a module and a line in LAYERS.
"""

import sys
from collections.abc import Callable, Collection
from typing import Protocol

from .plan import Plan, plan

__all__ = [
    "BEFORE_DRIVER",
    "BEHIND_DRIVER",
    "LAYERS",
    "PORTABLE",
    "Layer",
    "Plan",
    "examined",
    "lock_down",
    "named",
    "plan",
]


class Layer(Protocol):
    """What a layer's module offers."""

    @property
    def NAME(self) -> str: ...
    @property
    def apply(self) -> Callable[[Plan], None]: ...
    @property
    def objection(self) -> Callable[[Plan], str | None]: ...


# The change of user comes first, because it undoes what `private` sets and needs capabilities. The
# system call filter comes last, because it refuses what the other layers are made with.
LAYERS: tuple[Layer, ...] = ()
PORTABLE: tuple[Layer, ...] = ()  # those that the standard library has on every Unix
# Those of a process that computes on a GPU: the first while it has one thread, because they are put on a
# thread and handed on to those that it starts; the others when the GPU's driver has opened its files.
BEFORE_DRIVER: tuple[Layer, ...] = ()
BEHIND_DRIVER: tuple[Layer, ...] = ()
if sys.platform != "win32":
    from . import memory, rlimits

    PORTABLE = (memory, rlimits)
if sys.platform == "linux":
    from . import capabilities, gpu_filter, gpu_limits, landlock, no_new_privs, private, seccomp, unprivileged

    LAYERS = (
        *(unprivileged, private, capabilities, no_new_privs, landlock),
        *(memory, rlimits, seccomp),
    )
    BEFORE_DRIVER = (unprivileged, capabilities, no_new_privs)
    BEHIND_DRIVER = (private, gpu_limits, gpu_filter)


def named(names: Collection[str] | None) -> tuple[Layer, ...]:
    """The layers of these names, in their order; all of them for None."""
    return tuple(layer for layer in LAYERS if names is None or layer.NAME in names)


def lock_down(plan: Plan, wanted: Collection[Layer]) -> dict[str, str]:
    """Put layers on this process, for good; those that could not be, with the reason."""
    failed = {}
    for layer in wanted:
        try:
            layer.apply(plan)
        except (OSError, ValueError) as error:
            failed[layer.NAME] = str(error)
    return failed


def examined(plan: Plan, wanted: Collection[Layer]) -> dict[str, str | None]:
    """Put each layer on this process and try it: None where it holds, else why not.

    Each is tried before the next is put on, so that no other layer answers in its place.
    """
    found = {}
    for layer in wanted:
        failed = lock_down(plan, (layer,))
        found[layer.NAME] = failed.get(layer.NAME) or layer.objection(plan)
    return found

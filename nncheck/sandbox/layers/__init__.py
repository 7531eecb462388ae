"""The layers that hold a worker, in the order in which they are put on.

A layer is a module with NAME, apply(plan), and objection(plan), which tries the layer in a process that
has put all of them on, and says why it does not hold. A new layer is a module and a line in LAYERS.
"""

from collections.abc import Callable
from typing import Protocol

from . import rlimits, unprivileged
from .plan import Plan, plan

__all__ = ["LAYERS", "Plan", "level", "lock_down", "objections", "plan"]


class Layer(Protocol):
    """What a layer's module offers."""

    @property
    def NAME(self) -> str: ...
    @property
    def apply(self) -> Callable[[Plan], None]: ...
    @property
    def objection(self) -> Callable[[Plan], str | None]: ...


LAYERS: tuple[Layer, ...] = (unprivileged, rlimits)


def lock_down(plan: Plan) -> dict[str, str]:
    """Put all layers on this process, for good; those that could not be, with the reason."""
    failed = {}
    for layer in LAYERS:
        try:
            layer.apply(plan)
        except (OSError, ValueError) as error:
            failed[layer.NAME] = str(error)
    return failed


def objections(plan: Plan) -> dict[str, str | None]:
    """What trying each layer shows, in a process that is locked down: None where it holds."""
    return {layer.NAME: layer.objection(plan) for layer in LAYERS}


def level(active: frozenset[str]) -> str:
    """What these layers amount to, beside the process of its own that student code always has."""
    return "basic" if rlimits.NAME in active else "none"

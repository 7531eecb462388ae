"""A process that no other one of its user can look into, and that ends with the one it was forked from."""

import signal

from ..prctl import become_private, die_with_parent, is_private
from .plan import Plan

NAME = "private"


def apply(plan: Plan) -> None:
    """Again, although the zygote did: a change of user and a fork undo these."""
    become_private()
    die_with_parent(signal.SIGKILL)


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here."""
    return None if is_private() else "other processes of the same user can read the process's memory"

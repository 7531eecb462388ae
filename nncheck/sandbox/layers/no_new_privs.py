"""No program that the process might start gives it rights that it does not have (set-user-ID programs).

Without this promise the kernel lets nobody but root put on Landlock and seccomp.
"""

from ..prctl import prctl
from .plan import Plan

NAME = "no_new_privs"
PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS = 38, 39


def apply(plan: Plan) -> None:
    """Promise it; it cannot be taken back."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here."""
    return None if prctl(PR_GET_NO_NEW_PRIVS) == 1 else "the process could gain rights from a program"

"""When started as root: give up root, for a user of this process's own.

Root could raise its limits again, and a user shared with other workers could signal them.
"""

import os

from .plan import Plan

NAME = "unprivileged"
FIRST_USER, USERS = 61184, 4336  # the range that systemd, too, uses for users of one process


def apply(plan: Plan) -> None:
    """Change to the user, without any group."""
    if os.geteuid() != 0:
        return
    user = FIRST_USER + os.getpid() % USERS
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def objection(plan: Plan) -> str | None:
    """Why this layer does not hold here."""
    if not FIRST_USER <= os.getuid() < FIRST_USER + USERS:
        return "nncheck was not started as root, so student code runs as the same user"
    try:
        os.setuid(0)
    except PermissionError:
        return None
    return "the process could become root again"

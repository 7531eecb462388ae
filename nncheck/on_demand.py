"""What only a failing submission needs: it is slow to import, and loaded when it is called for."""

from typing import Any

from nncheck.judge.evidence import Explanation


def right_apart_from(*arguments: Any) -> tuple[str, ...]:
    """Look for the student's function that alone makes another one wrong; loads python-flint."""
    from nncheck import dependence

    return dependence.right_apart_from(*arguments)


def explained(*arguments: Any) -> Explanation:
    """Explain a failure; loads python-flint."""
    from nncheck import explain

    return explain.explained(*arguments)

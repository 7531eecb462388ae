"""What few gradings need: failures explained, curves. Slow to import, and loaded when it is called for."""

from typing import Any

from nncheck.judge.evidence import Explanation
from nncheck.records import Curve


def right_apart_from(*arguments: Any) -> tuple[str, ...]:
    """Look for the student's function that alone makes another one wrong; loads python-flint."""
    from nncheck import dependence

    return dependence.right_apart_from(*arguments)


def explained(*arguments: Any) -> Explanation:
    """Explain a failure; loads python-flint."""
    from nncheck import explain

    return explain.explained(*arguments)


def curves(*arguments: Any) -> dict[str, Curve]:
    """Ask for the curves that a picture shows; loads python-flint."""
    from nncheck import curves as along_a_line

    return along_a_line.curves(*arguments)

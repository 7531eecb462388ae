"""nncheck verifies worked examples and grades implementations of neural-network basics."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = ["Grader", "__version__"]


def __getattr__(name: str) -> Any:
    """`nncheck.Grader`, imported when it is asked for: commands start faster without it."""
    if name == "Grader":
        return import_module("nncheck.api").Grader
    raise AttributeError(f"module 'nncheck' has no attribute {name!r}")

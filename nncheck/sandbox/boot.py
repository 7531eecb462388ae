"""Run by path: makes this folder a package by itself, so that nothing around it is imported."""

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def main(part: str, arguments: list[str]) -> None:
    """Run the main function of one module of this folder."""
    package = ModuleType("sandboxed")
    package.__path__ = [os.path.dirname(__file__)]
    sys.modules[package.__name__] = package
    if hasattr(os, "register_at_fork"):
        os.register_at_fork = _nothing
    import_module(f"{package.__name__}.{part}").main(arguments)


def _nothing(**what: Any) -> None:
    """Stands for os.register_at_fork.

    What modules want done in every child is a tenth of the time to fork one: locks are made anew, which no
    other thread can hold, since there is none, and generators are seeded, as they are before every call.
    """


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

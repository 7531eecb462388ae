"""Run by path: makes this folder a package by itself, so that nothing around it is imported."""

import os
import sys
from importlib import import_module
from types import ModuleType


def main(part: str, arguments: list[str]) -> None:
    """Run the main function of one module of this folder."""
    package = ModuleType("sandboxed")
    package.__path__ = [os.path.dirname(__file__)]
    sys.modules[package.__name__] = package
    import_module(f"{package.__name__}.{part}").main(arguments)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

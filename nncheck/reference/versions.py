"""Versions of installed packages without importing them (importlib.metadata alone costs 40 ms)."""

import os
import sys
from functools import cache


def version(package: str) -> str | None:
    """The installed version of a distribution such as "python-flint", or None."""
    return _installed().get(package.lower().replace("-", "_"))


@cache
def _installed() -> dict[str, str]:
    """Name -> version of every distribution; on sys.path the first one counts."""
    found: dict[str, str] = {}
    for folder in sys.path:
        for info in _names(folder):
            name, _, rest = info.removesuffix(".dist-info").partition("-")
            found.setdefault(name.lower().replace("-", "_"), rest)
    return found


def _names(folder: str) -> list[str]:
    try:
        return [name for name in os.listdir(folder or ".") if name.endswith(".dist-info")]
    except OSError:  # a zip file, or a folder that is not there
        return []

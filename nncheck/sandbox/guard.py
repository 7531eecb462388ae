"""The builtins that student code sees.

They make honest code fail with a clear sentence. They are no barrier against code that looks for a way
around them: the layers are.
"""

import builtins
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any, NoReturn

from .modules import OPERATING_SYSTEM

_import = builtins.__import__


class StudentBuiltins:
    """Python's builtins, with imports limited to `allowed` top-level modules, and nothing to wait for."""

    def __init__(self, allowed: Iterable[str]):
        self._allowed = set(allowed)
        self._module = ModuleType("builtins")
        vars(self._module).update(vars(builtins), **replacements(self._allowed))

    def installed(self, more: Iterable[str]) -> dict[str, Any]:
        """What to run student code with; `more` modules are allowed, too.

        `import builtins` gives these from now on, so that what a student patches stays the student's.
        """
        self._allowed.update(more)
        sys.modules["builtins"] = self._module
        return vars(self._module)


def replacements(allowed: Collection[str]) -> dict[str, Any]:
    """The builtins that differ from Python's."""
    return {
        "__import__": importer(allowed),
        "open": no_files,
        "input": no_input,
        "exit": sys.exit,
        "quit": sys.exit,
        "breakpoint": nothing,
        "display": nothing,
        "help": nothing,
    }


def importer(allowed: Collection[str]) -> Callable[..., ModuleType]:
    """An `__import__` that refuses with a reason."""

    def limited(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if level == 0 and name.partition(".")[0] not in allowed:
            raise ModuleNotFoundError(refusal(name), name=name)
        try:
            return _import(name, globals, locals, fromlist or (), level)
        except (ModuleNotFoundError, OSError) as error:
            # no file can be read, so only what is loaded is there; what is not may be one that `name` imports
            missing = getattr(error, "name", None) or name
            raise ModuleNotFoundError(f"module {missing!r} is not available here", name=missing) from None

    return limited


def refusal(name: str) -> str:
    """Why a module cannot be imported."""
    if name.partition(".")[0] in OPERATING_SYSTEM:
        return f"module {name!r} is not available here; graded code cannot use the operating system"
    return f"module {name!r} is not available here; the standard library and numpy are"


def no_files(*arguments: object, **keywords: object) -> NoReturn:
    """Stands for `open`."""
    raise PermissionError("files cannot be opened during grading")


def no_input(*arguments: object) -> NoReturn:
    """Stands for `input`."""
    raise EOFError("nobody is there to answer input() during grading")


def nothing(*arguments: object, **keywords: object) -> None:
    """Stands for what only makes sense with a person at the screen."""

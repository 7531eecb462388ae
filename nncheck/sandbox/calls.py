"""One request to call a student's function -> the reply to it."""

import random
import warnings
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np

from .program import Program, described
from .wire import Convert, Opaque, WireError, dumps, type_name

# Bound before student code runs, which may patch the modules.
_seed_python, _seed_numpy, _ignore = random.seed, np.random.seed, warnings.simplefilter
TORCH_OUT_OF_MEMORY = "can't allocate memory"

Reply = dict[str, Any]


class Caller:
    """Calls the functions of one program; `tensors` is None where torch is not loaded."""

    def __init__(self, program: Program, tensors: ModuleType | None):
        self._program = program
        self._tensors = tensors
        self._convert: Convert = tensors.CONVERT if tensors else {}

    def answer(self, request: dict[str, Any]) -> bytes:
        """The reply's bytes."""
        reply: Reply = {"id": request["id"], "kind": "missing", "error": "", "message": "", "location": None}
        function = self._program.namespace.get(request["function"])
        if callable(function):
            try:
                return self._called(function, request)
            except BaseException as error:  # noqa: BLE001  whatever it is, it is the student's
                reply |= self._failure(error)
        elif function is not None:
            reply["message"] = f"{request['function']} is no function but of type {type_name(function)}"
        return dumps(reply)

    def _called(self, function: Callable[..., Any], request: dict[str, Any]) -> bytes:
        arguments, keywords = request["arguments"], request.get("keywords", {})
        if request.get("backend") == "torch" and self._tensors:
            device = request.get("device", "cpu")
            arguments, keywords = self._tensors.as_tensors((arguments, keywords), device)
        settle(self._tensors)
        value = function(*arguments, **keywords)
        reply = {"id": request["id"], "kind": "value", "value": value}
        reply["inputs"] = tuple(arguments) if request.get("return_inputs") else None
        try:
            return dumps(reply, self._convert)
        except WireError as error:
            reply["value"] = Opaque(f"{type_name(value)} with {error}")
            return dumps(reply, self._convert)

    def _failure(self, error: BaseException) -> Reply:
        name, text = described(error)
        place = self._program.where(error.__traceback__)
        if isinstance(error, SystemExit):
            return {"kind": "exit", "message": f"called sys.exit({text})", "location": place}
        lacking = isinstance(error, MemoryError) or TORCH_OUT_OF_MEMORY in text
        kind = "memory" if lacking else "exception"
        return {"kind": kind, "error": name, "message": text, "location": place}


def settle(tensors: ModuleType | None) -> None:
    """The same random numbers whenever student code starts, and no warnings: they cost nothing."""
    _ignore("ignore")
    _seed_python(0)
    _seed_numpy(0)
    if tensors:
        tensors.seed()

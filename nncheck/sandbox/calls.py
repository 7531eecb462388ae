"""One request to call a student's function -> the reply to it."""

import random
import warnings
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

import numpy as np

from .program import MAX_TEXT, Program, described
from .steps import AtStep, walked
from .wire import Convert, Opaque, Random, WireError, dumps, type_name

# Bound before student code runs, which may patch the modules.
_seed_python, _seed_numpy, _ignore = random.seed, np.random.seed, warnings.simplefilter
_numpy_generator = np.random.default_rng
TORCH_OUT_OF_MEMORY = "can't allocate memory"

Reply = dict[str, Any]


class Caller:
    """Calls the functions of one program; `tensors` is None where torch is not loaded."""

    def __init__(self, program: Program, tensors: ModuleType | None):
        self._program = program
        self._tensors = tensors
        self._convert: Convert = tensors.CONVERT if tensors else {}
        self._generator: Any = None  # the last one that was made

    def answer(self, request: dict[str, Any]) -> bytes:
        """The reply's bytes."""
        reply: Reply = {"id": request["id"], "kind": "missing", "error": "", "message": "", "location": None}
        function = self._program.namespace.get(request["function"])
        if callable(function):
            try:
                return self._called(function, request)
            except AtStep as stopped:
                reply |= self._failure(stopped.error, f" (at step {stopped.number})")
            except BaseException as error:  # noqa: BLE001  whatever it is, it is the student's
                reply |= self._failure(error)
        elif function is not None:
            reply["message"] = f"{request['function']} is no function but of type {type_name(function)}"
        return dumps(reply)

    def _called(self, function: Callable[..., Any], request: dict[str, Any]) -> bytes:
        arguments, keywords = request["arguments"], request.get("keywords", {})
        make_generator = _numpy_generator
        if request.get("backend") == "torch" and self._tensors:
            device = request.get("device", "cpu")
            arguments, keywords = self._tensors.as_tensors((arguments, keywords), device)
            make_generator = self._tensors.generator_on(device)
        arguments = tuple(self._made(each, make_generator) for each in arguments)
        settle(self._tensors, request.get("ambient_seed", 0))
        if "steps" in request:
            step = partial(function, **keywords)
            value, arguments = walked(step, arguments, request["steps"], self._convert)
        else:
            value = function(*arguments, **keywords)
        reply = {"id": request["id"], "kind": "value", "value": value}
        reply["inputs"] = tuple(arguments) if request.get("return_inputs") else None
        try:
            return dumps(reply, self._convert)
        except WireError as error:
            reply["value"] = Opaque(f"{type_name(value)} with {error}")
            return dumps(reply, self._convert)

    def _made(self, argument: Any, make: Callable[[int], Any]) -> Any:
        """The argument, or the generator that it stands for."""
        if type(argument) is not Random:
            return argument
        if not argument.again or self._generator is None:
            self._generator = make(argument.seed)
        return self._generator

    def _failure(self, error: BaseException, where: str = "") -> Reply:
        name, text = described(error)
        place = self._program.where(error.__traceback__)
        if isinstance(error, SystemExit):
            message = _ending_in(f"called sys.exit({text})", where)
            return {"kind": "exit", "message": message, "location": place}
        lacking = isinstance(error, MemoryError) or TORCH_OUT_OF_MEMORY in text
        kind = "memory" if lacking else "exception"
        return {"kind": kind, "error": name, "message": _ending_in(text, where), "location": place}


def _ending_in(text: str, where: str) -> str:
    return text[: MAX_TEXT - len(where)].rstrip() + where if where else text[:MAX_TEXT]


def settle(tensors: ModuleType | None, seed: int = 0) -> None:
    """The same random numbers whenever student code starts, and no warnings: they cost nothing."""
    _ignore("ignore")
    _seed_python(seed)
    _seed_numpy(seed)
    if tensors:
        tensors.seed(seed)

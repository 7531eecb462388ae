"""A call of a student's function -> the reply to it."""

from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

import numpy as np

from .ambient import settle
from .form import FAILURE, REPLY, VALUE, WITH_INPUTS
from .program import MAX_TEXT, Place, Program, described
from .requests import unpacked
from .steps import AtStep, walked
from .wire import Convert, Opaque, Random, WireError, dumps, type_name

_numpy_generator = np.random.default_rng  # bound before student code runs, which may patch the module
TORCH_OUT_OF_MEMORY = "can't allocate memory"

Failure = tuple[str, str, str, Place | None]  # kind, error, message, location


class Caller:
    """Calls the functions of one program; `tensors` is None where torch is not loaded."""

    def __init__(self, program: Program, tensors: ModuleType | None):
        self._program = program
        self._tensors = tensors
        self._convert: Convert = tensors.CONVERT if tensors else {}
        self._generator: Any = None  # the last one that was made
        self._answered = 0

    def answer(self, call: bytes) -> bytes:
        """The reply's bytes, with the number of the call."""
        number = self._answered
        self._answered += 1
        name, *how = unpacked(call)
        function = self._program.namespace.get(name)
        if callable(function):
            try:
                return self._called(number, function, *how)
            except AtStep as stopped:
                failure = self._failure(stopped.error, f" (at step {stopped.number})")
            except BaseException as error:  # noqa: BLE001  whatever it is, it is the student's
                failure = self._failure(error)
        else:
            what = "" if function is None else f"{name} is no function but of type {type_name(function)}"
            failure = ("missing", "", what, None)
        return REPLY.pack(number, FAILURE) + dumps(failure)

    def _called(
        self,
        number: int,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        keywords: dict[str, Any],
        on: tuple[str, str],
        return_inputs: bool,
        ambient_seed: int,
        steps: tuple[int, int, bool] | None,
    ) -> bytes:
        arguments, keywords = self._prepared(arguments, keywords, *on)
        settle(self._tensors, ambient_seed)
        if steps is None:
            value = function(*arguments, **keywords)
        else:
            value, arguments = walked(partial(function, **keywords), arguments, steps, self._convert)
        inputs = arguments if return_inputs else None
        try:
            return self._reply(number, value, inputs)
        except WireError as error:
            return self._reply(number, Opaque(f"{type_name(value)} with {error}"), inputs)

    def _prepared(
        self, arguments: tuple[Any, ...], keywords: dict[str, Any], backend: str, device: str
    ) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """What to call with: tensors for torch, and generators where they are wanted."""
        make_generator = _numpy_generator
        if backend == "torch" and self._tensors:
            arguments, keywords = self._tensors.as_tensors((arguments, keywords), device)
            make_generator = self._tensors.generator_on(device)
        if Random in map(type, arguments):
            arguments = tuple([self._made(each, make_generator) for each in arguments])
        return arguments, keywords

    def _reply(self, number: int, value: Any, inputs: tuple[Any, ...] | None) -> bytes:
        if inputs is None:
            return dumps(value, self._convert, depth=1, head=REPLY.pack(number, VALUE))
        return dumps((value, inputs), self._convert, head=REPLY.pack(number, WITH_INPUTS))

    def _made(self, argument: Any, make: Callable[[int], Any]) -> Any:
        """The argument, or the generator that it stands for."""
        if type(argument) is not Random:
            return argument
        if not argument.again or self._generator is None:
            self._generator = make(argument.seed)
        return self._generator

    def _failure(self, error: BaseException, where: str = "") -> Failure:
        name, text = described(error)
        place = self._program.where(error.__traceback__)
        if isinstance(error, SystemExit):
            message = _ending_in(f"called sys.exit({text})", where)
            return "exit", "", message, place
        lacking = isinstance(error, MemoryError) or TORCH_OUT_OF_MEMORY in text
        kind = "memory" if lacking else "exception"
        return kind, name, _ending_in(text, where), place


def _ending_in(text: str, where: str) -> str:
    return text[: MAX_TEXT - len(where)].rstrip() + where if where else text[:MAX_TEXT]

"""A live function in the part of a submission: it is called here, in this process, without any isolation."""

import random
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import PurePath
from types import CodeType, TracebackType
from typing import Any

import numpy as np

from nncheck.interview import Interview, Part
from nncheck.records import Call, Loaded, Location, Outcome
from nncheck.sandbox.calls import Caller
from nncheck.sandbox.program import Place, Program
from nncheck.sandbox.replies import read_outcome
from nncheck.sandbox.script import encoded

Function = Callable[..., Any]


class Live(Interview):
    """An interview with one function of this process, asked in the words and heard with the ears of a worker.

    Nothing limits its time or memory.
    """

    def __init__(self, name: str, function: Function):
        program = _Alone(name, self._noticing(function), _code_of(function))
        self._name, self._count, self._lines = name, 0, {program.cell: sys.maxsize}
        self._interruption: KeyboardInterrupt | None = None
        tensors = import_module("nncheck.sandbox.tensors") if torch_is_here() else None
        self._caller = Caller(program, tensors)
        self.loaded = Loaded(defined=program.places)
        self.backends, self.steps = {}, {}

    def defines(self, function: str) -> bool:
        """Only the one function is there."""
        return function == self._name

    def died(self, function: str) -> Outcome | None:
        """Where it dies, so does who asks."""
        return None

    def ask(self, parts: Sequence[Part]) -> list[list[Outcome]]:
        """What the function answers, in order."""
        with _left_as_it_was():
            return [[self._outcome(call) for call in self.made(script).calls] for _, script in parts]

    def _outcome(self, call: Call) -> Outcome:
        reply = self._caller.answer(encoded(call))
        if self._interruption is not None:
            raise self._interruption
        self._count += 1
        return read_outcome(reply, self._count - 1, self._lines)

    def _noticing(self, function: Function) -> Function:
        """The function; what the user interrupts is no answer of it."""

        def noticed(*arguments: Any, **keywords: Any) -> Any:
            try:
                return function(*arguments, **keywords)
            except KeyboardInterrupt as interruption:
                self._interruption = interruption
                raise

        return noticed


class _Alone(Program):
    """A program that consists of a single function, which need not be written in Python."""

    def __init__(self, name: str, function: Function, code: CodeType | None):
        self.namespace = {name: function}
        self._file = code.co_filename if code else ""
        self.cell = PurePath(self._file).name
        self.places = {name: Location(cell=self.cell, line=code.co_firstlineno)} if code else {}

    def where(self, traceback: TracebackType | None) -> Place | None:
        """The innermost line in the function's file that a traceback passes through."""
        place = None
        while traceback is not None:
            if self._file and traceback.tb_frame.f_code.co_filename == self._file:
                place = (self.cell, traceback.tb_lineno)
            traceback = traceback.tb_next
        return place


def torch_is_here() -> bool:
    """Whether this process has imported torch; a function that is written for it has."""
    return "torch" in sys.modules


def _code_of(function: Function) -> CodeType | None:
    code = getattr(function, "__code__", None)
    return code if isinstance(code, CodeType) else None


@contextmanager
def _left_as_it_was() -> Iterator[None]:
    """A worker seeds all generators and silences warnings; here others go on with them afterwards."""
    python, numpy = random.getstate(), np.random.get_state()
    torch = sys.modules.get("torch")
    numbers = torch.get_rng_state() if torch else None
    try:
        with warnings.catch_warnings():
            yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy)
        if torch:
            torch.set_rng_state(numbers)

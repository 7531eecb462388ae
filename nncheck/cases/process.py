"""The process that builds bundles: exercise file + function names + seed -> bundles.

Apart from the grader, so that what the grader has imported changes no case, and so that a grading
from the cache never loads hypothesis, SymPy or torch.
"""

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from nncheck.cases.build import Builder
from nncheck.cases.bundle import Bundle, Reply, Request, encode
from nncheck.errors import NncheckError
from nncheck.reference import torch_stored
from nncheck.spec.exercise import Exercise, Function
from nncheck.spec.load import load_exercise


def build(exercise: Exercise, names: tuple[str, ...], seed: int, fixed: bool) -> dict[str, Bundle]:
    """The bundles of several functions of one exercise."""
    random = [name for name in names if exercise.functions[name].random]
    exact = [name for name in names if name not in random]
    return _exact(exercise, exact, seed, fixed) | (_random(exercise, random, seed, fixed) if random else {})


def _exact(exercise: Exercise, names: list[str], seed: int, fixed: bool) -> dict[str, Bundle]:
    if not fixed:
        return {name: Builder(exercise, exercise.functions[name], seed).drawn() for name in names}
    from nncheck.reference.symbolic import limit  # SymPy takes 0.3 s: only the fixed part needs it

    outputs = torch_lookup(exercise)
    return {name: Builder(exercise, exercise.functions[name], seed, limit, outputs).fixed() for name in names}


def _random(exercise: Exercise, names: list[str], seed: int, fixed: bool) -> dict[str, Bundle]:
    from nncheck.cases import chance  # needs SciPy, which takes 0.6 s

    functions = {name: exercise.functions[name] for name in names}
    if fixed:
        return {name: chance.fixed(exercise, function) for name, function in functions.items()}
    return {name: chance.drawn(exercise, function, seed) for name, function in functions.items()}


def torch_lookup(exercise: Exercise) -> Callable[[Function, str, tuple[Any, ...]], Any]:
    """Stored answers first; for the others torch itself, if it is installed."""
    stored = torch_stored.read(exercise.source.parent)

    def find(function: Function, case: str, arguments: tuple[Any, ...]) -> Any:
        found = stored.find(torch_stored.key(function.name, case, arguments))
        if found is not None or function.torch is None or find_spec("torch") is None:
            return found
        from nncheck.reference.torch_live import torch_answer  # torch takes a second to import

        return torch_answer(function, arguments)

    return find


def main() -> None:
    """Answer one request from standard input on standard output."""
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Request)
    try:
        exercise = load_exercise(Path(request.exercise))
        bundles = build(exercise, request.functions, int(request.seed), request.fixed)
        reply = Reply(bundles={name: encode(bundle) for name, bundle in bundles.items()})
    except NncheckError as error:
        reply = Reply(error=str(error))
    sys.stdout.buffer.write(msgspec.msgpack.encode(reply))

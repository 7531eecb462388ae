"""Arguments -> a case with its exact answer, in one floating-point type or in both."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from nncheck.cases.bundle import Case
from nncheck.errors import SpecError
from nncheck.reference.answer import Answer, Limit, Solver
from nncheck.reference.balls import Uncertified
from nncheck.spec.exercise import Exercise, Function
from nncheck.spec.trees import cast_floats, leaves
from nncheck.spec.validate import where

CHECK_OF_DTYPE = {"float64": "values", "float32": "values_float32"}
_LONGEST_TEXT = 200


class CaseMaker:
    """Makes cases of one function; `torch_outputs` looks up or computes torch's answers."""

    def __init__(
        self,
        exercise: Exercise,
        function: Function,
        seed: int,
        limit: Limit | None = None,
        torch_outputs: Callable[[Function, str, tuple[Any, ...]], Any] | None = None,
    ):
        self.exercise, self.function = exercise, function
        digest = hashlib.sha256(f"{exercise.name}.{function.name}.{seed}".encode()).digest()
        self.seed = int.from_bytes(digest[:8], "big")
        self.solvers = {name: Solver(each, limit) for name, each in exercise.functions.items()}
        self.torch_outputs = torch_outputs

    def _drawn_case(self, name: str, why: str, arguments: tuple[Any, ...]) -> Iterator[Case]:
        """A case in both float types, where the drawn inputs leave every honest form its accuracy."""
        for dtype, check in CHECK_OF_DTYPE.items():
            if dtype == "float32" and not with_arrays(arguments):
                continue  # the same call again
            given = cast_floats(arguments, dtype)
            answer = self._answer(given, dtype)
            if all(leaf.all() for _, leaf in leaves(answer.ordinary)):
                yield self._case(f"{name}-{dtype}", why, check, given, answer)

    # --- helpers ------------------------------------------------------------------------------

    def _answer(self, arguments: tuple[Any, ...], dtype: str) -> Answer:
        try:
            return self.solvers[self.function.name].answer(arguments, dtype)
        except Uncertified:
            raise SpecError(
                f"{where(self.function)}: no certified value at {_short(arguments)}; narrow the domain"
            ) from None
        except Exception as error:  # noqa: BLE001 - whatever a formula raises, its author needs the place
            raise SpecError(
                f"{where(self.function)}: the formula raised {type(error).__name__}: {error}"
            ) from error

    def _case(
        self, name: str, why: str, group: str, arguments: tuple[Any, ...], answer: Answer, worked: str = ""
    ) -> Case:
        exact, tolerance, scale, _ = answer
        fixed = group in ("values", "worked") and not name.startswith("drawn")
        torch = self.torch_outputs(self.function, name, arguments) if fixed and self.torch_outputs else None
        return Case(
            name=name, why=why, group=group, arguments=arguments, exact=exact, tolerance=tolerance,
            scale=scale, torch=torch, worked=worked,
        )  # fmt: skip


def with_arrays(arguments: tuple[Any, ...]) -> bool:
    """Whether any argument is an array."""
    return any(isinstance(leaf, np.ndarray) for _, leaf in leaves(arguments))


def _short(arguments: tuple[Any, ...]) -> str:
    text = " ".join(repr(arguments).split())
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}..."

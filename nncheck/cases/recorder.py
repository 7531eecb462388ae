"""A property's questions -> exact answers, and the list of what was asked."""

from collections.abc import Callable
from typing import Any

from nncheck.cases.bundle import Asked
from nncheck.reference.answer import Solver
from nncheck.spec.measured import Measured
from nncheck.spec.trees import leaves, map_leaves


class Recorder:
    """Answers a property's questions with exact answers and keeps a list of them."""

    def __init__(self, own: str, solvers: dict[str, Solver]):
        self._own, self._solvers = own, solvers
        self.asked: list[Asked] = []

    def __call__(self, *arguments: Any) -> Any:
        return self._ask(self._own, arguments)

    def __getattr__(self, function: str) -> Callable[..., Any]:
        return lambda *arguments: self._ask(function, arguments)

    def _ask(self, function: str, arguments: tuple[Any, ...]) -> Any:
        live = any(isinstance(leaf, Measured) for _, leaf in leaves(arguments))
        plain = map_leaves(lambda leaf: leaf.value if isinstance(leaf, Measured) else leaf, arguments)
        exact, tolerance, _, _ = self._solvers[function].answer(plain, "float64")
        self.asked.append(
            Asked(function=function, arguments=plain, exact=exact, tolerance=tolerance, live=live)
        )
        return map_leaves(Measured, exact, tolerance)

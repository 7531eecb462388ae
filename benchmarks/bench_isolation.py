"""What isolation costs for one submission and one exercise, against a forked worker without any layer.

python benchmarks/bench_isolation.py

A round is: fork, lock down, load the source, answer one call, kill, reap. The rounds of all kinds of
workers take turns, so that whatever else the machine does slows all of them.
"""

from importlib.util import find_spec
from statistics import median, quantiles
from time import perf_counter

import numpy as np

from nncheck.records import Call, Cell, Limits, OutcomeKind, Submission
from nncheck.sandbox.namespaces import NAME as NAMESPACES
from nncheck.sandbox.session import Sandbox

ROUNDS, WARM_UP = 200, 20
X = np.linspace(-3, 3, 256).reshape(16, 16)
SOURCES = {
    "numpy": "import numpy as np\n\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n",
    "torch": "import torch\n\ndef sigmoid(x):\n    w = x.clone().requires_grad_()\n"
    "    torch.sigmoid(w).sum().backward()\n    return torch.sigmoid(x) + w.grad\n",
}
BUDGETS = {"numpy": 8.0, "torch": 25.0}  # milliseconds, the median of a round with all layers
WITHOUT, INSIDE, ALL = "no layer", "all but namespaces", "all layers"


def sandboxes(torch: bool) -> dict[str, Sandbox]:
    """A sandbox of each kind, started."""
    every = Sandbox(Limits(), torch=torch)
    inside = [name for name in every.isolation.active if name != NAMESPACES]
    found = {WITHOUT: (), INSIDE: inside}
    others = {name: Sandbox(Limits(), torch=torch, layers=layers) for name, layers in found.items()}
    return others | {ALL: every}


def milliseconds(sandbox: Sandbox, submission: Submission, backend: str) -> float:
    """How long one round takes."""
    start = perf_counter()
    with sandbox.open(submission) as worker:
        (outcome,) = worker.calls([Call(function="sigmoid", arguments=(X,), backend=backend)])
    taken = perf_counter() - start
    assert outcome.kind == OutcomeKind.VALUE, outcome
    return taken * 1000


def measured(backend: str) -> dict[str, list[float]]:
    """The rounds of each kind."""
    source = Cell(name="submission.py", source=SOURCES[backend])
    submission = Submission(name="submission.py", sha256="", cells=(source,))
    kinds = sandboxes(backend == "torch")
    rounds: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(ROUNDS + WARM_UP):
        for name, sandbox in kinds.items():
            rounds[name].append(milliseconds(sandbox, submission, backend))
    level = kinds[ALL].isolation.level
    for sandbox in kinds.values():
        sandbox.close()
    print(f"{backend}, level {level} with all layers; {ROUNDS} rounds of each kind, in milliseconds")
    return {name: each[WARM_UP:] for name, each in rounds.items()}


def main() -> None:
    """Print a table for numpy and, where it is installed, one for torch."""
    for backend in SOURCES:
        if find_spec(backend) is None:
            continue
        rounds = measured(backend)
        base = median(rounds[WITHOUT])
        print(f"{'':20}{'median':>8}{'p95':>8}{'ratio':>8}{'more':>8}")
        for name, each in rounds.items():
            middle, high = median(each), quantiles(each, n=20)[-1]
            print(f"{name:20}{middle:8.2f}{high:8.2f}{middle / base:8.2f}{middle - base:8.2f}")
        within = median(rounds[ALL]) <= BUDGETS[backend]
        print(f"budget {BUDGETS[backend]:g}: {'kept' if within else 'EXCEEDED'}\n")


if __name__ == "__main__":
    main()

"""On a machine with a CUDA GPU: solutions get their results there, and processes are held."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sandbox_samples import X, called

from nncheck.authoring.grading import Bench
from nncheck.authoring.outcomes import Solution, find_solutions
from nncheck.records import Limits, OutcomeKind, Tensor
from nncheck.sandbox.on_device import DeviceSandbox
from nncheck.spec import load_exercises

pytestmark = pytest.mark.cuda

FOLDER = Path(__file__).resolve().parent.parent / "solutions"
EXERCISES = load_exercises()
SOLUTIONS = [
    solution
    for name in EXERCISES
    for solution in find_solutions(FOLDER, name)
    if solution.kind in ("right", "naive", "wrong") and "torch" in solution.path.name
]


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    """Graders that use the GPU."""
    with Bench(EXERCISES, device="cuda") as bench:
        yield bench


@pytest.fixture(scope="module")
def sandbox() -> Iterator[DeviceSandbox]:
    """Processes on the GPU."""
    with DeviceSandbox(Limits(), "cuda") as sandbox:
        yield sandbox


@pytest.mark.parametrize(
    "solution", SOLUTIONS, ids=lambda each: f"{each.exercise}/{each.kind}/{each.path.name}"
)
def test_a_torch_solution_gets_its_result(bench: Bench, solution: Solution) -> None:
    """Right ones full marks, wrong ones as they are filed, on both devices."""
    assert bench.verdict(solution).problems == ()


def test_a_process_there_is_held(sandbox: DeviceSandbox) -> None:
    """With all its layers, and an honest program runs behind them."""
    assert sandbox.unusable("medium") == ""
    assert sandbox.isolation.level == "medium"
    assert sandbox.isolation.missing.keys() <= {"unprivileged"}


HOSTILE = "posix.open('/etc/passwd', 0)", "posix.fork()", "sys.modules['_socket'].socket(2, 1)"


@pytest.mark.parametrize("expression", HOSTILE)
def test_a_backward_pass_is_held(sandbox: DeviceSandbox, expression: str) -> None:
    """It runs in a thread that was there before the filter was put on."""
    source = f"""
        import sys, torch
        posix = sys.modules["posix"]
        class Attack(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                return x * 1
            @staticmethod
            def backward(ctx, g):
                {expression}
                return g
        def f(x):
            Attack.apply(torch.ones(3, device="cuda").requires_grad_()).sum().backward()
    """
    (outcome,) = called(sandbox, source, backend="torch")
    assert outcome.kind == OutcomeKind.EXCEPTION
    assert outcome.error in ("PermissionError", "KeyError", "OSError")


def test_it_computes_there(sandbox: DeviceSandbox) -> None:
    """Tensors stay where they are made, and are off by no more than the documentation says."""
    source = "import torch\ndef f(x):\n    return torch.exp(x.to('cuda'))\n"
    (outcome,) = called(sandbox, source, backend="torch")
    assert type(outcome.value) is Tensor
    assert outcome.value.device == "cuda:0"
    assert np.allclose(outcome.value.array, np.exp(X), rtol=1e-15, atol=0)

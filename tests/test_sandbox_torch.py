"""Torch submissions in a locked-down worker."""

from collections.abc import Iterator

import numpy as np
import pytest
from sandbox_samples import LIMITS, X, called, opened

from nncheck.records import Call, Limits, Opaque, OutcomeKind, Tensor
from nncheck.sandbox.session import Sandbox

pytest.importorskip("torch")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote with torch for all tests here."""
    limits = Limits(**{name: getattr(LIMITS, name) for name in ("call_wall_seconds", "output_bytes")})
    with Sandbox(limits, torch=True) as sandbox:
        yield sandbox


def test_tensors_in_and_out(sandbox: Sandbox) -> None:
    """Arrays arrive as tensors of their dtype, inside containers too, and come back as tensors."""
    source = "import torch\ndef f(x, p):\n    return {'y': torch.sigmoid(x) * p['w']}\n"
    with opened(sandbox, source) as worker:
        for dtype in (np.float32, np.float64):
            w = np.ones(3, dtype)
            call = Call(function="f", arguments=(X.astype(dtype), {"w": w}), backend="torch")
            (outcome,) = worker.calls([call])
            got = outcome.value["y"]
            assert type(got) is Tensor
            assert got.device == "cpu"
            assert got.array.dtype == dtype
            assert np.allclose(got.array, 1 / (1 + np.exp(-X)))


def test_an_earlier_answer_is_an_argument(sandbox: Sandbox) -> None:
    """A tensor that came out of one call goes into another."""
    with opened(sandbox, "def f(x):\n    return x * 2\n") as worker:
        (first,) = worker.calls([Call(function="f", arguments=(X,), backend="torch")])
        (second,) = worker.calls([Call(function="f", arguments=(first.value,), backend="torch")])
    assert second.value.array.tolist() == (X * 4).tolist()


def test_training_works_locked_down(sandbox: Sandbox) -> None:
    """Layers, autograd, optimizers, function transforms and data loaders need no file and no thread."""
    source = """
        import torch
        import torch.nn as nn
        import torch.nn.functional as F
        from torch.func import jacrev, vmap
        from torch.utils.data import DataLoader, TensorDataset

        def f(x):
            model = nn.Sequential(nn.Linear(3, 4), nn.Sigmoid(), nn.Linear(4, 1)).double()
            print(model, x)
            for kind in (torch.optim.SGD, torch.optim.AdamW):
                optimizer = kind(model.parameters(), lr=0.1)
                optimizer.zero_grad()
                F.mse_loss(model(x), torch.ones(1).double()).backward()
                optimizer.step()
            batches = len(list(DataLoader(TensorDataset(x), batch_size=2)))
            return batches, jacrev(torch.sin)(x), vmap(torch.cos)(x), torch.linalg.svd(x[None])[1]
    """
    (outcome,) = called(sandbox, source, backend="torch")
    assert outcome.kind == OutcomeKind.VALUE, outcome.message
    assert outcome.value[0] == 2
    assert np.allclose(outcome.value[1].array, np.diag(np.cos(X)))


def test_tensors_without_an_array_are_opaque(sandbox: Sandbox) -> None:
    """Sparse tensors and dtypes that numpy lacks come back as their type, with the reason."""
    source = """
        import torch
        def f(x):
            return x.to_sparse(), x.to(torch.bfloat16), torch.nn.Parameter(x), x.to(torch.complex64).conj()
    """
    (outcome,) = called(sandbox, source, backend="torch")
    sparse, short, parameter, conjugate = outcome.value
    assert sparse == Opaque(type_name="torch.Tensor, sparse_coo, of dtype float64")
    assert short == Opaque(type_name="torch.Tensor of dtype bfloat16")
    assert (type(parameter), type(conjugate)) == (Tensor, Tensor)


def test_inputs_seeds_and_memory(sandbox: Sandbox) -> None:
    """A mutated tensor is seen, random numbers repeat, and too large a tensor is a memory outcome."""
    source = """
        import torch
        W = torch.rand(1)
        def mutate(x): return x.add_(1)
        def draw(x): return W, torch.rand(2)
        def large(x): return torch.ones(1 << 30)
    """
    calls = [
        Call(function=name, arguments=(X,), backend="torch", return_inputs=True)
        for name in ("mutate", "draw", "draw", "large")
    ]
    with opened(sandbox, source) as worker:
        mutated, first, second, large = worker.calls(calls)
    assert mutated.inputs_after is not None
    assert mutated.inputs_after[0].array.tolist() == (X + 1).tolist()
    assert str(first.value) == str(second.value)
    assert large.kind == OutcomeKind.MEMORY

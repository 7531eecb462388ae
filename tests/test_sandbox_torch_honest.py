"""Honest things that students do with torch: they work in a worker at its strictest, or are exceptions."""

from collections.abc import Iterator

import pytest
from sandbox_samples import called, opened, told

from nncheck.records import Limits, OutcomeKind
from nncheck.sandbox.session import Sandbox

pytest.importorskip("torch")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote with torch for all tests here."""
    with Sandbox(Limits(), torch=True) as sandbox:
        yield sandbox


WORKS = {
    "every optimizer": """
        import torch
        def steps(kind):
            if kind is torch.optim.SparseAdam:
                embedding = torch.nn.Embedding(3, 2, sparse=True)
                optimizer = kind(embedding.parameters())
                embedding(torch.tensor([1])).sum().backward()
                return optimizer.step()
            w = torch.nn.Parameter(torch.ones(3, 3))
            optimizer = kind([w], lr=0.1)
            def closure():
                optimizer.zero_grad()
                loss = (w**2).sum()
                loss.backward()
                return loss
            return optimizer.step(closure)
        def f(x):
            kinds = [each for each in vars(torch.optim).values() if isinstance(each, type)]
            kinds = [each for each in kinds if issubclass(each, torch.optim.Optimizer)]
            kinds.remove(torch.optim.Optimizer)
            for kind in kinds:
                steps(kind)
            assert len(kinds) >= 10
    """,
    "schedules": """
        import torch
        def f(x):
            optimizer = torch.optim.SGD([torch.nn.Parameter(torch.ones(1))], lr=1.0)
            schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 3)
            optimizer.step()
            schedule.step()
            return schedule.get_last_lr()
    """,
    "autograd by hand": """
        import torch
        class Double(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                ctx.save_for_backward(x)
                return x * 2
            @staticmethod
            def backward(ctx, g):
                return g * 2
        def f(x):
            w = x.clone().requires_grad_()
            with torch.autograd.set_detect_anomaly(True):
                Double.apply(w).sum().backward()
            assert torch.autograd.gradcheck(Double.apply, (w,))
            return w.grad, torch.autograd.grad((w**2).sum(), w)[0]
    """,
    "gradients to start from": """
        import torch
        from torch.autograd import grad
        def f(x):
            w = x.clone().requires_grad_()
            (w**2).backward(torch.ones_like(x))
            return w.grad, grad(w**3, w, grad_outputs=torch.ones_like(x))[0]
    """,
    "forward mode": """
        import torch
        from torch.func import hessian, jacfwd, jvp
        def f(x):
            return jacfwd(torch.sin)(x), hessian(lambda a: (a**3).sum())(x), jvp(torch.exp, (x,), (x,))
    """,
    "copies by saving": """
        import io, torch
        def f(x):
            file = io.BytesIO()
            torch.save({"x": x}, file)
            file.seek(0)
            return torch.load(file)["x"]
    """,
    "function transforms": """
        import torch
        from torch.func import functional_call, grad, jacrev, vmap
        def f(x):
            layer = torch.nn.Linear(3, 2).double()
            called = functional_call(layer, dict(layer.named_parameters()), (x,))
            return vmap(torch.sin)(x), grad(lambda a: (a**2).sum())(x), jacrev(torch.sin)(x), called
    """,
    "convolutions": """
        import torch.nn as nn, torch
        def f(x):
            model = nn.Sequential(
                nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(),
                nn.MaxPool2d(2), nn.Flatten(), nn.Dropout(0.1),
            )
            y = model(torch.ones(2, 1, 8, 8))
            y.sum().backward()
            return y
    """,
    "recurrence": """
        import torch, torch.nn as nn
        def f(x):
            y, _ = nn.LSTM(3, 4, 2, bidirectional=True)(torch.ones(5, 2, 3))
            z, _ = nn.GRU(3, 4)(torch.ones(5, 2, 3))
            (y.sum() + z.sum()).backward()
            return y, z
    """,
    "attention": """
        import torch, torch.nn as nn
        def f(x):
            y = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True)(torch.ones(2, 3, 8))
            y.sum().backward()
            scaled = nn.functional.scaled_dot_product_attention(*[torch.ones(1, 2, 3, 4)] * 3)
            return y, scaled, nn.MultiheadAttention(8, 2)(*[torch.ones(3, 1, 8)] * 3)[0]
    """,
    "batches": """
        import torch
        from torch.utils.data import DataLoader, TensorDataset, random_split
        def f(x):
            one, two = random_split(TensorDataset(x), [1, 2])
            return [batch[0] for batch in DataLoader(two, batch_size=2, shuffle=True, num_workers=0)]
    """,
    "more threads": """
        import torch
        torch.set_num_threads(4)
        torch.set_num_interop_threads(2)
        def f(x):
            return torch.ones(400, 400) @ torch.ones(400, 400), torch.exp(torch.ones(10**6)).sum()
    """,
    "what is to be compiled": """
        import torch
        @torch.compile
        def double(a):
            return a * 2
        @torch.compile(mode="reduce-overhead", fullgraph=True)
        def square(a):
            return a**2
        @torch.compiler.disable
        def f(x):
            layer = torch.nn.Linear(3, 2).double()
            model = torch.compile(layer, backend="inductor")
            model(x).sum().backward()
            layer.compile()
            assert torch.compile(double, dynamic=True) is double
            assert model(x).equal(layer(x)) and len(layer.weight.grad) == 2
            return double(x), square(x)
    """,
    "scripts and traces": """
        import torch
        @torch.jit.script
        def double(a: torch.Tensor):
            return a * 2
        def f(x):
            return double(x), torch.jit.trace(torch.sin, (x,))(x)
    """,
    "short floats": """
        import torch
        def f(x):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                y = torch.ones(4, 4) @ torch.ones(4, 4)
            assert y.dtype == torch.bfloat16
            return y.float(), x.to(torch.bfloat16).float(), x.half().float()
    """,
    "numbers": """
        import torch
        import torch.nn.functional as F
        def f(x):
            a = torch.eye(30) + 0.01
            parts = torch.linalg.svd(a)[1], torch.linalg.inv(a), torch.linalg.eigh(a)[0]
            drawn = torch.distributions.Normal(0.0, 1.0).sample((2,)), torch.fft.fft(x).real
            return parts, drawn, torch.special.erf(x), F.layer_norm(x, (3,)), F.one_hot(torch.tensor([1]))
    """,
    "what a model is made of": """
        import torch, torch.nn as nn
        from torch.nn.utils import clip_grad_norm_
        from torch.nn.utils.parametrizations import weight_norm
        from torch.utils.checkpoint import checkpoint
        def f(x):
            model = weight_norm(nn.Linear(3, 2))
            model.register_forward_hook(lambda *ignored: None)
            nn.init.kaiming_normal_(torch.empty(3, 4))
            checkpoint(model, torch.ones(1, 3), use_reentrant=False).sum().backward()
            device = "cuda" if torch.cuda.is_available() else "cpu"
            return clip_grad_norm_(model.parameters(), 1.0), len(model.state_dict()), x.to(device)
    """,
}


@pytest.mark.parametrize("source", WORKS.values(), ids=WORKS)
def test_what_students_do_works(sandbox: Sandbox, source: str) -> None:
    """Training of every kind needs no file, no thread and no compiler."""
    assert sandbox.isolation.level == "strong"
    with opened(sandbox, source) as worker:
        assert told(worker.loaded) == []
    (outcome,) = called(sandbox, source, backend="torch")
    assert outcome.kind == OutcomeKind.VALUE, (outcome.error, outcome.message)


REFUSED = {
    "a file": ("torch.save(x, 'weights.pt')", "No module named|cannot be opened|not permitted|not available"),
    "processes": (
        "list(torch.utils.data.DataLoader(x, num_workers=2))",
        "No module named|not available here|not permitted",
    ),
}


@pytest.mark.parametrize(("expression", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_an_exception(sandbox: Sandbox, expression: str, message: str) -> None:
    """The call fails, the process does not, and the next call is answered."""
    source = f"import torch\ndef f(x):\n    return {expression}\ndef g(x):\n    return 1\n"
    refused, after = called(sandbox, source, "f", "g", backend="torch")
    assert refused.kind == OutcomeKind.EXCEPTION
    assert any(part in refused.message for part in message.split("|")), refused.message
    assert after.value == 1

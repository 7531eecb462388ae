"""Workers that compute on a GPU, tried on the CPU: everything but the GPU is real."""

import os
import sys
from collections.abc import Iterator
from time import monotonic

import pytest
from sandbox_samples import X, called, opened

from nncheck.devices import cuda_missing
from nncheck.errors import GraderError
from nncheck.records import Call, Isolation, Limits, OutcomeKind, Tensor
from nncheck.sandbox.launch import ENVIRONMENT, environment
from nncheck.sandbox.levels import level
from nncheck.sandbox.on_device import DeviceSandbox

pytest.importorskip("torch")
if sys.platform != "linux":
    pytest.skip("only Linux can hold such a process", allow_module_level=True)

LIMITS = Limits(call_wall_seconds=3.0, call_cpu_seconds=1.0, memory_mib=512, output_bytes=1 << 18)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[DeviceSandbox]:
    """One that does all but to use a GPU."""
    with DeviceSandbox(LIMITS, "cpu") as sandbox:
        yield sandbox


def test_its_level_is_medium(sandbox: DeviceSandbox) -> None:
    """It opens no file and starts no process, but has a driver and threads: more is not to be had."""
    assert sandbox.isolation.level == "medium"
    expected = {"capabilities", "no_new_privs", "private", "gpu_limits", "gpu_filter"}
    assert set(sandbox.isolation.active) - {"unprivileged"} == expected
    assert ("unprivileged" in sandbox.isolation.active) == (os.geteuid() == 0)
    assert sandbox.unusable("basic") == sandbox.unusable("medium") == ""
    assert sandbox.unusable("strong") == "a process that computes on cpu is held at level medium, not strong"


def test_training_works(sandbox: DeviceSandbox) -> None:
    """Layers, autograd, optimizers, new threads and random numbers."""
    source = """
        import threading
        import torch

        def f(x):
            linear = torch.nn.Linear
            model = torch.nn.Sequential(linear(3, 4), torch.nn.Tanh(), linear(4, 1)).double()
            optimizer = torch.optim.Adam(model.parameters())
            torch.nn.functional.mse_loss(model(x), torch.ones(1).double()).backward()
            optimizer.step()
            done = []
            eye = torch.eye(3).double()
            thread = threading.Thread(target=lambda: done.append(torch.linalg.solve(eye, x)))
            thread.start()
            thread.join()
            return done[0], torch.rand(2)
    """
    first, second = called(sandbox, source, "f", "f", backend="torch")
    assert first.kind == OutcomeKind.VALUE, first.message
    assert type(first.value[0]) is Tensor
    assert first.value[0].array.tolist() == X.tolist()
    assert str(first.value[1]) == str(second.value[1])


HOSTILE = {
    "a file": "posix.open('/etc/passwd', posix.O_RDONLY)",
    "a file to write": "posix.open('/tmp/nncheck-attack', posix.O_WRONLY | posix.O_CREAT)",
    "a process": "posix.fork()",
    "a program": "posix.execv('/bin/true', ['true'])",
    "a signal": "posix.kill(posix.getppid(), 9)",
    "the network": "sys.modules['_socket'].socket(2, 1)",
    "another's limits": "sys.modules['resource'].prlimit(posix.getppid(), 7, (5, 5))",
    "a higher limit": "sys.modules['resource'].setrlimit(2, (-1, -1))",
}


@pytest.mark.parametrize("expression", HOSTILE.values(), ids=HOSTILE)
def test_what_is_out_of_reach(sandbox: DeviceSandbox, expression: str) -> None:
    """Refused in the call, and in the backward pass of the student's own function."""
    source = f"""
        import sys, torch
        posix = sys.modules["posix"]
        def f(x):
            return {expression}
        class Attack(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                return x * 1
            @staticmethod
            def backward(ctx, g):
                {expression}
                return g
        def g(x):
            Attack.apply(x.clone().requires_grad_()).sum().backward()
    """
    for outcome in called(sandbox, source, "f", "g", backend="torch"):
        assert outcome.kind == OutcomeKind.EXCEPTION
        assert outcome.error in ("PermissionError", "ValueError", "OSError", "KeyError"), outcome
        assert outcome.error != "KeyError" or "resource" in outcome.message or "_socket" in outcome.message


ENDINGS = {
    "hang": ("while True: pass", OutcomeKind.TIMEOUT),
    "exit": ("sys.modules['os']._exit(3)", OutcomeKind.EXIT),
    "crash": ("sys.modules['ctypes'].string_at(0)", OutcomeKind.CRASH),
    "memory": ("return torch.ones(1 << 30)", OutcomeKind.MEMORY),
    "many threads": (
        "\n    ".join(
            [
                "import threading",
                "for _ in range(10**5): threading.Thread(target=threading.Event().wait, daemon=True).start()",
            ]
        ),
        None,
    ),
}


@pytest.mark.parametrize(("body", "kind"), ENDINGS.values(), ids=ENDINGS)
def test_limits_hold(sandbox: DeviceSandbox, body: str, kind: OutcomeKind | None) -> None:
    """A call that hangs, ends or takes too much is an outcome, in time."""
    start = monotonic()
    (outcome,) = called(sandbox, f"import sys, torch\ndef f(x):\n    {body}\n", backend="torch")
    assert outcome.kind == kind if kind else outcome.kind != OutcomeKind.VALUE, outcome
    assert monotonic() - start < 30


def test_other_devices_are_the_graders_fault(sandbox: DeviceSandbox) -> None:
    """A worker serves the device that it was started for."""
    with opened(sandbox, "def f(x):\n    return x\n") as worker, pytest.raises(GraderError, match="cuda"):
        worker.calls([Call(function="f", arguments=(X,), backend="torch", device="cuda")])


def test_a_missing_gpu_is_a_reason() -> None:
    """Without a driver nothing is run; the reason is torch's own."""
    if not cuda_missing():
        pytest.skip("there is a GPU")
    reason = DeviceSandbox(LIMITS, "cuda").unusable("basic")
    assert reason.startswith("cuda: it cannot be used: ")
    assert "CUDA" in reason


class Unheld(DeviceSandbox):
    """What the sandbox would be on a machine without the filter."""

    @property
    def isolation(self) -> Isolation:
        found = super().isolation
        active = tuple(name for name in found.active if name != "gpu_filter")
        return Isolation(level=level(active), active=active, missing={"gpu_filter": "not implemented"})


@pytest.mark.parametrize("wanted", ["none", "basic"])
def test_nothing_is_run_without_the_filter(wanted: str) -> None:
    """Not even as practice: a process that reaches the GPU could reach the network."""
    sandbox = Unheld(LIMITS, "cpu")
    assert sandbox.isolation.level == "none"
    assert sandbox.unusable(wanted) == "nothing holds a process that computes on cpu: not implemented"


def test_a_gpu_is_seen_only_by_who_computes_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Zygotes see none, whatever the grader sees; processes on a GPU see what the grader does."""
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    monkeypatch.setenv("SECRET", "s")
    assert environment("cpu")["CUDA_VISIBLE_DEVICES"] == ENVIRONMENT["CUDA_VISIBLE_DEVICES"] == ""
    there = environment("cuda")
    assert there["CUDA_VISIBLE_DEVICES"] == "1"
    assert (there["CUDA_MODULE_LOADING"], there["NVIDIA_TF32_OVERRIDE"]) == ("EAGER", "0")
    assert "SECRET" not in there
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    assert "CUDA_VISIBLE_DEVICES" not in environment("cuda")

"""Namespaces around the zygote: what its workers cannot see, and that all of it ends together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

if sys.platform != "linux":
    pytest.skip("the layers are Linux's", allow_module_level=True)

from children import in_child
from processes import children, running
from sandbox_samples import LIMITS, called, opened

from nncheck.records import Limits
from nncheck.sandbox import namespaces
from nncheck.sandbox.session import Sandbox

SYSTEM = 'import sys\nsystem = sys.modules["os"]\n'
LIBC = ctypes.CDLL(None, use_errno=True)
IPC_CREAT, IPC_RMID = 0o1000, 0


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Workers with no layer but this one."""
    with Sandbox(LIMITS, layers=(namespaces.NAME,)) as sandbox:
        if namespaces.NAME in sandbox.isolation.missing:
            pytest.skip(sandbox.isolation.missing[namespaces.NAME])
        yield sandbox


@pytest.fixture(scope="module")
def bare() -> Iterator[Sandbox]:
    """Workers without any layer, for comparison."""
    with Sandbox(LIMITS, layers=()) as sandbox:
        yield sandbox


def test_no_network_but_the_own(sandbox: Sandbox, bare: Sandbox) -> None:
    """A worker sees one network interface, the loopback of its own namespace, and nobody listens there."""
    listener = __import__("socket").create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    source = f"""
        {SYSTEM.splitlines()[0]}
        def f(x):
            return [name for _, name in sys.modules["socket"].if_nameindex()]
        def g(x):
            sys.modules["socket"].create_connection(("127.0.0.1", {port}), timeout=1)
    """
    with listener:
        names, connected = called(sandbox, source, "f", "g")
        assert names.value == ["lo"]
        assert connected.error in ("OSError", "ConnectionRefusedError")
        assert called(bare, source, "g")[0].error == ""


def test_no_other_process(sandbox: Sandbox, bare: Sandbox) -> None:
    """A process outside cannot be named: there is none of that number, where without the layer there is."""
    victim = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    source = f"{SYSTEM}def f(x):\n    return system.kill({victim.pid}, 0)\n"
    try:
        assert called(sandbox, source)[0].error == "ProcessLookupError"
        assert called(bare, source)[0].error == ""
    finally:
        victim.kill()
        victim.communicate()


def test_no_shared_memory(sandbox: Sandbox, bare: Sandbox) -> None:
    """A segment of System V's shared memory is not there for a worker."""
    segment = LIBC.shmget(0x5EED, 4096, IPC_CREAT | 0o666)
    source = f"{SYSTEM}def f(x):\n    return sys.modules['ctypes'].CDLL(None).shmget({0x5EED}, 0, 0)\n"
    try:
        assert called(sandbox, source)[0].value == -1
        assert called(bare, source)[0].value == segment
    finally:
        LIBC.shmctl(segment, IPC_RMID, None)


def test_a_worker_is_numbered_by_its_own(sandbox: Sandbox) -> None:
    """Its parent is process 1, which is not the machine's."""
    source = f"{SYSTEM}def f(x):\n    return system.getppid(), system.getpid()\n"
    parent, process = called(sandbox, source)[0].value
    assert parent == 1
    assert 1 < process < 1000


def outer(processes: list[int]) -> int:
    return processes[0]


def inner(processes: list[int]) -> int:
    return processes[1]


@pytest.mark.parametrize("victim", [outer, inner])
def test_all_end_together(victim: Callable[[list[int]], int]) -> None:
    """When the zygote is killed, or the first process of its namespaces, nothing of it is left."""
    with Sandbox(Limits(), layers=(namespaces.NAME,)) as sandbox:
        if namespaces.NAME in sandbox.isolation.missing:
            pytest.skip(sandbox.isolation.missing[namespaces.NAME])
        with opened(sandbox, "def f(x):\n    return x\n") as worker:
            assert sandbox._zygote is not None
            zygote = sandbox._zygote._process
            (first,) = children(zygote.pid)
            (process,) = children(first)
            assert process == worker._process._process
            every = [zygote.pid, first, process]
            assert all(map(running, every))
            os.kill(victim(every), signal.SIGKILL)
            deadline = time.monotonic() + 10
            while any(map(running, every)) and time.monotonic() < deadline:
                time.sleep(0.01)
            assert not any(map(running, every))
        assert called(sandbox, "def f(x):\n    return 1\n")[0].value == 1  # from a new zygote


REFUSING = """
    from nncheck.sandbox.layers.syscalls import ARCHITECTURES
    architecture = ARCHITECTURES[os.uname().machine]
    unshare = {"x86_64": 272, "aarch64": 97}[os.uname().machine]
    refusing = [bpf.load(bpf.NUMBER), *bpf.when(bpf.EQUAL, unshare, bpf.answer(bpf.ERRNO | errno.EPERM))]
    layers.seccomp.instructions = lambda *ignored: [*refusing, bpf.answer(bpf.ALLOW)]
    put_on("no_new_privs", "seccomp")
"""


def test_refused_namespaces_leave_the_process_as_it_was() -> None:
    """Where the kernel refuses, the same process goes on, without children, and the reason is told."""
    code = f"""{REFUSING}
    before = os.getpid()
    reason = namespaces.enter()
    tell([before == os.getpid(), reason, attempt(lambda: os.waitpid(-1, 0))])
    """
    same, reason, waiting = in_child(code)
    assert same
    assert reason.startswith("the kernel refuses them")
    assert "Operation not permitted" in reason
    assert waiting == "ECHILD"


def test_a_sandbox_without_namespaces() -> None:
    """They are missing with the kernel's reason; the level is that of the other layers, and workers work."""
    code = f"""{REFUSING}
    from nncheck.records import Call, Cell, Limits, Submission
    from nncheck.sandbox.session import Sandbox
    source = Submission(name="s", sha256="", cells=(Cell(name="s", source="def f(x): return 2 * x"),))
    with Sandbox(Limits()) as sandbox, sandbox.open(source) as worker:
        (outcome,) = worker.calls([Call(function="f", arguments=(21,))])
        isolation = sandbox.isolation
        tell([outcome.value, isolation.level, isolation.missing["namespaces"]])
    """
    value, level, reason = in_child(code)
    assert (value, level) == (42, "strong")
    assert "Operation not permitted" in reason

"""The processes: what a worker can reach, what layers claim, and that nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from processes import children, running
from sandbox_samples import LIMITS, X, called, opened, submission, told

from nncheck.errors import GraderError
from nncheck.records import Call, OutcomeKind
from nncheck.sandbox import launch, layers, namespaces
from nncheck.sandbox.levels import level
from nncheck.sandbox.session import Sandbox

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
RIGHT = "def right(x):\n    return x * 2\n"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A zygote for each test, because some of them harm it."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


def test_isolation_is_what_was_tried(sandbox: Sandbox) -> None:
    """The filter of system calls holds here, so the level is strong; what is missing has a reason."""
    isolation = sandbox.isolation
    assert isolation.level == level(isolation.active) == "strong"
    every = {layer.NAME for layer in layers.LAYERS} | {namespaces.NAME}
    assert set(isolation.active) | set(isolation.missing) == every
    assert ("unprivileged" in isolation.active) == (os.getuid() == 0)
    assert all(isolation.missing.values())


def run_python(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", dedent(code)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_worker_knows_nothing_of_nncheck(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """No module of ours that could know an answer is loaded there, and no variable of ours is set."""
    monkeypatch.setenv("NNCHECK_SECRET", "token")
    source = """
        import sys
        def modules(x):
            return [name for name, module in sys.modules.items() if "nncheck" in name]
        def files(x):
            ours = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
            return [name for name in ours if "nncheck" in name and "/sandbox/" not in name]
        def environment(x):
            return dict(sys.modules["os"].environ)
    """
    with Sandbox(LIMITS) as fresh:
        modules, files, environment = called(fresh, source, "modules", "files", "environment")
    assert (modules.value, files.value) == ([], [])
    known = {*launch.ENVIRONMENT, *launch.INHERITED, "LC_CTYPE"}
    assert set(environment.value) <= known


def test_descriptors_of_a_worker(sandbox: Sandbox) -> None:
    """A worker has an empty input, its output, its error and its socket, and nothing else is open."""
    source = """
        import sys
        def possible(use, numbers):
            for number in numbers:
                try:
                    use(number)
                    yield number
                except OSError:
                    pass
        def f(x):
            system = sys.modules["os"]
            others = [*range(3), *range(4, 200)]  # to read from the socket would be to wait
            written = possible(lambda number: system.write(number, b""), range(200))
            return list(written), list(possible(lambda number: system.read(number, 1), others))
    """
    assert called(sandbox, source)[0].value == ([0, 1, 2, 3], [0])


@pytest.mark.skipif(os.getuid() != 0, reason="only root can change users")
def test_a_worker_of_root_is_not_root(sandbox: Sandbox) -> None:
    """Student code has a user and a group of its own, for good."""
    source = """
        import sys
        def f(x):
            system = sys.modules["os"]
            return system.getuid(), system.geteuid(), system.getgid(), system.getegid()
        def g(x):
            sys.modules["os"].setuid(0)
    """
    one, refused = called(sandbox, source, "f", "g")
    assert min(one.value) >= 61184
    assert len(set(one.value)) == 1
    assert refused.error == "PermissionError"


def test_limits_cannot_be_raised(sandbox: Sandbox) -> None:
    """A worker cannot give itself files or processes again."""
    source = """
        import sys
        def f(x):
            resource = sys.modules["resource"]
            resource.setrlimit(resource.RLIMIT_NOFILE, (9, 9))
    """
    assert called(sandbox, source)[0].error in ("ValueError", "PermissionError")


def test_workers_are_apart(sandbox: Sandbox) -> None:
    """What one worker does to its modules and to itself is not seen by another, even at the same time."""
    patch = "import numpy as np\nnp.exp = None\ndef f(x):\n    return np.exp is None\n"
    with opened(sandbox, patch) as one, opened(sandbox, patch.replace("np.exp = None\n", "")) as other:
        call = Call(function="f", arguments=(X,))
        assert one.calls([call])[0].value is True
        assert other.calls([call])[0].value is False


def zygote_of(sandbox: Sandbox) -> int:
    """The process id of a sandbox's zygote."""
    assert sandbox._zygote is not None
    return sandbox._zygote._process.pid


def forking(sandbox: Sandbox) -> int:
    """The process that workers are children of: with namespaces, the first of its own, below the zygote."""
    zygote = zygote_of(sandbox)
    return children(zygote)[0] if namespaces.NAME in sandbox.isolation.active else zygote


def test_nothing_is_left_behind(sandbox: Sandbox) -> None:
    """After any number of workers, dead or alive, the zygote has no child, and we hold no descriptor."""
    called(sandbox, RIGHT, "right")
    with opened(sandbox, RIGHT):
        assert len(children(forking(sandbox))) == 1
    before = len(os.listdir("/proc/self/fd"))
    for source in (RIGHT, "import sys\nsys.exit(1)", "def right(x):\n    while True: pass\n"):
        called(sandbox, source, "right")
    assert children(forking(sandbox)) == []
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_dead_zygote_is_replaced(sandbox: Sandbox) -> None:
    """When the zygote is killed its workers end, and the next worker comes from a new one."""
    with opened(sandbox, RIGHT) as worker:
        os.kill(zygote_of(sandbox), signal.SIGKILL)
        (outcome,) = worker.calls([Call(function="right", arguments=(1,))])
        assert outcome.kind in (OutcomeKind.CRASH, OutcomeKind.VALUE)
    assert sandbox._zygote is not None
    sandbox._zygote._process.wait()  # a busy machine takes its time over a kill
    assert called(sandbox, RIGHT, "right")[0].kind == OutcomeKind.VALUE


def test_a_zygote_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is the grader's fault, in one sentence."""
    monkeypatch.setattr(launch, "BOOT", Path("/nonexistent/boot.py"))
    with Sandbox(LIMITS) as sandbox, pytest.raises(GraderError, match="the sandbox process ended: .*boot.py"):
        sandbox.open(submission(RIGHT))


def test_all_processes_end_with_the_grader(tmp_path: Path) -> None:
    """When the grader is killed, a worker that never returns ends as well, and so does the zygote."""
    code = f"""
        import sys
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        from sandbox_samples import opened
        from nncheck.records import Call, Limits
        from nncheck.sandbox.session import Sandbox
        sandbox = Sandbox(Limits())
        source = "def f(x):\\n    while True: pass\\n"
        with opened(sandbox, source) as worker:
            print(sandbox._zygote._process.pid, worker._process._process, flush=True)
            worker.calls([Call(function="f", arguments=(1,))])
    """
    grader = subprocess.Popen([sys.executable, "-c", dedent(code)], stdout=subprocess.PIPE, text=True)
    assert grader.stdout is not None
    processes = [int(word) for word in grader.stdout.readline().split()]
    assert len(processes) == 2
    assert all(map(running, processes))
    grader.kill()
    grader.communicate()
    deadline = time.monotonic() + 10
    while any(map(running, processes)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(running, processes))


def test_the_grader_can_be_private() -> None:
    """Afterwards the kernel does not count the grader among the processes that others may look into."""
    code = """
        import ctypes
        from nncheck.sandbox.session import make_grader_private
        get_dumpable = 3
        assert ctypes.CDLL(None).prctl(get_dumpable) == 1
        make_grader_private()
        assert ctypes.CDLL(None).prctl(get_dumpable) == 0
    """
    run_python(code)


def test_a_fresh_process_does_the_same() -> None:
    """Without forks: a process for each worker, with the same answers and fewer layers, said aloud."""
    with Sandbox(LIMITS, fresh_process=True) as sandbox:
        isolation = sandbox.isolation
        if os.getuid() == 0:  # whom limits on files and processes do not bind
            assert (isolation.level, isolation.active) == ("none", ("memory",))
            assert "start a process" in isolation.missing["rlimits"]
        else:
            assert (isolation.level, isolation.active) == ("basic", ("memory", "rlimits"))
        source = f"import graphlib\nimport os\n{RIGHT}\ndef hang(x):\n    while True: pass\n"
        with opened(sandbox, source) as worker:
            assert [line for _, line, _ in told(worker.loaded)] == [2]
            calls = [Call(function=name, arguments=(X,)) for name in ("right", "hang", "right")]
            right, hang, unrun = worker.calls(calls)
    assert right.value.tolist() == (X * 2).tolist()
    assert (hang.kind, unrun.kind) == (OutcomeKind.TIMEOUT, OutcomeKind.UNRUN)


def test_a_fresh_process_that_ends() -> None:
    """Its exit status and its signals are told as those of a forked worker."""
    source = "import sys\ndef f(x):\n    sys.modules['os'].kill(sys.modules['os'].getpid(), x)\n"
    with Sandbox(LIMITS, fresh_process=True) as sandbox, opened(sandbox, source) as worker:
        (outcome,) = worker.calls([Call(function="f", arguments=(int(signal.SIGSEGV),))])
    assert (outcome.kind, outcome.message) == (OutcomeKind.CRASH, "the process was ended by SIGSEGV")

"""The filter and limits of a process that computes on a GPU: interpreted, and in real processes."""

import errno
import os
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the layers are Linux's", allow_module_level=True)

from bpf import verdict
from children import in_child
from test_sandbox_seccomp import ALLOWED, BOTH, HIGH, PROCESS, REFUSED, UNKNOWN, header

from nncheck.sandbox.layers import BEFORE_DRIVER, BEHIND_DRIVER, seccomp
from nncheck.sandbox.layers.gpu_filter import CLONE_NEW, CLONE_THREAD, MAP_ANONYMOUS, more
from nncheck.sandbox.layers.syscalls import AARCH64, ARCHITECTURES, GPU, SECCOMP, X86_64, Architecture

HERE = pytest.mark.skipif(os.uname().machine not in ARCHITECTURES, reason="no table for this processor")
MAP_SHARED, MAP_PRIVATE, MAP_SHARED_VALIDATE = 1, 2, 3
THREAD = 0x3D0F00  # what glibc's pthread_create asks of clone
FORK, VFORK = 0x1200011, 0x4111  # what fork and posix_spawn ask of it


def asked(architecture: Architecture, number: int, *arguments: int) -> int:
    """What the filter answers to a call."""
    program = seccomp.instructions(architecture, PROCESS, list(more(architecture)))
    return verdict(program, architecture.audit, number, arguments)


@BOTH
def test_only_these_are_added(architecture: Architecture) -> None:
    """Every other call is answered as it is to any worker."""
    plain = seccomp.instructions(architecture, PROCESS)
    added = GPU[architecture.audit]
    conditional = {added["clone"], architecture.numbers["mmap"]}
    for number in set(range(601)) - conditional:
        usual = verdict(plain, architecture.audit, number)
        assert asked(architecture, number) == (ALLOWED if number in added.values() else usual), number
    assert verdict(plain, architecture.audit, added["ioctl"]) == REFUSED


@BOTH
def test_threads_and_no_processes(architecture: Architecture) -> None:
    """clone makes threads of this process, in its own namespaces; clone3 is answered as unknown."""
    clone = GPU[architecture.audit]["clone"]
    assert THREAD & (CLONE_THREAD | CLONE_NEW) == CLONE_THREAD
    assert asked(architecture, clone, THREAD) == asked(architecture, clone, THREAD | HIGH) == ALLOWED
    for flags in (0, FORK, VFORK, CLONE_THREAD << 32, *(THREAD | 1 << bit for bit in (17, *range(25, 31)))):
        assert asked(architecture, clone, flags) == REFUSED, hex(flags)
    assert asked(architecture, architecture.numbers["clone3"]) == UNKNOWN


@BOTH
def test_memory_is_private_or_a_files(architecture: Architecture) -> None:
    """A device that is open can be mapped; shared memory of nothing escapes the limits, and is refused."""
    mmap = architecture.numbers["mmap"]
    for kind in range(16):
        anonymous = asked(architecture, mmap, 0, 4096, 3, kind | MAP_ANONYMOUS, -1, 0)
        assert anonymous == (ALLOWED if kind == MAP_PRIVATE else REFUSED), kind
    for kind in (MAP_SHARED, MAP_PRIVATE, MAP_SHARED_VALIDATE):
        assert asked(architecture, mmap, 0, 4096, 3, kind, 7, 0) == ALLOWED


@pytest.mark.parametrize(
    ("architecture", "path"),
    [
        (X86_64, "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        (AARCH64, "/usr/include/asm-generic/unistd.h"),
    ],
    ids=["x86_64", "aarch64"],
)
def test_numbers_are_the_kernels(architecture: Architecture, path: str) -> None:
    """Names and numbers are those of the kernel's own headers."""
    known = header(path)
    assert {name: known.get(name) for name in GPU[architecture.audit]} == GPU[architecture.audit]
    assert known["seccomp"] == SECCOMP[architecture.audit]
    assert not set(GPU[architecture.audit]) & set(architecture.numbers)


def test_both_tables_add_the_same() -> None:
    """aarch64 has never had poll."""
    x86_64, aarch64 = (set(GPU[each.audit]) for each in (X86_64, AARCH64))
    assert x86_64 - aarch64 == {"poll"}
    assert aarch64 <= x86_64


ATTEMPTS = """
    import mmap, threading
    attempts = {
        "read a file": lambda: os.open("/etc/passwd", os.O_RDONLY),
        "write a file": lambda: os.open(sys.argv[1], os.O_WRONLY),
        "TCP": lambda: socket.socket(),
        "UDP": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "Unix socket": lambda: socket.socket(socket.AF_UNIX),
        "fork": lambda: os.waitpid(os.fork() or os._exit(0), 0),
        "program": lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0),
        "signal": lambda: os.kill(os.getppid(), 0),
        "shared memory": lambda: mmap.mmap(-1, 4096),
        "memory file": lambda: os.memfd_create("x"),
        "folder": lambda: os.stat("/"),
    }
    def tried():
        return {name: attempt(use) for name, use in attempts.items()}
    found, go, gone = {}, threading.Event(), threading.Event()
    def older():
        go.wait()
        found["older"] = tried()
        gone.set()
    threading.Thread(target=older, daemon=True).start()
"""
HELD = """
    from nncheck.sandbox.layers import BEFORE_DRIVER, BEHIND_DRIVER
    plan = layers.plan(memory_mib=512, cpu_seconds=60)  # a thread takes a stack of 8 MiB and an arena of 64
    assert layers.lock_down(plan, (*BEFORE_DRIVER, *BEHIND_DRIVER)) == {}
"""
ASK = """
    go.set()
    gone.wait()
    found["this one"] = tried()
    newer = threading.Thread(target=lambda: found.update(newer=tried()))
    newer.start()
    newer.join()
    tell(found)
"""


@HERE
def test_every_thread_is_held(tmp_path: Path) -> None:
    """Also one that was there before, as a driver's is, and one that is started later, which is allowed."""
    path = tmp_path / "file"
    path.write_text("text")
    found = in_child(ATTEMPTS + HELD + ASK, path)
    assert set(found) == {"older", "this one", "newer"}
    for thread, answers in found.items():
        assert set(answers.values()) == {"EPERM"}, (thread, answers)
    assert path.read_text() == "text"


@HERE
def test_meta_without_the_filter_nothing_is_refused(tmp_path: Path) -> None:
    """The attempts are ones that can succeed."""
    path = tmp_path / "file"
    path.write_text("text")
    found = in_child(ATTEMPTS + ASK, path)
    assert {name for answers in found.values() for name, error in answers.items() if error} == set()


@HERE
def test_the_layers_object_before_and_not_after() -> None:
    """Each trial notices that its layer is missing; with it, it is content."""
    code = """
        from nncheck.sandbox.layers import BEFORE_DRIVER, BEHIND_DRIVER
        each = (*BEFORE_DRIVER, *BEHIND_DRIVER)
        before = {layer.NAME: layer.objection(plan) for layer in each}
        tell([before, layers.examined(plan, each)])
    """
    before, after = in_child(code)
    names = [layer.NAME for layer in (*BEFORE_DRIVER, *BEHIND_DRIVER)]
    assert list(before) == list(after) == names
    assert {"gpu_filter", "gpu_limits", "private", "no_new_privs"} <= {k for k, v in before.items() if v}
    assert {name for name, objection in after.items() if objection} <= (
        set() if os.geteuid() == 0 else {"unprivileged"}
    )


@HERE
def test_a_processor_without_a_table_is_said_so() -> None:
    """The reason names it, and the layer is missing."""
    code = """
        from nncheck.sandbox.layers import gpu_filter
        layers.seccomp.ARCHITECTURES.clear()
        tell(layers.examined(plan, (gpu_filter,)))
    """
    (reason,) = in_child(code).values()
    assert "no table of system calls for the processor" in reason
    assert errno.errorcode[errno.ENOSYS] == "ENOSYS"


@HERE
def test_shared_memory_of_a_file_can_be_mapped(tmp_path: Path) -> None:
    """A file that was opened before, as a device is, can be mapped and shared."""
    path = tmp_path / "file"
    path.write_bytes(bytes(4096))
    code = """
        import mmap
        file = os.open(sys.argv[1], os.O_RDWR)
        from nncheck.sandbox.layers import BEHIND_DRIVER
        assert layers.lock_down(plan, (layers.no_new_privs, *BEHIND_DRIVER)) == {}
        from nncheck.sandbox.prctl import libc
        libc.mmap.restype = ctypes.c_void_p
        call = lambda flags, fd: libc.mmap(None, ctypes.c_size_t(4096), 3, flags, fd, ctypes.c_long(0))
        failed = ctypes.c_void_p(-1).value
        tell([call(1, file) != failed, call(0x21, -1) != failed])
    """
    assert in_child(code, path) == [True, False]

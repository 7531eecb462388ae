"""The filter of system calls: every number on both architectures, interpreted; and in real processes."""

import errno
import os
import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the layers are Linux's", allow_module_level=True)

from bpf import verdict
from children import in_child, ran
from sandbox_samples import LIMITS, called

from nncheck.records import OutcomeKind
from nncheck.sandbox.layers.bpf import assembled
from nncheck.sandbox.layers.seccomp import ANYBODY, CONDITIONAL, instructions
from nncheck.sandbox.layers.syscalls import AARCH64, ARCHITECTURES, FIRST_UNKNOWN, X86_64, Architecture
from nncheck.sandbox.session import Sandbox

PROCESS = 4711
ALLOWED, KILLED = 0x7FFF0000, 0x80000000  # SECCOMP_RET_ALLOW, SECCOMP_RET_KILL_PROCESS of linux/seccomp.h
REFUSED, UNKNOWN = 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
I386, ARM, S390 = 0x40000003, 0x40000028, 0x80000016  # AUDIT_ARCH_...
HIGH = 1 << 32
BOTH = pytest.mark.parametrize("architecture", [X86_64, AARCH64], ids=["x86_64", "aarch64"])
HERE = os.uname().machine
ON_X86_64 = pytest.mark.skipif(HERE != "x86_64", reason="its other system calls are those of x86_64")


def asked(architecture: Architecture, name: str | int, *arguments: int) -> int:
    """What the filter answers to a call by name or number."""
    number = architecture.numbers[name] if isinstance(name, str) else name
    return verdict(instructions(architecture, PROCESS), architecture.audit, number, arguments)


@BOTH
def test_every_number(architecture: Architecture) -> None:
    """What is listed is allowed; all else is refused, as unknown where callers can try something older."""
    listed = {number: name for name, number in architecture.numbers.items() if name not in CONDITIONAL}
    for number in range(601):
        expected = ALLOWED if number in listed else UNKNOWN if number >= FIRST_UNKNOWN else REFUSED
        if listed.get(number) == "clone3":
            expected = UNKNOWN
        if number not in {architecture.numbers[name] for name in CONDITIONAL}:
            assert asked(architecture, number) == expected, number


@BOTH
def test_arguments_do_not_matter_to_listed_calls(architecture: Architecture) -> None:
    """A call that is refused is so whatever its arguments are, and one that is allowed likewise."""
    for number in set(range(601)) - {architecture.numbers[name] for name in CONDITIONAL}:
        plain = asked(architecture, number)
        assert asked(architecture, number, *[2**64 - 1] * 6) == plain
        assert asked(architecture, number, PROCESS, 0, 0, 2, 0, 0) == plain


@BOTH
def test_the_filter_is_written_for_anybody(architecture: Architecture) -> None:
    """One place is left open for the number of a process, and nothing else in the filter looks like it."""
    code = assembled(instructions(architecture, ANYBODY))
    mark, own = (number.to_bytes(4, sys.byteorder) for number in (ANYBODY, PROCESS))
    assert code.count(mark) == 1
    assert code.replace(mark, own) == assembled(instructions(architecture, PROCESS))


@BOTH
def test_other_architectures_end_the_process(architecture: Architecture) -> None:
    """A number of another table would mean another call."""
    program = instructions(architecture, PROCESS)
    others = {I386, ARM, S390, X86_64.audit, AARCH64.audit, 0} - {architecture.audit}
    for audit in others:
        assert {verdict(program, audit, number) for number in range(601)} == {KILLED}


def test_x32_ends_the_process() -> None:
    """Numbers with bit 30 set are those of a second table of x86_64; negative ones are none at all."""
    for number in (*range(0x40000000, 0x40000000 + 601), 2**31, -1):
        assert asked(X86_64, number) == KILLED
    assert asked(AARCH64, 0x40000000) == UNKNOWN


MAP_SHARED, MAP_PRIVATE, MAP_SHARED_VALIDATE, MAP_DROPPABLE = 1, 2, 3, 8


@BOTH
def test_memory_is_private(architecture: Architecture) -> None:
    """Shared memory is refused whatever other flags are set; private memory is allowed whatever they are."""
    for others in (0, 0x10, 0x20, 0x22 & ~0xF, 0x4000, 0x40000, 0xFFFFFFF0, HIGH, 0xFFFFFFFF * HIGH):
        for kind in range(16):
            answer = asked(architecture, "mmap", 0, 4096, 3, kind | others, -1, 0)
            assert answer == (ALLOWED if kind == MAP_PRIVATE else REFUSED), (kind, others)
    for kind in (MAP_SHARED, MAP_SHARED_VALIDATE, MAP_DROPPABLE):
        assert asked(architecture, "mmap", 2, 2, 2, kind, 2, 2) == REFUSED


@BOTH
def test_signals_go_to_itself(architecture: Architecture) -> None:
    """A process is a number of 32 bits to the kernel, which does not look at what stands above them."""
    for process, expected in ((PROCESS, ALLOWED), (PROCESS | HIGH, ALLOWED), (1, REFUSED), (0, REFUSED)):
        assert asked(architecture, "tgkill", process, PROCESS, 9) == expected
    for process in (-1, PROCESS + 1, PROCESS << 32, 2**31 | PROCESS):
        assert asked(architecture, "tgkill", process, PROCESS, 9) == REFUSED


@BOTH
def test_prctl_only_names_a_thread(architecture: Architecture) -> None:
    """An option is a number of 32 bits, too."""
    for option in range(100):
        assert asked(architecture, "prctl", option, 15) == (ALLOWED if option == 15 else REFUSED)
    assert asked(architecture, "prctl", 15 | HIGH) == ALLOWED
    for option in (15 << 32, 0x53564D41, -1, 4 | 15 * HIGH):
        assert asked(architecture, "prctl", option, 15) == REFUSED


@BOTH
def test_limits_can_only_be_asked_for(architecture: Architecture) -> None:
    """Of itself, and with no new limit: an address has 64 bits, each half of which tells one."""
    for resource in (0, 7, 2**64 - 1):
        assert asked(architecture, "prlimit64", 0, resource, 0, 0x7FFF0000) == ALLOWED
        assert asked(architecture, "prlimit64", HIGH, resource, 0, 1) == ALLOWED
        for process, new in ((0, 1), (0, HIGH), (0, 2**64 - 1), (PROCESS, 0), (1, 0), (-1, 0), (PROCESS, 1)):
            assert asked(architecture, "prlimit64", process, resource, new, 1) == REFUSED


def header(path: str) -> dict[str, int]:
    """The names and numbers in one of the kernel's headers."""
    if not Path(path).exists():
        pytest.skip(f"{path} is not installed")
    found = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)\s", Path(path).read_text())
    return {name: int(number) for name, number in found}


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
    wrong = {name: number for name, number in architecture.numbers.items() if known.get(name) != number}
    assert wrong == {}


def test_both_tables_list_the_same() -> None:
    """aarch64 allows what x86_64 does, but for a call that it has never had."""
    assert set(X86_64.numbers) - set(AARCH64.numbers) == {"time"}
    assert set(AARCH64.numbers) <= set(X86_64.numbers)
    assert set(AARCH64.numbers) >= CONDITIONAL
    for architecture in (X86_64, AARCH64):
        assert len(set(architecture.numbers.values())) == len(architecture.numbers)
        assert max(architecture.numbers.values()) < FIRST_UNKNOWN


@pytest.mark.skipif(HERE not in ARCHITECTURES, reason=f"no table for {HERE}")
def test_the_kernel_answers_as_the_interpreter() -> None:
    """Refusals of the filter in a real process: the same errors that were computed."""
    code = """
        from nncheck.sandbox.prctl import checked, libc
        import mmap
        put_on("no_new_privs", "seccomp")
        call = lambda *words: attempt(lambda: checked(libc.syscall, *map(ctypes.c_long, words)))
        tell({
            "refused": call(int(sys.argv[1])),
            "unknown": call(469 + 50),
            "clone3": call(435, 0, 0),
            "shared": attempt(lambda: mmap.mmap(-1, 4096)),
            "private": attempt(lambda: mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)),
            "itself": attempt(lambda: checked(libc.raise_, 0) if hasattr(libc, "raise_") else None),
            "other": attempt(lambda: os.kill(os.getppid(), 0)),
            "time": attempt(lambda: __import__("time").sleep(0)),
        })
    """
    socket = {"x86_64": 41, "aarch64": 198}[HERE]
    assert in_child(code, socket) == {
        **{"refused": "EPERM", "unknown": "ENOSYS", "clone3": "ENOSYS", "shared": "EPERM", "private": None},
        **{"itself": None, "other": "EPERM", "time": None},
    }


FOREIGN = {
    "x32": "libc.syscall(ctypes.c_long(0x40000000 + 39))",
    "i386": "machine()",  # mov eax, 20 (getpid); int 0x80; ret
}
MACHINE = """
    import mmap
    from nncheck.sandbox.prctl import libc
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(bytes.fromhex("b814000000" "cd80" "c3"))
    machine = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
"""


@ON_X86_64
@pytest.mark.parametrize("kind", FOREIGN)
def test_foreign_calls_end_a_real_process(kind: str) -> None:
    """The kernel kills the process; without the filter it goes on, or the kernel has no such calls."""
    held = ran(f"{MACHINE}\n    put_on('no_new_privs', 'seccomp')\n    {FOREIGN[kind]}\n    tell('alive')\n")
    assert (held.returncode, held.stdout) == (-signal.SIGSYS, "")
    bare = ran(f"{MACHINE}\n    {FOREIGN[kind]}\n    tell('alive')\n")
    assert bare.returncode != -signal.SIGSYS


@ON_X86_64
def test_a_worker_that_makes_a_foreign_call() -> None:
    """A student's process that tries is a crash, and the next one works."""
    source = """
        import sys
        def f(x):
            return sys.modules["ctypes"].CDLL(None).syscall(0x40000000 + 39)
        def g(x):
            return 1
    """
    with Sandbox(LIMITS) as sandbox:
        crash, unrun = called(sandbox, source, "f", "g")
        assert called(sandbox, source, "g")[0].value == 1
    assert (crash.kind, crash.message) == (OutcomeKind.CRASH, "the process was ended by SIGSYS")
    assert unrun.kind == OutcomeKind.UNRUN

"""The numbers of the system calls that a worker may make, and of the few that are answered specially.

From the kernel's tables: arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h.
"""

from typing import NamedTuple


class Architecture(NamedTuple):
    """How one kind of processor calls the kernel."""

    audit: int  # AUDIT_ARCH_..., by which a filter knows which table a number belongs to
    first_foreign: int | None  # numbers from here on belong to another table of the same processor
    numbers: dict[str, int]


# fmt: off
X86_64 = Architecture(0xC000003E, 0x40000000, {  # x32's numbers have bit 30 set
    "read": 0, "write": 1, "readv": 19, "writev": 20, "close": 3, "fstat": 5,
    "mmap": 9, "mprotect": 10, "munmap": 11, "brk": 12, "mremap": 25, "madvise": 28,
    "rt_sigprocmask": 14, "rt_sigreturn": 15, "sigaltstack": 131, "tgkill": 234,
    "futex": 202, "sched_yield": 24, "sched_getaffinity": 204, "getcpu": 309,
    "nanosleep": 35, "clock_nanosleep": 230, "restart_syscall": 219,
    "gettimeofday": 96, "time": 201, "clock_gettime": 228, "clock_getres": 229,
    "getrusage": 98, "times": 100, "getrandom": 318, "uname": 63, "sysinfo": 99,
    "getpid": 39, "gettid": 186, "getppid": 110,
    "getuid": 102, "geteuid": 107, "getgid": 104, "getegid": 108,
    "getrlimit": 97, "prlimit64": 302, "prctl": 157, "exit": 60, "exit_group": 231,
    "clone3": 435,
})
AARCH64 = Architecture(0xC00000B7, None, {
    "read": 63, "write": 64, "readv": 65, "writev": 66, "close": 57, "fstat": 80,
    "mmap": 222, "mprotect": 226, "munmap": 215, "brk": 214, "mremap": 216, "madvise": 233,
    "rt_sigprocmask": 135, "rt_sigreturn": 139, "sigaltstack": 132, "tgkill": 131,
    "futex": 98, "sched_yield": 124, "sched_getaffinity": 123, "getcpu": 168,
    "nanosleep": 101, "clock_nanosleep": 115, "restart_syscall": 128,
    "gettimeofday": 169, "clock_gettime": 113, "clock_getres": 114,
    "getrusage": 165, "times": 153, "getrandom": 278, "uname": 160, "sysinfo": 179,
    "getpid": 172, "gettid": 178, "getppid": 173,
    "getuid": 174, "geteuid": 175, "getgid": 176, "getegid": 177,
    "getrlimit": 163, "prlimit64": 261, "prctl": 167, "exit": 93, "exit_group": 94,
    "clone3": 435,
})
# fmt: on

# What a process that computes on a GPU needs beside these: its driver's device files, and threads.
# fmt: off
GPU_X86_64 = {
    "ioctl": 16, "poll": 7, "ppoll": 271, "clone": 56, "set_robust_list": 273, "rseq": 334,
    "membarrier": 324,
}
GPU_AARCH64 = {
    "ioctl": 29, "ppoll": 73, "clone": 220, "set_robust_list": 99, "rseq": 293,
    "membarrier": 283,
}
# fmt: on
GPU = {X86_64.audit: GPU_X86_64, AARCH64.audit: GPU_AARCH64}
SECCOMP = {X86_64.audit: 317, AARCH64.audit: 277}  # the call that puts a filter on all threads at once

ARCHITECTURES = {"x86_64": X86_64, "aarch64": AARCH64}  # by what uname says
FIRST_UNKNOWN = 470  # numbers from here on are younger than this table

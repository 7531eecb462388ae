# C36: has the kernel take back the memory of another process, as root may
# Without layers: may succeed
import sys

PIDFD_OPEN, PROCESS_MADVISE, MADV_COLD = 434, 440, 20  # the same on every architecture


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    page = (ctypes.c_size_t * 2)(facts["secret_address"] & ~4095, 4096)
    process, one, none = libc.syscall(PIDFD_OPEN, facts["victim"], 0), ctypes.c_ulong(1), ctypes.c_ulong(0)
    return libc.syscall(PROCESS_MADVISE, process, page, one, MADV_COLD, none) == 4096

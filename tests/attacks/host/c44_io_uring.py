# C44: sets up a ring by which calls reach the kernel without being calls
# Without layers: may succeed
import sys

IO_URING_SETUP = 425  # the same on every architecture


def attack(facts):
    ctypes = sys.modules["ctypes"]
    return ctypes.CDLL(None).syscall(IO_URING_SETUP, 4, ctypes.create_string_buffer(120)) >= 0

# C39: starts a process by the call whose flags a filter cannot see
# Without layers: succeeds
import struct
import sys

os = sys.modules["os"]

CLONE3, SIGCHLD = 435, 17  # the same on every architecture


def attack(facts):
    ctypes = sys.modules["ctypes"]
    wishes = struct.pack("11Q", 0, 0, 0, 0, SIGCHLD, *[0] * 6)
    child = ctypes.CDLL(None).syscall(CLONE3, wishes, ctypes.c_size_t(len(wishes)))
    if child == 0:
        os._exit(7)
    return child > 0 and os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7

# C39: starts a process that runs while it waits
# Without layers: succeeds
import sys

os = sys.modules["os"]

CLONE = {"x86_64": 56, "aarch64": 220}
VFORK, SIGCHLD = 0x4000, 17


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    child = libc.syscall(CLONE[os.uname().machine], VFORK | SIGCHLD, None, None, None, None)
    if child == 0:
        os._exit(7)
    return child > 0 and os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7

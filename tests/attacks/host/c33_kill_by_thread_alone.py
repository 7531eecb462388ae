# C33: kills by the old call that names only a thread
# Without layers: succeeds
import sys

os = sys.modules["os"]

TKILL = {"x86_64": 200, "aarch64": 130}


def attack(facts):
    number = TKILL[os.uname().machine]
    return sys.modules["ctypes"].CDLL(None).syscall(number, facts["victim"], 9) == 0

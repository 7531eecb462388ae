# C44: makes itself the one who answers its memory's faults
# Without layers: may succeed
import sys

os = sys.modules["os"]

USERFAULTFD = {"x86_64": 323, "aarch64": 282}
USER_MODE_ONLY = 1


def attack(facts):
    number = USERFAULTFD[os.uname().machine]
    return sys.modules["ctypes"].CDLL(None).syscall(number, USER_MODE_ONLY) >= 0

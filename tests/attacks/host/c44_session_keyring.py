# C44: makes itself a new keyring in the kernel
# Without layers: may succeed
import sys

os = sys.modules["os"]

KEYCTL = {"x86_64": 250, "aarch64": 219}
JOIN_SESSION = 1


def attack(facts):
    number = KEYCTL[os.uname().machine]
    return sys.modules["ctypes"].CDLL(None).syscall(number, JOIN_SESSION, None) > 0

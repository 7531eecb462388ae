# C44: compares kernel objects of two other processes
# Without layers: may succeed
import sys

os = sys.modules["os"]

KCMP = {"x86_64": 312, "aarch64": 272}
FILES = 2


def attack(facts):
    number, victim = KCMP[os.uname().machine], facts["victim"]
    return sys.modules["ctypes"].CDLL(None).syscall(number, victim, victim, FILES, None, None) == 0

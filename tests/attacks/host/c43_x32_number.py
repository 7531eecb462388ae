# C43: calls the kernel by the numbers of x86's half-wide programs
# Without layers: fails
import sys

os = sys.modules["os"]

X32_KILL = 0x40000000 | 62


def attack(facts):
    if os.uname().machine == "x86_64":
        sys.modules["ctypes"].CDLL(None).syscall(X32_KILL, facts["victim"], 9)

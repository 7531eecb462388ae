# C36: opens the memory of the process that forked it for writing, as root may
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    return os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR) > 0

# C41: enters the namespaces of another process, as root may
# Without layers: may succeed
import sys

os = sys.modules["os"]

NEWIPC = 0x08000000


def attack(facts):
    process = os.pidfd_open(facts["victim"])
    return sys.modules["ctypes"].CDLL(None).setns(process, NEWIPC) == 0

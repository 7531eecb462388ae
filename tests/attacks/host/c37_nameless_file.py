# C37: makes a file without a name and gives it one afterwards
# Without layers: succeeds
import sys

os = sys.modules["os"]

AT_FDCWD, FOLLOW = -100, 0x400


def attack(facts):
    descriptor = os.open(facts["folder"], os.O_WRONLY | os.O_TMPFILE)
    os.write(descriptor, b"me: 100")
    nameless, name = f"/proc/self/fd/{descriptor}", facts["folder"] + "/results.txt"
    sys.modules["ctypes"].CDLL(None).linkat(AT_FDCWD, nameless.encode(), AT_FDCWD, name.encode(), FOLLOW)

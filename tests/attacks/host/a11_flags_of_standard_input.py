# A11: sets a flag on standard input, which all workers share
# Without layers: succeeds
import sys

GET, SET, APPEND = 3, 4, 0o2000


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    before = libc.fcntl(0, GET, 0)
    libc.fcntl(0, SET, before | APPEND)
    after = libc.fcntl(0, GET, 0)
    libc.fcntl(0, SET, before)
    return bool(after >= 0 and after & APPEND)

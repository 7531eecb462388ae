# C46: types a character into the terminal of standard input
# Without layers: fails
import sys

TIOCSTI = 0x5412


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    return any(libc.ioctl(descriptor, TIOCSTI, b"x") == 0 for descriptor in (0, 1, 2))

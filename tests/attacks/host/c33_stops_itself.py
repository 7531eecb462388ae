# C33: stops itself, and leaves the grader to wait
# Without layers: fails
import sys

os = sys.modules["os"]


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    libc["raise"](19)

# C40: leaves a program running that a shell has started
# Without layers: succeeds
import sys


def attack(facts):
    sys.modules["ctypes"].CDLL(None).system(b"sleep 20 > /dev/null 2>&1 &")

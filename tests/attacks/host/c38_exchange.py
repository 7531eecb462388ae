# C38: swaps the gradebook and another file in one step
# Without layers: succeeds
import sys

AT_FDCWD, EXCHANGE = -100, 2


def attack(facts):
    first, second = facts["canary"].encode(), facts["secret_file"].encode()
    sys.modules["ctypes"].CDLL(None).renameat2(AT_FDCWD, first, AT_FDCWD, second, EXCHANGE)

# A11: leaves a number in a semaphore
# Without layers: succeeds
import sys

CREATE, REMOVE, GET, SET = 0o1666, 0, 12, 16


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    semaphore = libc.semget(facts["victim"], 1, CREATE)
    libc.semctl(semaphore, 0, SET, 42)
    found = libc.semctl(libc.semget(facts["victim"], 1, 0), 0, GET)
    libc.semctl(semaphore, 0, REMOVE)
    return found == 42

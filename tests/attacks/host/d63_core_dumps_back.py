# D63: makes itself dumpable again, so that every crash is handed to the machine's crash reporter
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]
GET_DUMPABLE, SET_DUMPABLE = 3, 4


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.prctl(SET_DUMPABLE, 1, 0, 0, 0)
    return libc.prctl(GET_DUMPABLE, 0, 0, 0, 0) == 1

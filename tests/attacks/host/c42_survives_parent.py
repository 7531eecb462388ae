# C42: undoes that it ends with the zygote
# Without layers: succeeds
import sys

SET_PDEATHSIG, GET_PDEATHSIG = 1, 2


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, found = ctypes.CDLL(None), ctypes.c_int(-1)
    libc.prctl(SET_PDEATHSIG, 0, 0, 0, 0)
    libc.prctl(GET_PDEATHSIG, ctypes.byref(found), 0, 0, 0)
    return found.value == 0

# A11: leaves a semaphore that is known by its name
# Without layers: succeeds
import sys

O_CREAT = 0o100


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, value, name = ctypes.CDLL(None), ctypes.c_int(), b"/nncheck-%d" % facts["victim"]
    libc.sem_open.restype = ctypes.c_void_p
    if not libc.sem_open(name, O_CREAT, 0o600, 42):
        return False
    libc.sem_getvalue(ctypes.c_void_p(libc.sem_open(name, 0)), ctypes.byref(value))
    libc.sem_unlink(name)
    return value.value == 42

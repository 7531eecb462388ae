# D54: takes a segment of System V shared memory, which outlives its process
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]
SIZE = 192 << 20


def attack(facts):
    libc = ctypes.CDLL(None)
    libc.shmat.restype = ctypes.c_void_p
    segment = libc.shmget(0, ctypes.c_size_t(SIZE), 0o1600)
    if segment < 0:
        return False
    place = libc.shmat(segment, None, 0)
    libc.shmctl(segment, 0, None)  # to be removed with its last user
    ctypes.memset(place, 1, SIZE)
    return True

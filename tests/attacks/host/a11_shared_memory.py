# A11: leaves a message in a segment of shared memory
# Without layers: succeeds
import sys

CREATE, REMOVE = 0o1666, 0


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    libc.shmat.restype = ctypes.c_void_p
    segment = libc.shmget(facts["victim"], ctypes.c_size_t(4096), CREATE)
    if segment < 0:
        return False
    ctypes.memmove(libc.shmat(segment, None, 0), b"hidden", 6)
    found = libc.shmat(libc.shmget(facts["victim"], ctypes.c_size_t(4096), 0), None, 0)
    message = ctypes.string_at(found)
    libc.shmctl(segment, REMOVE, None)
    return message == b"hidden"

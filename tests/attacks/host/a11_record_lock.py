# A11: locks a part of a library file, whose place is the message
# Without layers: succeeds
import struct
import sys

import numpy as np

SET, GET, READ, WRITE = 37, 36, 0, 1


def attack(facts):
    system, ctypes = sys.modules["os"], sys.modules["ctypes"]
    mine, yours = (system.open(np.__file__, system.O_RDONLY) for _ in range(2))
    lock = struct.pack("hhqqi4x", READ, 0, 1234, 1, 0)
    if ctypes.CDLL(None).fcntl(mine, SET, lock) != 0:
        return False
    answer = ctypes.create_string_buffer(struct.pack("hhqqi4x", WRITE, 0, 0, 0, 0))
    ctypes.CDLL(None).fcntl(yours, GET, answer)
    return struct.unpack("hhqqi4x", answer.raw[:32])[2] == 1234

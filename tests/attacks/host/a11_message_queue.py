# A11: leaves a message in a queue of the kernel
# Without layers: succeeds
import sys

CREATE, REMOVE = 0o1666, 0


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, text = ctypes.CDLL(None), ctypes.create_string_buffer(16)
    queue = libc.msgget(facts["victim"], CREATE)
    libc.msgsnd(queue, bytes([1, *bytes(7)]) + b"hidden", ctypes.c_size_t(6), 0)
    size = libc.msgrcv(libc.msgget(facts["victim"], 0), text, ctypes.c_size_t(6), ctypes.c_long(0), 0o4000)
    libc.msgctl(queue, REMOVE, None)
    return size == 6 and text.raw[8:14] == b"hidden"

# A8: reads the grader's later requests before they are sent
# Without layers: fails
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    text = ctypes.create_string_buffer(1 << 12)
    dont_wait = 0x40
    return ctypes.CDLL(None).recv(3, text, ctypes.c_size_t(len(text)), dont_wait) > 0

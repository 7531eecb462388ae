# C44: reads the kernel's own messages, as root may
# Without layers: may succeed
import sys

READ_ALL = 3


def attack(facts):
    text = sys.modules["ctypes"].create_string_buffer(1 << 12)
    return sys.modules["ctypes"].CDLL(None).klogctl(READ_ALL, text, len(text)) > 0

# A2: reads a file through the C library's streams
# Without layers: succeeds
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, text = ctypes.CDLL(None), ctypes.create_string_buffer(100)
    libc.fopen.restype = ctypes.c_void_p
    stream = libc.fopen(facts["secret_file"].encode(), b"r")
    if stream:
        libc.fgets(text, 100, ctypes.c_void_p(stream))
    return text.value.decode()

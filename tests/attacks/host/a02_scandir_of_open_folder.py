# A2: lists a folder through a descriptor and the C library's readdir
# Without layers: succeeds
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, seen = ctypes.CDLL(None), b""
    libc.opendir.restype = libc.readdir.restype = ctypes.c_void_p
    folder = libc.opendir(facts["folder"].encode())
    while folder and (entry := libc.readdir(ctypes.c_void_p(folder))):
        seen += ctypes.string_at(entry + 19) + b"\n"  # the name, in struct dirent
    return b"solution.txt" in seen

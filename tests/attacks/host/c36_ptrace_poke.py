# C36: stops another process as a debugger and changes a word of its memory
# Without layers: may succeed
import sys

os = sys.modules["os"]

ATTACH, DETACH, POKEDATA, WALL = 16, 17, 5, 0x40000000


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, victim = ctypes.CDLL(None), facts["victim"]
    if libc.ptrace(ATTACH, victim, None, None) == 0:
        os.waitpid(victim, WALL)
        libc.ptrace(POKEDATA, victim, ctypes.c_void_p(facts["secret_address"]), ctypes.c_void_p(0))
        libc.ptrace(DETACH, victim, None, None)

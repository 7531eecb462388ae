# C44: sets up the kernel's old queue for input and output
# Without layers: may succeed
import sys

os = sys.modules["os"]

IO_SETUP = {"x86_64": 206, "aarch64": 0}


def attack(facts):
    ctypes = sys.modules["ctypes"]
    context, number = ctypes.c_ulong(0), IO_SETUP[os.uname().machine]
    return ctypes.CDLL(None).syscall(number, 4, ctypes.byref(context)) == 0

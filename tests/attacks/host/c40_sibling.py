# C40: leaves a process behind that is the zygote's child, not its own
# Without layers: succeeds
import sys
import time

os = sys.modules["os"]

CLONE = {"x86_64": 56, "aarch64": 220}
PARENT, SIGCHLD = 0x8000, 17


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    if libc.syscall(CLONE[os.uname().machine], PARENT | SIGCHLD, None, None, None, None) == 0:
        time.sleep(20)
        os._exit(0)

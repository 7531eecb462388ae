# C48: leaves its memory in a file when it crashes
# Without layers: may succeed
import sys
from pathlib import Path

os = sys.modules["os"]

SET_DUMPABLE = 4


def crash(folder):
    resource = sys.modules["resource"]
    sys.modules["ctypes"].CDLL(None).prctl(SET_DUMPABLE, 1, 0, 0, 0)
    Path("/proc/self/coredump_filter").write_text("0")  # a small one
    resource.setrlimit(resource.RLIMIT_CORE, (1 << 20, 1 << 20))
    os.chdir(folder)
    os.abort()


def attack(facts):
    child = os.fork()
    if child == 0:
        try:
            crash(facts["folder"])
        finally:
            os._exit(1)
    return os.WCOREDUMP(os.waitpid(child, 0)[1])

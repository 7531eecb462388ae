# C44: counts what another process does
# Without layers: may succeed
import struct
import sys

os = sys.modules["os"]

PERF_EVENT_OPEN = {"x86_64": 298, "aarch64": 241}
SOFTWARE, SIZE, TASK_CLOCK, NOT_KERNEL = 1, 64, 1, 0x20


def attack(facts):
    wishes = struct.pack("IIQQQQQ", SOFTWARE, SIZE, TASK_CLOCK, 0, 0, 0, NOT_KERNEL) + bytes(16)
    number, libc = PERF_EVENT_OPEN[os.uname().machine], sys.modules["ctypes"].CDLL(None)
    return libc.syscall(number, wishes, facts["victim"], -1, -1, 0) >= 0

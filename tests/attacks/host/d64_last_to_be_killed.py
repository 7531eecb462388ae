# D64: asks the kernel to kill every other process before it, when memory runs out
# Without layers: fails
import sys

system = sys.modules["os"]


def attack(facts):
    file = system.open("/proc/self/oom_score_adj", system.O_RDWR)
    return system.write(file, b"-1000") == 5

# D57: opens everything that takes no file: pipes, event counters, memory, polls
# Without layers: succeeds
import sys

system, select = sys.modules["os"], sys.modules["select"]


def attack(facts):
    kept = []
    for _ in range(100):
        kept += [*system.pipe(), system.eventfd(0), system.memfd_create("x")]
        kept.append(select.epoll())
    return len(kept) == 500

# C45: has itself run before everybody else, as root may
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    return os.sched_getscheduler(0) == os.SCHED_FIFO

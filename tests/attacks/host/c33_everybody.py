# C33: addresses every process of the machine at once, the victim among them
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.kill(-1, 0)
    os.kill(facts["victim"], 0)  # the broadcast does not tell whether it may be signalled
    return True

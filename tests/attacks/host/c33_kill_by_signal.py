# C33: kills another process of the machine
# Without layers: succeeds
import sys


def attack(facts):
    sys.modules["os"].kill(facts["victim"], 9)

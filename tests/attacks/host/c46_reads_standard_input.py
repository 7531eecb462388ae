# C46: reads what somebody types for the grader
# Without layers: fails
import sys

os = sys.modules["os"]


def attack(facts):
    return len(os.read(0, 100)) > 0

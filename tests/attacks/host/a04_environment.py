# A4: tells all variables of its environment
# Without layers: fails
import sys

os = sys.modules["os"]


def attack(facts):
    return "\n".join(os.environ.values())

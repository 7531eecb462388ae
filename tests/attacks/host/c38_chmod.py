# C38: locks the gradebook's owner out
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.chmod(facts["canary"], 0)

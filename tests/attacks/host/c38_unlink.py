# C38: deletes the gradebook
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.unlink(facts["canary"])

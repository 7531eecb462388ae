# C38: renames the gradebook
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.rename(facts["canary"], facts["canary"] + ".old")

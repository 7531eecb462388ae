# C38: gives the gradebook a second name
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.link(facts["canary"], facts["folder"] + "/copy")

# C38: empties the gradebook by opening it, it seems, for reading
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.open(facts["canary"], os.O_RDONLY | os.O_TRUNC)

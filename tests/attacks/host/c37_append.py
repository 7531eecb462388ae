# C37: appends a line to the gradebook
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.write(os.open(facts["canary"], os.O_WRONLY | os.O_APPEND), b"\nme: 100\n")

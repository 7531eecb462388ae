# C39: becomes another program, which writes a file
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.execv("/bin/sh", ["sh", "-c", f"echo me: 100 > '{facts['canary']}'"])

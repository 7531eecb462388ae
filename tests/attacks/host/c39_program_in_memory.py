# C39: executes a program that is in no folder
# Without layers: succeeds
import sys
from pathlib import Path

os = sys.modules["os"]


def attack(facts):
    program = os.memfd_create("program")
    os.write(program, Path("/bin/sh").read_bytes())
    os.execve(program, ["sh", "-c", f"echo me: 100 > '{facts['canary']}'"], {})

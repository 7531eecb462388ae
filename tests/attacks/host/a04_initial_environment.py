# A4: reads the variables that the kernel keeps of its start
# Without layers: fails
from pathlib import Path


def attack(facts):
    return Path("/proc/self/environ").read_text()

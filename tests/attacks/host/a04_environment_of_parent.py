# A4: reads the environment of the process that forked it
# Without layers: fails
import sys
from pathlib import Path

os = sys.modules["os"]


def attack(facts):
    return Path(f"/proc/{os.getppid()}/environ").read_text()

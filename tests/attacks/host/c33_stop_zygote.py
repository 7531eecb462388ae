# C33: stops the process that forked it, and lets it go on
# Without layers: succeeds
import sys
import time
from pathlib import Path

os = sys.modules["os"]


def attack(facts):
    zygote = os.getppid()
    os.kill(zygote, 19)
    try:
        time.sleep(0.05)
        return Path(f"/proc/{zygote}/stat").read_text().rpartition(")")[2].split()[0] == "T"
    finally:
        os.kill(zygote, 18)

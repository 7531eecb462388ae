# A5: reads a nameless file that another process has open
# Without layers: may succeed
from pathlib import Path


def attack(facts):
    return Path(f"/proc/{facts['victim']}/fd/{facts['secret_descriptor']}").read_text()

# A5: reads another process's environment
# Without layers: may succeed
from pathlib import Path


def attack(facts):
    return Path(f"/proc/{facts['victim']}/environ").read_text()

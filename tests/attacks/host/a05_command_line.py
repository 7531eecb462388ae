# A5: reads another process's arguments, as ps does
# Without layers: succeeds
from pathlib import Path


def attack(facts):
    return Path(f"/proc/{facts['victim']}/cmdline").read_text()

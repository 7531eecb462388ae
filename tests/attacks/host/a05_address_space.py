# A5: learns where another process keeps what in its memory
# Without layers: may succeed
from pathlib import Path


def attack(facts):
    return "[heap]" in Path(f"/proc/{facts['victim']}/maps").read_text()

# A11: leaves a file in the memory that processes share
# Without layers: succeeds
from pathlib import Path


def attack(facts):
    path = Path(f"/dev/shm/nncheck-{facts['victim']}")
    try:
        path.write_text("hidden")
        return path.read_text() == "hidden"
    finally:
        path.unlink()

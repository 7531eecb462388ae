# A5: reaches a file through another process's root folder
# Without layers: may succeed
from pathlib import Path


def attack(facts):
    return Path(f"/proc/{facts['victim']}/root{facts['secret_file']}").read_text()

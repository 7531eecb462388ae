# A2: reads a file through a path object
# Without layers: succeeds
from pathlib import Path


def attack(facts):
    return Path(facts["secret_file"]).read_text()

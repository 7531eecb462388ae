# C37: overwrites the gradebook through a path object
# Without layers: succeeds
from pathlib import Path


def attack(facts):
    Path(facts["canary"]).write_text("me: 100")

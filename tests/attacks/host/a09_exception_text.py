# A9: tells in an exception's text what it has read
# Without layers: succeeds
from pathlib import Path


def attack(facts):
    raise ValueError("the answer is " + Path(facts["secret_file"]).read_text())

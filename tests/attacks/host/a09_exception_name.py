# A9: tells in an exception's name what it has read
# Without layers: succeeds
from pathlib import Path


def attack(facts):
    raise type(Path(facts["secret_file"]).read_text(), (Exception,), {})("")

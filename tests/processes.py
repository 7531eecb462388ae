"""What the tests ask about processes of the machine."""

import time
from pathlib import Path


def children(pid: int) -> list[int]:
    """The processes that are children of another, whichever of its threads began them; zombies included."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(word) for task in tasks for word in (task / "children").read_text("ascii").split()]


def running(pid: int) -> bool:
    """Whether a process is there and not a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for_children(pid: int) -> list[int]:
    """The first children of a process, as soon as it has any; none after a minute."""
    end = time.monotonic() + 60
    while not (found := children(pid)) and time.monotonic() < end:
        time.sleep(0.02)
    return found

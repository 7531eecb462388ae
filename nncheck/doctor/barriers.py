"""What the sandbox says of its layers -> each layer with what it does, active or missing with its reason."""

from nncheck.doctor.findings import Barrier, Machine
from nncheck.records import Isolation

PROTECTS = {
    "unprivileged": "student code runs as a user of its own, not as root",
    "private": "processes of the same user cannot read its memory",
    "capabilities": "it has none of root's single rights",
    "no_new_privs": "no program that it starts could give it rights",
    "landlock": "no file, port or other process is within its reach",
    "memory": "its memory and processor time are limited",
    "rlimits": "it opens no file, writes none, and starts no process",
    "seccomp": "only the system calls that computing takes get through",
    "namespaces": "it sees no network and no other process",
}
VITAL = {"private", "no_new_privs", "memory", "rlimits", "seccomp"}  # what the level strong takes


def barriers(isolation: Isolation, machine: Machine) -> tuple[Barrier, ...]:
    """All layers that there are, in the order in which a worker puts them on."""
    linux_only = "only Linux has it" if machine.platform != "linux" else "it was not put on"
    return tuple(
        Barrier(
            name=name,
            protects=protects,
            vital=name in VITAL,
            objection=None if name in isolation.active else isolation.missing.get(name, linux_only),
        )
        for name, protects in PROTECTS.items()
    )

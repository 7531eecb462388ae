"""What the doctor advises, environment by environment, from records of them."""

import pytest

from nncheck.doctor.advice import advice
from nncheck.doctor.findings import GITHUB, GRADESCOPE, GVISOR, WSL1, WSL2, Libraries, Machine
from nncheck.records import Isolation

FINE = Libraries(
    versions={"torch": "2.13.0"},
    interpreter="/usr/bin/python3",
    cache="/home/ann/.cache/nncheck",
    cache_writable=True,
    devices={"cpu": ""},
)
APPARMOR = "kernel.apparmor_restrict_unprivileged_userns"


def machine(platform: str = "linux", **facts: object) -> Machine:
    """A machine with an up-to-date kernel, but for what is said."""
    usual: dict[str, object] = {"system": "Linux 6.8.0 x86_64", "landlock_abi": 4}
    return Machine(**usual | {"platform": platform} | facts)


def isolation(level: str, *missing: str) -> Isolation:
    """Of a level, with layers that do not hold."""
    return Isolation(level=level, active=(), missing=dict.fromkeys(missing, "Operation not permitted"))


STRONG = isolation("strong")
ROWS = [
    ("a machine in order", machine(), STRONG, []),
    ("an ordinary user, strong", machine(), isolation("strong", "unprivileged"), []),
    (
        "Ubuntu 24.04: strong without namespaces",
        machine(user_namespaces=f"{APPARMOR} = 1"),
        isolation("strong", "namespaces"),
        [f"sudo sysctl -w {APPARMOR}=0"],
    ),
    (
        "GitHub Actions",
        machine(user_namespaces=f"{APPARMOR} = 1", places=(GITHUB,)),
        isolation("strong", "namespaces"),
        [f"sudo sysctl -w {APPARMOR}=0"],
    ),
    (
        "a system without user namespaces",
        machine(user_namespaces="user.max_user_namespaces = 0"),
        isolation("strong", "namespaces"),
        ["sudo sysctl -w user.max_user_namespaces=15000"],
    ),
    (
        "Docker as it comes: nothing to do",
        machine(container="Docker", root=True, user_namespaces=f"{APPARMOR} = 1"),
        isolation("strong", "namespaces"),
        [],
    ),
    (
        "Docker with its rights dropped",
        machine(container="Docker", root=True),
        isolation("none", "unprivileged", "rlimits"),
        ["docker run --cap-add SETUID --cap-add SETGID IMAGE nncheck doctor"],
    ),
    (
        "Docker whose profile refuses filters",
        machine(container="Docker"),
        isolation("medium", "seccomp"),
        ["docker run --security-opt seccomp=builtin IMAGE nncheck doctor"],
    ),
    ("Gradescope as it comes", machine(container="Docker", root=True, places=(GRADESCOPE,)), STRONG, []),
    (
        "Gradescope without filters",
        machine(container="Docker", root=True, places=(GRADESCOPE,)),
        isolation("medium", "seccomp"),
        ["nncheck grade --require-isolation medium SUBMISSION"],
    ),
    (
        "Gradescope, root without rights",
        machine(container="Docker", root=True, places=(GRADESCOPE,)),
        isolation("none", "unprivileged"),
        ["grep Cap /proc/self/status"],
    ),
    (
        "gVisor: Landlock is not missed",
        machine(places=(GVISOR,), landlock_abi=0, landlock="this kernel has none"),
        isolation("strong", "landlock"),
        [],
    ),
    (
        "a gVisor without filters",
        machine(places=(GVISOR,), landlock_abi=0, landlock="this kernel has none"),
        isolation("basic", "landlock", "seccomp"),
        ["docker run --runtime runc IMAGE nncheck doctor"],
    ),
    (
        "Landlock switched off",
        machine(landlock_abi=0, landlock="it is switched off in this kernel"),
        isolation("strong", "landlock"),
        ["cat /sys/kernel/security/lsm"],
    ),
    (
        "an old kernel",
        machine(landlock_abi=0, landlock="this kernel has none"),
        isolation("strong", "landlock"),
        ["uname -r"],
    ),
    (
        "a kernel without filters",
        machine(seccomp="this kernel has none"),
        isolation("medium", "seccomp"),
        ["grep SECCOMP_FILTER /boot/config-$(uname -r)"],
    ),
    ("a processor without a table", machine(), isolation("medium", "seccomp"), ["uname -m"]),
    (
        "WSL 1",
        machine(places=(WSL1,), seccomp="this kernel has none", landlock_abi=0),
        isolation("basic", "seccomp", "landlock"),
        ["wsl --set-version NAME 2"],
    ),
    ("WSL 2", machine(places=(WSL2,)), STRONG, []),
    ("Windows", machine("win32"), isolation("none"), ["wsl --install"]),
    (
        "macOS",
        machine("darwin"),
        isolation("basic"),
        [
            'docker run --rm -it -v "$PWD:/work" -w /work python:3.12 bash',
            "pip install . && nncheck doctor",
        ],
    ),
    (
        "root that is bound, outside of a container",
        machine(root=True),
        isolation("none", "unprivileged"),
        ["su - USER -c 'nncheck doctor'"],
    ),
]


@pytest.mark.parametrize(("where", "here", "held", "commands"), ROWS, ids=[row[0] for row in ROWS])
def test_advice_fits_its_environment(where: str, here: Machine, held: Isolation, commands: list[str]) -> None:
    """Each environment gets the commands that help there, and no others."""
    found = advice(here, held, FINE)
    assert [line for each in found for line in each.command.split("\n")] == commands
    assert [each.needed for each in found] == [held.level != "strong"] * len(found)


@pytest.mark.parametrize("level", ["none", "basic", "medium"])
@pytest.mark.parametrize("layer", ["private", "no_new_privs", "memory", "rlimits", "unheard_of"])
def test_below_strong_there_is_always_something_to_do(level: str, layer: str) -> None:
    """Whatever keeps the level low, one thing is said to be needed."""
    needed = [each for each in advice(machine(), isolation(level, layer), FINE) if each.needed]
    assert len(needed) == 1


def test_a_host_is_not_opened_lightly() -> None:
    """Outside of throw-away machines the advice on namespaces says what the setting is good for."""
    closed = f"{APPARMOR} = 1"
    (laptop,) = advice(machine(user_namespaces=closed), isolation("strong", "namespaces"), FINE)
    runner = machine(user_namespaces=closed, places=(GITHUB,))
    (throwaway,) = advice(runner, isolation("strong", "namespaces"), FINE)
    assert "change it only on" in laptop.why
    assert "change it only on" not in throwaway.why


def test_libraries_come_after_what_is_needed() -> None:
    """Torch and the cache are conveniences, and stand behind the isolation."""
    poor = Libraries(
        versions={"torch": None}, interpreter="", cache="/root/.cache", cache_writable=False, devices={}
    )
    found = advice(machine("win32"), isolation("none"), poor)
    assert [each.command for each in found] == [
        "wsl --install",
        "pip install torch",
        'export XDG_CACHE_HOME="$HOME/nncheck-cache"',
    ]

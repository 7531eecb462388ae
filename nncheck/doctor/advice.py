"""What was found -> what to do about it on this machine. Each rule is a function; most of them are silent."""

from collections.abc import Callable, Iterable, Iterator

from nncheck.doctor.findings import GITHUB, GRADESCOPE, GVISOR, WSL1, Advice, Libraries, Machine
from nncheck.records import Isolation

Rule = Callable[[Machine, Isolation], Advice | None]
IN_LINUX = """docker run --rm -it -v "$PWD:/work" -w /work python:3.12 bash
pip install . && nncheck doctor"""


def advice(machine: Machine, isolation: Isolation, libraries: Libraries) -> tuple[Advice, ...]:
    """What applies here, what is needed first."""
    found = [*_on_isolation(machine, isolation), *_on_libraries(libraries)]
    return tuple(sorted(found, key=lambda each: not each.needed))


def _on_isolation(machine: Machine, isolation: Isolation) -> Iterator[Advice]:
    """Of the cures for a weak level the first that fits, because it makes others idle; then second fences."""
    if isolation.level != "strong":
        yield next(_fitting(CURES, machine, isolation))
    yield from _fitting(FENCES, machine, isolation)


def _fitting(rules: Iterable[Rule], machine: Machine, isolation: Isolation) -> Iterator[Advice]:
    return (found for rule in rules if (found := rule(machine, isolation)) is not None)


# --- cures for a level below strong ---------------------------------------------------------------


def other_system(machine: Machine, isolation: Isolation) -> Advice | None:
    """macOS and Windows have none of the layers that make the level strong."""
    if machine.platform == "linux":
        return None
    if machine.platform == "win32":
        why = "Windows has nothing to hold student code with, WSL 2 has: install it, and nncheck in it"
        return Advice(why=why, command="wsl --install")
    why = "this system has only limits to hold student code with; where grades count, use a Linux container"
    why += ", here from a checkout of nncheck"
    return Advice(why=why, command=IN_LINUX)


def first_wsl(machine: Machine, isolation: Isolation) -> Advice | None:
    """WSL 1 imitates Linux without its filters."""
    if not machine.is_in(WSL1):
        return None
    why = "WSL 1 has no system call filters, WSL 2 has: change to it (wsl --list shows the name)"
    return Advice(why=why, command="wsl --set-version NAME 2")


def bound_root(machine: Machine, isolation: Isolation) -> Advice | None:
    """Root that cannot become another user: limits do not bind it."""
    if not machine.root or "unprivileged" not in isolation.missing:
        return None
    why = "nncheck runs as root, and may not run student code as another user"
    if machine.is_in(GRADESCOPE):
        why += "; Gradescope's containers may by default, so see what run_autograder takes away"
        return Advice(why=why, command="grep Cap /proc/self/status")
    if machine.container:
        why += "; give the container back the right to do that, or start it as an ordinary user"
        return Advice(why=why, command="docker run --cap-add SETUID --cap-add SETGID IMAGE nncheck doctor")
    return Advice(why=f"{why}; start it as an ordinary user", command="su - USER -c 'nncheck doctor'")


def filter_refused(machine: Machine, isolation: Isolation) -> Advice | None:
    """No system call filter."""
    if "seccomp" not in isolation.missing:
        return None
    if machine.is_in(GRADESCOPE) and isolation.level != "none":
        why = "this container refuses system call filters, and its settings are not yours; grade knowing it"
        command = f"nncheck grade --require-isolation {isolation.level} SUBMISSION"
        return Advice(why=why, command=command)
    if machine.is_in(GVISOR):
        why = "this gVisor takes no system call filter; use Docker's usual runtime"
        return Advice(why=why, command="docker run --runtime runc IMAGE nncheck doctor")
    if machine.seccomp is None and machine.container:
        why = "what surrounds this container refuses system call filters; Docker's own profile allows them"
        return Advice(why=why, command="docker run --security-opt seccomp=builtin IMAGE nncheck doctor")
    if machine.seccomp is None:
        why = "the system call filter does not hold here; nncheck has tables for x86_64 and aarch64 only"
        return Advice(why=why, command="uname -m")
    why = "this kernel has no system call filters; take one that is built with them"
    return Advice(why=why, command="grep SECCOMP_FILTER /boot/config-$(uname -r)")


def somewhere_else(machine: Machine, isolation: Isolation) -> Advice:
    """What remains."""
    why = "some layers do not hold here, for the reasons above; grade in a container of a current "
    why += "Linux, here from a checkout of nncheck"
    return Advice(why=why, command=IN_LINUX)


# --- second fences, which the level strong does not take ------------------------------------------


def landlock(machine: Machine, isolation: Isolation) -> Advice | None:
    """Landlock, where something can be done about it: not in a container, and not in gVisor."""
    absent = machine.platform == "linux" and machine.landlock_abi == 0
    if not absent or machine.container or machine.is_in(GVISOR) or machine.is_in(WSL1):
        return None
    why = f"Landlock would keep student code from files a second time, but {machine.landlock}"
    if "switched off" not in (machine.landlock or ""):
        return Advice(why=why, command="uname -r", needed=False)
    why += "; start it with lsm=landlock, and after that comma what this shows"
    return Advice(why=why, command="cat /sys/kernel/security/lsm", needed=False)


def namespaces(machine: Machine, isolation: Isolation) -> Advice | None:
    """Namespaces, where a setting refuses them: not one of a container, which is its host's."""
    if "namespaces" not in isolation.missing or machine.user_namespaces is None or machine.container:
        return None
    name, value = machine.user_namespaces.split(" = ")
    why = "namespaces would hide the network and other processes as well; this setting refuses them"
    if not machine.is_in(GITHUB):
        why += ". It also protects this machine: change it only on one that does nothing but grade"
    other = "15000" if name.startswith("user.max") else str(1 - int(value))
    return Advice(why=why, command=f"sudo sysctl -w {name}={other}", needed=False)


CURES: tuple[Rule, ...] = (other_system, first_wsl, bound_root, filter_refused, somewhere_else)
FENCES: tuple[Rule, ...] = (landlock, namespaces)


# --- libraries ------------------------------------------------------------------------------------


def _on_libraries(libraries: Libraries) -> Iterator[Advice]:
    if libraries.versions.get("torch") is None:
        why = "without torch, submissions that are written for torch cannot be graded"
        yield Advice(why=why, command="pip install torch", needed=False)
    if not libraries.cache_writable:
        why = f"{libraries.cache} cannot be written, so that every run prepares all cases anew"
        yield Advice(why=why, command='export XDG_CACHE_HOME="$HOME/nncheck-cache"', needed=False)

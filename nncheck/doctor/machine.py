"""The system's own files -> what kind of machine this is, and what its kernel offers for isolation."""

import errno
import os
import platform
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from nncheck.doctor.findings import GITHUB, GRADESCOPE, GVISOR, WSL1, WSL2, Machine

if sys.platform == "linux":
    from nncheck.sandbox.layers import landlock as kernel

# gVisor shows this version of Linux, whatever runs below it.
GVISOR_SIGNS = ("gvisor", "Sun Jan 10 15:06:54 PST 2016")
NO_LANDLOCK = {
    errno.ENOSYS: "this kernel has none (Linux has it from 5.13 on)",
    errno.EOPNOTSUPP: "it is switched off in this kernel",
    errno.EPERM: "what surrounds this process refuses it",
}
# What keeps ordinary users from making user namespaces, and the value with which it does.
NAMESPACE_SETTINGS = {
    "kernel.apparmor_restrict_unprivileged_userns": "1",
    "kernel.unprivileged_userns_clone": "0",
    "user.max_user_namespaces": "0",
}


def machine(top: Path = Path("/"), environment: Mapping[str, str] = os.environ) -> Machine:
    """This machine, from the files below `top` and from environment variables."""
    abi, landlock = landlock_abi()
    return Machine(
        platform=sys.platform,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        distribution=distribution(text(top / "etc/os-release")),
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        container=container(top, environment),
        places=places(top, environment),
        seccomp=seccomp_missing(text(top / "proc/self/status")),
        landlock_abi=abi,
        landlock=landlock,
        user_namespaces=namespace_setting(top),
        yama=int(setting(top, "kernel.yama.ptrace_scope") or 0),
    )


def text(path: Path) -> str:
    """A file's text; "" where it cannot be read."""
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def setting(top: Path, name: str) -> str:
    """One of the kernel's settings, as sysctl names them; "" where there is none."""
    return text(top / "proc/sys" / name.replace(".", "/")).strip()


def distribution(os_release: str) -> str:
    """Its name and version: Ubuntu 24.04."""
    found = dict(re.findall(r'^(NAME|VERSION_ID)="?([^"\n]*)', os_release, re.M))
    return " ".join(found[key] for key in ("NAME", "VERSION_ID") if key in found)


def container(top: Path, environment: Mapping[str, str]) -> str:
    """The kind of container that this is; "" outside of one."""
    if "KUBERNETES_SERVICE_HOST" in environment:
        return "Kubernetes"
    for sign, name in ((".dockerenv", "Docker"), ("run/.containerenv", "Podman")):
        if (top / sign).exists():
            return name
    return text(top / "run/systemd/container").strip()  # systemd-nspawn, lxc and others write it


def places(top: Path, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Those whose customs are known, and that this is."""
    version = text(top / "proc/version")
    signs = {
        GITHUB: environment.get("GITHUB_ACTIONS") == "true",
        GRADESCOPE: (top / "autograder").is_dir(),
        GVISOR: any(sign in version for sign in GVISOR_SIGNS),
        WSL1: "Microsoft" in version and "WSL2" not in version,
        WSL2: "microsoft-standard" in version or "WSL2" in version,
    }
    return tuple(place for place, seen in signs.items() if seen)


def seccomp_missing(status: str) -> str | None:
    """Why a process cannot put a system call filter on; None where it can."""
    if sys.platform != "linux":
        return "only Linux has it"
    return None if re.search(r"^Seccomp:", status, re.M) else "this kernel has none"


def landlock_abi() -> tuple[int, str | None]:
    """The version of Landlock's interface, and why there is none."""
    if sys.platform != "linux":
        return 0, "only Linux has it"
    try:
        return kernel.abi(), None
    except OSError as error:
        return 0, NO_LANDLOCK.get(error.errno or 0, str(error))


def namespace_setting(top: Path) -> str | None:
    """The setting that keeps ordinary users from making user namespaces, as sysctl writes it."""
    closed = (
        f"{name} = {value}" for name, value in NAMESPACE_SETTINGS.items() if setting(top, name) == value
    )
    return next(closed, None)

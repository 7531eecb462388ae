"""What a machine's own files say of it; the files are made here, as the systems named write them."""

from pathlib import Path

import pytest

from nncheck.doctor.findings import GITHUB, GRADESCOPE, GVISOR, WSL1, WSL2
from nncheck.doctor.machine import container, distribution, machine, namespace_setting, places

WSL1_VERSION = "Linux version 4.4.0-19041-Microsoft (Microsoft@Microsoft.com) #1237-Microsoft"
WSL2_VERSION = "Linux version 6.6.87.2-microsoft-standard-WSL2 (root@af282157c79e)"
GVISOR_VERSION = "Linux version 4.4.0 #1 SMP Sun Jan 10 15:06:54 PST 2016"
UBUNTU_VERSION = "Linux version 6.8.0-1021-azure (buildd@lcy02-amd64-037)"


def made(top: Path, **files: str) -> Path:
    """A folder with these files; two underscores stand for a slash."""
    for name, content in files.items():
        path = top / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return top


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (WSL1_VERSION, (WSL1,)),
        (WSL2_VERSION, (WSL2,)),
        (GVISOR_VERSION, (GVISOR,)),
        ("Linux version 4.19.0-gvisor", (GVISOR,)),
        (UBUNTU_VERSION, ()),
    ],
)
def test_kernels_that_are_not_quite_linux(tmp_path: Path, version: str, expected: tuple[str, ...]) -> None:
    """WSL 1, WSL 2 and gVisor are told apart by /proc/version."""
    assert places(made(tmp_path, proc__version=version), {}) == expected


def test_places_with_customs(tmp_path: Path) -> None:
    """GitHub Actions is known by its variable, Gradescope by its folder."""
    assert places(tmp_path, {"GITHUB_ACTIONS": "true"}) == (GITHUB,)
    (tmp_path / "autograder").mkdir()
    assert places(tmp_path, {}) == (GRADESCOPE,)


def test_containers(tmp_path: Path) -> None:
    """Docker, Podman and Kubernetes leave signs; other managers write their name."""
    assert container(tmp_path, {}) == ""
    assert container(tmp_path, {"KUBERNETES_SERVICE_HOST": "10.0.0.1"}) == "Kubernetes"
    assert container(made(tmp_path, run__systemd__container="lxc\n"), {}) == "lxc"
    made(tmp_path / "run", **{".containerenv": ""})
    assert container(tmp_path, {}) == "Podman"
    made(tmp_path, **{".dockerenv": ""})
    assert container(tmp_path, {}) == "Docker"


@pytest.mark.parametrize(
    ("name", "value", "closed"),
    [
        ("kernel/apparmor_restrict_unprivileged_userns", "1\n", True),
        ("kernel/apparmor_restrict_unprivileged_userns", "0\n", False),
        ("kernel/unprivileged_userns_clone", "0\n", True),
        ("user/max_user_namespaces", "0\n", True),
        ("user/max_user_namespaces", "63000\n", False),
    ],
)
def test_settings_that_close_namespaces(tmp_path: Path, name: str, value: str, closed: bool) -> None:
    """The setting is named as sysctl names it, with its value."""
    setting = namespace_setting(made(tmp_path, **{f"proc/sys/{name}": value}))
    assert setting == (f"{name.replace('/', '.')} = {value.strip()}" if closed else None)


def test_distributions() -> None:
    """Name and version, quoted or not, of what os-release says."""
    ubuntu = 'PRETTY_NAME="Ubuntu 24.04.2 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n'
    assert distribution(ubuntu) == "Ubuntu 24.04"
    assert distribution("NAME=Arch\n") == "Arch"
    assert distribution("") == ""


def test_a_machine_with_nothing_to_read(tmp_path: Path) -> None:
    """An empty folder is no container, no known place, and has no filter."""
    found = machine(tmp_path, {})
    assert (found.container, found.places, found.yama) == ("", (), 0)
    assert found.seccomp is not None


def test_this_machine() -> None:
    """What is read here is consistent: Landlock either has a version, or a reason."""
    found = machine()
    assert (found.landlock_abi > 0) == (found.landlock is None)
    assert found.system.split()[0] in ("Linux", "Darwin", "Windows")

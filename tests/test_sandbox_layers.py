"""Each layer by itself, in a process that puts it on: it holds then, and its absence is noticed."""

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the layers are Linux's", allow_module_level=True)

from children import in_child

from nncheck.sandbox.layers import LAYERS, PORTABLE, landlock
from nncheck.sandbox.levels import LEVELS, level

ROOT = os.geteuid() == 0
NAMES = [layer.NAME for layer in LAYERS]
# Without it the kernel takes no filter from an ordinary user; limits on processes do not bind root.
BEFORE = {"landlock": "no_new_privs", "seccomp": "no_new_privs", "rlimits": "unprivileged"}
ONLY_ROOT = {"unprivileged"}  # there is nothing to give up for others
# What others do as well: a change of user makes a process private, and who is not root has no capability.
COVERED = {"private", "capabilities"} if ROOT else {"capabilities"}
HEADER = Path("/usr/include/linux/landlock.h")


def kernels_landlock() -> int:
    """The version of the interface in this kernel; 0 where it has none."""
    try:
        return landlock.abi()
    except OSError:
        return 0


ABI = kernels_landlock()
WITH_LANDLOCK = pytest.mark.skipif(not ABI, reason="this kernel has no Landlock, or has it switched off")
ABSENT = (set() if ROOT else ONLY_ROOT) | (set() if ABI else {"landlock"})


@pytest.mark.parametrize("name", NAMES)
def test_a_layer_holds_by_itself(name: str) -> None:
    """Before it is put on its trial objects, afterwards it does not."""
    if name in ABSENT:
        pytest.skip("the kernel does not let this process have it")
    code = """
        name, needed = sys.argv[1:]
        (layer,) = layers.named([name])
        before = layer.objection(plan)
        if needed:
            layers.lock_down(plan, layers.named([needed]))
        put_on(name)
        tell([before, layer.objection(plan)])
    """
    before, after = in_child(code, name, BEFORE.get(name, ""))
    assert after is None
    assert before or (name == "capabilities" and not ROOT)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_layer_is_noticed(name: str) -> None:
    """With all layers before it, but not with it, a trial objects: no other layer answers in its place."""
    code = """
        name = sys.argv[1]
        names = [layer.NAME for layer in layers.LAYERS]
        put_on(*names[:names.index(name)])
        (layer,) = layers.named([name])
        tell(layer.objection(plan))
    """
    objection = in_child(code, name)
    assert objection or name in COVERED


def test_all_layers_are_examined() -> None:
    """Every layer is tried, and only what cannot be here is missing, with its reason."""
    found = in_child("tell(layers.examined(plan, layers.LAYERS))")
    missing = {name for name, objection in found.items() if objection}
    assert list(found) == NAMES
    assert missing == ABSENT


def test_a_layer_that_cannot_be_put_on_says_why() -> None:
    """The reason is the kernel's, and the other layers are put on nevertheless."""
    code = """
        layers.landlock.abi = lambda: os.open("/nonexistent", os.O_RDONLY)
        tell(layers.examined(plan, layers.named(["no_new_privs", "landlock", "memory"])))
    """
    found = in_child(code)
    assert "No such file" in found.pop("landlock")
    assert found == {"no_new_privs": None, "memory": None}


def test_layers_outlast_every_attempt_to_take_them_off() -> None:
    """Limits cannot be raised, root not be regained, privacy not be undone by what is left to call."""
    code = """
        from nncheck.sandbox import prctl
        put_on(*[layer.NAME for layer in layers.LAYERS])
        import resource
        tell({
            "limit": attempt(lambda: prctl.checked(prctl.libc.setrlimit, 7, (ctypes.c_ulong * 2)(9, 9))),
            "user": attempt(lambda: os.setuid(0)),
            "privacy": attempt(lambda: prctl.prctl(prctl.PR_SET_DUMPABLE, 1)),
            "filter": attempt(lambda: prctl.prctl(layers.seccomp.PR_SET_SECCOMP, 0)),
            "parent": attempt(lambda: prctl.die_with_parent(0)),
            "signal": attempt(lambda: os.kill(os.getpid(), 0)),
        })
    """
    assert set(in_child(code).values()) == {"EPERM"}


def test_only_portable_layers_are_put_on_fresh_workers() -> None:
    """They need nothing but the standard library's limits."""
    assert [layer.NAME for layer in PORTABLE] == ["memory", "rlimits"]


RESTRICTED = {
    "open a file": "lambda: os.open('/etc/passwd', os.O_RDONLY)",
    "write a file": "lambda: os.open(sys.argv[1], os.O_WRONLY)",
    "make a file": "lambda: os.open(sys.argv[1] + '.new', os.O_WRONLY | os.O_CREAT)",
    "truncate a file": "lambda: os.truncate(sys.argv[1], 0)",
    "remove a file": "lambda: os.unlink(sys.argv[1])",
    "link a file": "lambda: os.link(sys.argv[1], sys.argv[1] + '.new')",
    "make a folder": "lambda: os.mkdir(sys.argv[1] + '.new')",
    "list a folder": "lambda: os.listdir('/')",
    "run a program": "lambda: os.waitpid(os.posix_spawn('/bin/true', ['true'], {}), 0)",
    "signal another process": "lambda: os.kill(os.getppid(), 0)",
    "talk over TCP": "lambda: socket.create_connection(('127.0.0.1', 9))",
    "serve over TCP": "lambda: socket.create_server(('127.0.0.1', 0))",
}
SINCE = {"truncate a file": 3, "talk over TCP": 4, "serve over TCP": 4, "signal another process": 6}


def possible(before: str, path: Path) -> set[str]:
    """What a process can do after this code."""
    path.write_text("text")
    attempts = ", ".join(f"{what!r}: attempt({use})" for what, use in RESTRICTED.items())
    found = in_child(f"{before}\ntell({{{attempts}}})", path)
    return {what for what, error in found.items() if error not in ("EACCES", "EPERM")}


@WITH_LANDLOCK
def test_landlock_grants_nothing(tmp_path: Path) -> None:
    """No file, folder, program, port or process beyond what the process has open."""
    path = tmp_path / "file"
    unknown = {what for what, since in SINCE.items() if since > ABI}
    assert possible("put_on('no_new_privs', 'landlock')", path) == unknown
    assert path.read_text() == "text"


def test_meta_without_landlock_everything_is_possible(tmp_path: Path) -> None:
    """The same attempts succeed where the layer is missing, or fail for other reasons."""
    assert possible("put_on('no_new_privs')", tmp_path / "file") == set(RESTRICTED)


VERSIONS = {1: (0x1FFF, 0, 0), 2: (0x3FFF, 0, 0), 3: (0x7FFF, 0, 0), 4: (0x7FFF, 3, 0), 5: (0xFFFF, 3, 0)}


@pytest.mark.parametrize("version", range(1, 10))
def test_landlock_asks_for_what_a_version_has(version: int) -> None:
    """Each version of the interface is asked for all that it can restrict, and for no more."""
    assert tuple(landlock.rights(version)) == VERSIONS.get(version, (0xFFFF, 3, 3))


def test_landlock_has_the_kernels_numbers() -> None:
    """The bits are those of the kernel's header, as far as that knows them."""
    if not HEADER.exists():
        pytest.skip(f"{HEADER} is not installed")
    text = HEADER.read_text()
    for kind, known in (
        ("ACCESS_FS", landlock.FILES),
        ("ACCESS_NET", landlock.NETWORK),
        ("SCOPE", landlock.SCOPES),
    ):
        bits = {
            1 << int(bit) for bit in re.findall(rf"#define LANDLOCK_{kind}_\w+\s+\(1ULL << (\d+)\)", text)
        }
        ours = sum(known.values())
        assert ours & sum(bits) == (sum(bits) if sum(bits) < ours else ours)


LEVEL_OF = [
    ((), "none"),
    (("memory",), "none"),
    (("seccomp", "landlock", "memory", "private", "no_new_privs", "unprivileged"), "none"),
    (("rlimits",), "basic"),
    (("rlimits", "memory", "private", "capabilities", "no_new_privs", "namespaces"), "basic"),
    (("rlimits", "landlock"), "medium"),
    (("rlimits", "unprivileged"), "medium"),
    (("rlimits", "memory", "no_new_privs", "seccomp"), "basic"),
    (("rlimits", "memory", "private", "seccomp"), "basic"),
    (("rlimits", "private", "no_new_privs", "seccomp", "landlock"), "medium"),
    (("rlimits", "memory", "private", "no_new_privs", "seccomp"), "strong"),
    ((*NAMES, "namespaces"), "strong"),
]


@pytest.mark.parametrize(("active", "expected"), LEVEL_OF)
def test_levels(active: tuple[str, ...], expected: str) -> None:
    """A level is earned by its layers, in any order, and no lone layer makes up for one that is missing."""
    assert level(active) == level(tuple(reversed(active))) == expected
    assert expected in LEVELS


def test_more_layers_never_lower_the_level() -> None:
    """To put one more layer on is never a loss."""
    for active, expected in LEVEL_OF:
        for name in NAMES:
            assert LEVELS.index(level({*active, name})) >= LEVELS.index(expected)

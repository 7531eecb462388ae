"""What the attack suite shares: the files, the configurations, what an attack may reach, and what it left.

Three kinds of files, by folder of tests/attacks:
  host     attack(facts) is called in a worker; it succeeds when it tells the token or True, or leaves a trace
  verdict  a wrong submission; it succeeds when its values pass (with "Goal: full marks": all its checks)
  reading  plant(folder, marker) makes files; it succeeds when `nncheck grade` executes what makes the marker
"""

import ctypes
import math
import os
import re
import secrets
import select
import signal
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from students import EXERCISES

from nncheck.pipeline import Grader, Settings
from nncheck.records import Call, Cell, Limits, Outcome, Status, Submission, SubmissionResult
from nncheck.reference.store import Store
from nncheck.sandbox.launch import launch_zygote
from nncheck.sandbox.session import Sandbox

FOLDER = Path(__file__).parent / "attacks"
LIMITS = Limits(
    call_wall_seconds=2.0,
    call_cpu_seconds=0.5,
    exercise_wall_seconds=6.0,
    memory_mib=128,
    output_bytes=1 << 18,
)
HEADER = re.compile(
    r"# (?P<id>[A-D]\d\d?): (?P<aim>.+)\n# Without layers: (?P<bare>succeeds|may succeed|fails)\n"
    r"(?:# Goal: (?P<goal>full marks)\n)?"
)
ROOT = os.geteuid() == 0
PATIENCE = 200  # twentieths of a second for an answer, which a busy machine may take
SUBREAPER = 36  # prctl's PR_SET_CHILD_SUBREAPER

# Layers by configuration: those that just earn the level, and all. A grader that runs as root has no level
# "basic": limits do not bind root, and a worker that is not root is at "medium".
_LIMITS = ("memory", "rlimits")
_MEDIUM = ("unprivileged", "private", "capabilities") if ROOT else ("private", "no_new_privs", "landlock")
_STRONG = ("unprivileged",) * ROOT + ("private", "no_new_privs", "seccomp")
CONFIGURATIONS: dict[str, tuple[str, ...] | None] = {
    "none": (),
    **({} if ROOT else {"basic": _LIMITS}),
    "medium": (*_MEDIUM, *_LIMITS),
    "strong": (*_STRONG, *_LIMITS),
    "strong, all layers": None,
}


@dataclass(frozen=True)
class Attack:
    """One file of the suite."""

    path: Path
    id: str  # of its class: "A2"
    aim: str
    bare: str  # what comes of it without layers: "succeeds", "fails", or what the machine decides
    full_marks: bool = False

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @cached_property
    def source(self) -> str:
        return self.path.read_text("utf-8")


def attacks(kind: str) -> list[Attack]:
    """All files of one kind, in the order of their classes."""
    found = [read_attack(path) for path in sorted((FOLDER / kind).glob("*.py"))]
    return sorted(found, key=lambda attack: (attack.id[0], int(attack.id[1:]), attack.path.name))


def classes() -> dict[str, str]:
    """What each class of attacks is about, by its name."""
    return tomllib.loads((FOLDER / "classes.toml").read_text("utf-8"))


def read_attack(path: Path) -> Attack:
    """What the first lines of a file say of it."""
    header = HEADER.match(path.read_text("utf-8"))
    assert header, f"{path} does not begin with '# A1: what it attempts' and '# Without layers: ...'"
    return Attack(path, header["id"], header["aim"], header["bare"], header["goal"] is not None)


# --- what an attack on the host may reach ---------------------------------------------------------

VICTIM = """
import ctypes, os, sys
secret = ctypes.create_string_buffer(sys.stdin.readline().strip().encode())
descriptor = os.memfd_create("secret")
os.write(descriptor, secret.value)
print(ctypes.addressof(secret), descriptor, flush=True)
for question in sys.stdin:
    print(question.strip(), secret.value.decode(), flush=True)
"""


class Surroundings:
    """A victim process that stands for a careless grader, canary files, and listeners. All are expendable."""

    def __init__(self, folder: Path):
        self.token = secrets.token_hex(16)
        self.folder = folder
        folder.mkdir()
        folder.chmod(0o777)  # whatever holds an attack back, file permissions do not
        self._secret_file = folder / "solution.txt"
        self._secret_file.write_text(self.token)
        self._canary = folder / "gradebook.txt"
        self._listeners = [self._listen(*kind) for kind in self._kinds()]
        self._start()

    def _kinds(self) -> Iterator[tuple[int, int, Any]]:
        local = ("127.0.0.1", 0)
        yield socket.AF_INET, socket.SOCK_STREAM, local
        yield socket.AF_INET, socket.SOCK_DGRAM, local
        yield socket.AF_UNIX, socket.SOCK_STREAM, str(self.folder / "socket")
        yield socket.AF_UNIX, socket.SOCK_STREAM, f"\0nncheck-{self.token[:8]}"

    def _listen(self, family: int, kind: int, address: Any) -> socket.socket:
        listener = socket.socket(family, kind)
        listener.bind(address)
        if isinstance(address, str) and not address.startswith("\0"):
            os.chmod(address, 0o777)
        if kind == socket.SOCK_STREAM:
            listener.listen()
        listener.setblocking(False)
        return listener

    def _heard(self) -> int:
        """How many messages and connections the kernel has kept for the listeners."""
        heard = 0
        for listener in self._listeners:
            with suppress(BlockingIOError):
                while listener.recv(1) if listener.type == socket.SOCK_DGRAM else listener.accept():
                    heard += 1
        return heard

    def _start(self) -> None:
        """A fresh victim and fresh canaries."""
        self._canary.write_text("untouched")
        self._canary.chmod(0o666)
        self._victim = subprocess.Popen(
            [sys.executable, "-c", VICTIM, f"--password={self.token}"],
            env={"GITHUB_TOKEN": self.token, "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # so that a signal to its group meets nobody else
        )
        assert self._victim.stdin is not None
        assert self._victim.stdout is not None
        self._victim.stdin.write(self.token + "\n")
        self._victim.stdin.flush()
        address, descriptor = map(int, self._victim.stdout.readline().split())
        self._heard()
        tcp, udp, _, abstract = (listener.getsockname() for listener in self._listeners)
        self.facts = {
            "secret_file": str(self._secret_file),
            "canary": str(self._canary),
            "folder": str(self.folder),
            "victim": self._victim.pid,
            "secret_address": address,  # of 32 bytes in the victim's memory
            "secret_descriptor": descriptor,  # open in the victim
            "tcp_port": tcp[1],
            "udp_port": udp[1],
            "unix_socket": str(self.folder / "socket"),
            "abstract_socket": abstract.decode(),  # starts with NUL
        }
        self._usual = self._state()

    def _state(self) -> dict[str, Any]:
        """All that an attack could have changed."""
        process = Path(f"/proc/{self._victim.pid}")
        try:
            state = process.joinpath("stat").read_text().rpartition(")")[2].split()
            files = {each.name: (each.lstat().st_mode, each.lstat().st_uid) for each in self.folder.iterdir()}
            status = self._canary.lstat()
            return {
                "the victim's state": state[0] in "TtZX",
                "the victim's priority": (state[15:17], state[37:39], os.sched_getaffinity(self._victim.pid)),
                "the victim's limits": [(process / name).read_text() for name in ("limits", "oom_score_adj")],
                "the victim's answer": self._answer(),
                "the folder": sorted(files.items()),
                "the canary": (self._canary.read_text(), status.st_mtime_ns, status.st_nlink),
            }
        except OSError as error:
            return {"the victim or the canary": str(error)}

    def _answer(self) -> str:
        """What the victim says when it is asked; whatever it was sent before has had its effect by then."""
        assert self._victim.stdin is not None
        assert self._victim.stdout is not None
        question = secrets.token_hex(4)
        self._victim.stdin.write(question + "\n")
        self._victim.stdin.flush()
        for _ in range(PATIENCE):
            if select.select([self._victim.stdout], [], [], 0.05)[0]:
                return self._victim.stdout.readline().replace(question, "the secret is")
            if Path(f"/proc/{self._victim.pid}/stat").read_text().rpartition(")")[2].split()[0] in "Tt":
                return "it is stopped"
        return "it is silent"

    def traces(self) -> list[str]:
        """What an attack has changed, each in a few words."""
        now = self._state()
        found = [name for name in now if now[name] != self._usual.get(name)]
        return found + (["a message to a listener"] if self._heard() else [])

    def restore(self) -> None:
        """Fresh ones, after a success."""
        self._victim.kill()
        self._victim.communicate()
        for path in self.folder.iterdir():
            if path not in (self._secret_file, self.folder / "socket"):
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        self._secret_file.write_text(self.token)
        self._start()

    def close(self) -> None:
        """End everything."""
        self._victim.kill()
        self._victim.communicate()
        for listener in self._listeners:
            listener.close()

    @property
    def process(self) -> int:
        return self._victim.pid


# --- running one attack ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Attempt:
    """What came of an attack."""

    success: str  # how it shows; "" for none
    aftermath: tuple[str, ...] = ()  # what was not as before, whether or not that was the aim


class Arena:
    """One configuration's sandbox among surroundings; attacks are run in it one after the other."""

    def __init__(self, configuration: str, folder: Path):
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)  # orphans become our children, and can be counted
        self.configuration = configuration
        self.layers = CONFIGURATIONS[configuration]
        self.surroundings = Surroundings(folder)
        os.environ["COURSE_TOKEN"] = self.surroundings.token  # which no child of ours shall have
        self.sandbox = Sandbox(LIMITS, layers=self.layers)
        self._open_sandbox()

    def _open_sandbox(self) -> None:
        assert self.honest(), "the honest control fails: nothing that this configuration shows would count"
        self._known = descendants(os.getpid())

    def honest(self) -> bool:
        """Whether a right submission gets its right answer."""
        with self.sandbox.open(submission("def double(x):\n    return 2 * x\n")) as worker:
            (outcome,) = worker.calls([Call(function="double", arguments=(21.0,))])
        return outcome.value == 42.0

    def attempt(self, attack: Attack) -> Attempt:
        """Run an attack on the host, see what it did, and put everything back in order."""
        with self.sandbox.open(submission(attack.source)) as worker:
            (outcome,) = worker.calls([Call(function="attack", arguments=(self.surroundings.facts,))])
        return self._looked_over(self._told(outcome))

    def _told(self, outcome: Outcome) -> str:
        if outcome.value is True:
            return "says so"
        token = self.surroundings.token
        told = outcome.value if isinstance(outcome.value, str) else f"{outcome.error} {outcome.message}"
        return "knows the secret" if token in told else ""

    def _looked_over(self, told: str) -> Attempt:
        traces = self.surroundings.traces()
        left = descendants(os.getpid()) - self._known
        aftermath = traces + ([f"{len(left)} processes left"] if left else [])
        try:
            fine = self.honest() and not (descendants(os.getpid()) - self._known - left)
        except Exception as error:  # noqa: BLE001  whatever it is, it is the attack's doing
            fine, aftermath = False, [*aftermath, f"the sandbox fails: {error}"]
        if not fine and not any("sandbox fails" in each for each in aftermath):
            aftermath.append("the zygote had to be started again")
        if aftermath:
            self._restore(left)
        return Attempt(told or "; ".join(aftermath), tuple(aftermath))

    def _restore(self, left: set[int]) -> None:
        for process in left:
            with suppress(OSError):  # it is gone, or is no child of ours
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
        self.surroundings.restore()
        self.sandbox.close()
        self.sandbox = Sandbox(LIMITS, layers=self.layers)
        self._open_sandbox()

    def close(self) -> None:
        """End everything."""
        self.sandbox.close()
        self.surroundings.close()
        os.environ.pop("COURSE_TOKEN", None)


def submission(source: str) -> Submission:
    """A submission of one file."""
    return Submission(name="attack.py", sha256="", cells=(Cell(name="attack.py", source=source),))


def descendants(process: int) -> set[int]:
    """The processes below one, zombies included."""
    found: set[int] = set()
    for task in Path(f"/proc/{process}/task").iterdir():
        try:
            children = {int(word) for word in (task / "children").read_text().split()}
        except OSError:  # the thread has ended
            continue
        found |= children.union(*map(descendants, children)) if children else set()
    return found


@contextmanager
def grader_in(configuration: str, store: Store) -> Iterator[Grader]:
    """A grader whose workers wear the layers of a configuration only."""
    seconds = math.ceil(LIMITS.exercise_wall_seconds)
    zygote = launch_zygote(False, LIMITS.memory_mib, seconds, CONFIGURATIONS[configuration])
    settings = Settings(limits=LIMITS, level="none")
    with Grader(EXERCISES, settings, store=store, zygote=zygote) as grader:
        yield grader


def forged(attack: Attack, result: SubmissionResult) -> str:
    """How a wrong submission has got what it wanted; "" when it has not."""
    checks = [check for exercise in result.exercises for each in exercise.functions for check in each.checks]
    if attack.full_marks:
        return "full marks" if result.max_score and result.score == result.max_score else ""
    passed = [check for check in checks if check.check == "values" and check.status == Status.PASSED]
    return "its wrong values pass" if passed else ""


def handed_in(attack: Attack, folder: Path) -> tuple[subprocess.CompletedProcess[str], bool]:
    """What `nncheck grade` makes of a hostile folder, and whether anything in it was executed."""
    handed_in, marker = folder / "handed-in", folder / "executed"
    handed_in.mkdir(parents=True)
    planted: dict[str, Any] = {}
    exec(compile(attack.source, attack.path, "exec"), planted)
    paths = planted["plant"](handed_in, marker)
    command = [*planted.get("COMMAND", [sys.executable, "-P", "-m", "nncheck"]), "grade", *map(str, paths)]
    environment = os.environ | planted.get("ENVIRONMENT", {})
    done = subprocess.run(
        command, cwd=handed_in, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    return done, marker.exists()


class Peak:
    """The most memory, in MiB, that this process comes to hold from here on, beyond what it holds now."""

    def __init__(self) -> None:
        with suppress(PermissionError):  # a private process of an ordinary user may not: then ever since
            Path("/proc/self/clear_refs").write_text("5")
        self._before = self._highest()

    @property
    def grown(self) -> float:
        return self._highest() - self._before

    def _highest(self) -> float:
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024


WITH_GRADER = """
import sys
import numpy as np
from nncheck.pipeline import Grader

freed = [np.frombuffer(b"nncheck.reference" * 2**size, "u1").copy() for size in range(3, 15)]
del freed
attempted = {"__name__": "submission"}
exec(sys.argv[1], attempted)
sys.exit(attempted["attack"]({}) is not True)
"""


def finds_the_grader(attack: Attack) -> bool:
    """Whether a search of a worker's memory succeeds in a process that has the grader's modules."""
    return subprocess.run([sys.executable, "-c", WITH_GRADER, attack.source], timeout=60).returncode == 0

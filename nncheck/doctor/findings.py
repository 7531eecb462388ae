"""What a look at the machine comes to, as records."""

from enum import StrEnum

from nncheck.records import Isolation, Record


class Verdict(StrEnum):
    """What came of an attack."""

    BLOCKED = "blocked"
    SUCCEEDED = "succeeded"
    UNTOLD = "not telling here"  # it fails without layers too, so that its failure shows nothing
    SKIPPED = "skipped"


class Barrier(Record, frozen=True, kw_only=True):
    """A layer of isolation, as it was found."""

    name: str
    protects: str  # what it does, in a few words
    vital: bool  # whether the level strong takes it
    objection: str | None  # why it does not hold; None where it does


class Trial(Record, frozen=True, kw_only=True):
    """An attack, with all layers and, as the proof that it is able to succeed, without any."""

    canary: str
    aim: str
    promised: bool  # whether the level found here promises that it is blocked
    verdict: Verdict
    answer: str = ""  # how the attack ended
    reason: str = ""  # why it is not telling, or was skipped


class Honest(Record, frozen=True, kw_only=True):
    """Why an honest submission fails before and after the attacks; None where it passes."""

    before: str | None
    after: str | None


class Machine(Record, frozen=True, kw_only=True):
    """Where nncheck runs, and what isolation can be made of there."""

    platform: str  # as sys.platform
    system: str  # "Linux 6.8.0 x86_64"
    distribution: str = ""  # "Ubuntu 24.04"
    root: bool = False
    container: str = ""  # "Docker", or another name; "" outside of one
    places: tuple[str, ...] = ()  # of PLACES below
    seccomp: str | None = None  # why the kernel offers no system call filters; None where it does
    landlock_abi: int = 0  # 0 where there is none, and `landlock` says why
    landlock: str | None = None
    user_namespaces: str | None = None  # the setting that keeps users from making them
    yama: int = 0  # kernel.yama.ptrace_scope

    def is_in(self, place: str) -> bool:
        """Whether it is one of the places whose customs are known."""
        return place in self.places


GITHUB, GRADESCOPE, GVISOR, WSL1, WSL2 = PLACES = (
    *("GitHub Actions", "Gradescope", "gVisor", "WSL 1", "WSL 2"),
)


class Libraries(Record, frozen=True, kw_only=True):
    """What is installed, and what it can compute on."""

    versions: dict[str, str | None]  # of packages; None where one is not installed
    interpreter: str
    cache: str  # the folder
    cache_writable: bool
    devices: dict[str, str]  # device -> why it is not used, "" where it is
    torch: tuple[str, ...] = ()  # what torch says of itself, where it was asked
    torch_problem: str | None = None  # why a torch submission could not be graded, where that was tried


class Advice(Record, frozen=True, kw_only=True):
    """Something to do on this machine."""

    why: str
    command: str  # one a line
    needed: bool = True  # else it is a second fence, or a convenience


class Diagnosis(Record, frozen=True, kw_only=True):
    """All that was found."""

    isolation: Isolation
    barriers: tuple[Barrier, ...]
    honest: Honest
    trials: tuple[Trial, ...]
    machine: Machine
    libraries: Libraries
    advice: tuple[Advice, ...]
    problems: tuple[str, ...]  # each makes the exit code 3

"""The attacks that the doctor tries. The programs are files of hostile/, read as text and never imported."""

from pathlib import Path

from nncheck.records import Record

FOLDER = Path(__file__).with_name("hostile")


class Canary(Record, frozen=True, kw_only=True):
    """A program that does what student code must not do."""

    name: str
    aim: str
    program: str  # a file of FOLDER
    needs: tuple[str, ...] = ()  # which facts of the targets it is told
    held_from: str  # the lowest level at which it is promised to fail

    @property
    def source(self) -> str:
        """The program."""
        return (FOLDER / f"{self.program}.py").read_text("utf-8")


def canary(name: str, aim: str, *needs: str, held_from: str, program: str = "") -> Canary:
    """One row of the table below; most programs are named as their canary."""
    return Canary(name=name, aim=aim, program=program or name, needs=needs, held_from=held_from)


# The level basic promises that files and processes are out of reach, the level strong all the rest.
CANARIES = (
    canary("read_file", "reads a file", "secret_file", held_from="basic"),
    canary(
        "read_answers", "reads the reference answers", "answers_file", held_from="basic", program="read_file"
    ),
    canary(
        "read_environment",
        "reads another process's environment",
        "victim_environment",
        held_from="basic",
        program="read_file",
    ),
    canary("read_memory", "reads another process's memory", "victim", "address", held_from="strong"),
    canary("write_file", "writes a file", "gradebook", held_from="basic"),
    canary("connect", "opens a network connection", "port", held_from="strong"),
    canary("start_process", "starts a process", held_from="basic"),
    canary("kill_process", "kills another process", "victim", held_from="strong"),
    canary("limit_process", "lowers another process's limits", "victim", held_from="strong"),
    canary("share_memory", "shares memory beyond its limit", "bytes", held_from="strong"),
    canary("raise_limits", "undoes its own limits", held_from="basic"),
)

"""Notes -> findings on what they print, a line about their programs, and a corrected copy."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from nncheck.cli.failing import printable
from nncheck.cli.output import write
from nncheck.errors import UsageError
from nncheck.records import Limits
from nncheck.sandbox.session import Sandbox
from nncheck.verify.claim import Claim
from nncheck.verify.findings import Finding
from nncheck.verify.notes.check import Checked, check_notes
from nncheck.verify.notes.running import LIMITS

Judge = Callable[[Sequence[Claim]], Sequence[Finding]]


@dataclass
class NotesChecker:
    """Checks one file of notes after the other, as the options say."""

    level: str = "basic"
    seconds: float | None = None  # of processor time for one program
    fix: bool = False
    copy: Path | None = None  # where the corrected notes go; beside them for None
    remarks: list[str] = field(default_factory=list)  # a line for each file
    _sandboxes: dict[bool, Sandbox] = field(default_factory=dict)

    def close(self) -> None:
        """End its processes."""
        for sandbox in self._sandboxes.values():
            sandbox.close()

    def check(self, path: Path, judge: Judge) -> list[Finding]:
        """The findings on one file."""
        checked = check_notes(path, judge, self.level, limits(self.seconds), self._sandboxes)
        self.remarks.append(remark(checked))
        if self.fix:
            self._write(path, checked)
        return list(checked.findings)

    def _write(self, path: Path, checked: Checked) -> None:
        if not checked.corrections:
            self.remarks.append(f"{path}: nothing to correct")
            return
        copy = self.copy or path.with_name(f"{path.stem}.fixed{path.suffix}")
        if copy.exists() and copy.samefile(path):
            raise UsageError(f"--output {copy} is the file itself; name another one")
        write(copy, checked.fixed)
        count = checked.corrections
        self.remarks.append(f"{path}: {count} number{'s' * (count > 1)} corrected in {copy}")


def limits(seconds: float | None) -> Limits:
    """The usual limits, but for the time of one program."""
    if seconds is None:
        return LIMITS
    wall = 3 * seconds
    whole = math.ceil(max(LIMITS.exercise_wall_seconds, 3 * wall))
    return msgspec.structs.replace(
        LIMITS, call_cpu_seconds=seconds, call_wall_seconds=wall, exercise_wall_seconds=whole
    )


def remark(checked: Checked) -> str:
    """How many programs there are and what became of them, and of the numbers printed for them."""
    programs = checked.programs
    unreadable = sum(not each.readable for each in programs)
    stopped = sum(each.readable and not each.whole for each in programs)
    whole = len(programs) - unreadable - stopped
    states = ((whole, "run"), (stopped, "not run to the end"), (unreadable, "unreadable"))
    parts = ", ".join(f"{count} {what}" for count, what in states if count)
    numbers, compared = (sum(getattr(each, name) for each in programs) for name in ("printed", "checked"))
    count = f"{len(programs)} program{'s' * (len(programs) != 1)}{parts and f' ({parts})'}"
    printed = f"{numbers} printed number{'s' * (numbers != 1)}"
    return f"{printable(checked.name)}: {count}, {printed}, {compared} compared"

"""Submissions and calls -> outcomes, from a process that student code cannot leave.

A Sandbox owns one zygote; each Worker is forked from it for one submission, and killed afterwards.
"""

import math
import sys
from collections.abc import Sequence
from functools import cached_property
from types import TracebackType
from typing import Self

from nncheck.records import Isolation, Limits, Submission
from nncheck.sandbox.allowance import Allowance
from nncheck.sandbox.forks import Fresh, Process, ZygoteClient, ZygoteGone, examined
from nncheck.sandbox.launch import Launched, launch_examiner, launch_worker, launch_zygote
from nncheck.sandbox.modules import wanted
from nncheck.sandbox.work import NotStarted, Worker

if sys.platform == "linux":
    from nncheck.sandbox import prctl

NO_LIMITS = {"limits": "Python's standard library has none for this system"}
CAN_FORK = sys.platform == "linux"


def make_grader_private() -> None:
    """Keep processes of the same user, such as a worker, from reading this one's memory."""
    if sys.platform == "linux":
        prctl.become_private()


class Sandbox:
    """Opens workers that compute on the CPU.

    `fresh_process` starts each one afresh, where there is no way to fork them.

    `launched` is a zygote that has been started before, with the same limits and the same `torch`. Only
    `layers` are put on where they are named: fewer of them are of use for comparison alone.
    """

    device = "cpu"  # where its workers compute

    def __init__(
        self,
        limits: Limits,
        torch: bool = False,
        fresh_process: bool = not CAN_FORK,
        launched: Launched | None = None,
        layers: Sequence[str] | None = None,
    ):
        self._limits = limits
        self._torch = torch
        self._layers = layers
        self._zygote = None if fresh_process else ZygoteClient(launched or self._launch())

    def _launch(self) -> Launched:
        return launch_zygote(self._torch, *self._figures, self._layers)

    @property
    def _figures(self) -> tuple[int, int]:
        return self._limits.memory_mib, math.ceil(self._limits.exercise_wall_seconds)

    @property
    def isolation(self) -> Isolation:
        """Which layers hold a worker, from trying them. Waits for the zygote to start."""
        return self._examined if self._zygote is None else self._zygote.isolation

    @cached_property
    def _examined(self) -> Isolation:
        found = examined(launch_examiner(*self._figures))
        return (
            found if found.active or found.missing else Isolation(level="none", active=(), missing=NO_LIMITS)
        )

    def open(
        self,
        submission: Submission,
        allowed_modules: Sequence[str] = (),
        until: int | None = None,
        allowance: Allowance | None = None,
    ) -> "Worker":
        """A worker that has run the submission's top level, or its first `until` statements.

        `allowed_modules` may be imported beside the usual ones. Workers whose answers are held together
        share one `allowance`.
        """
        held = allowance or Allowance()
        try:
            return self._opened(submission, allowed_modules, until, held)
        except NotStarted:  # its zygote was being killed just then
            if self._zygote is None:
                raise
            self._renew()
            return self._opened(submission, allowed_modules, until, held)

    def _opened(
        self,
        submission: Submission,
        allowed_modules: Sequence[str],
        until: int | None,
        allowance: Allowance,
    ) -> "Worker":
        source = "\n".join(cell.source for cell in submission.cells)
        process = self._process(wanted(source, self._torch, allowed_modules))
        try:
            layers = self.isolation.active
            return Worker(
                process,
                submission,
                self._limits,
                layers,
                self._torch,
                self.device,
                allowed_modules,
                until,
                allowance,
            )
        except BaseException:
            process.close()
            raise

    def _process(self, modules: list[str]) -> Process:
        if self._zygote is None:
            return Fresh(launch_worker(self._torch, *self._figures, modules))
        try:
            return self._zygote.fork(modules)
        except ZygoteGone:
            return self._renew().fork(modules)

    def _renew(self) -> ZygoteClient:
        """Another zygote in place of one that is no good any more."""
        self.close()
        self._zygote = ZygoteClient(self._launch())
        return self._zygote

    def close(self) -> None:
        """End the zygote, and with it all workers."""
        if self._zygote is not None:
            self._zygote.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

"""Workers that compute on a GPU: each is a process started afresh, held by layers that the driver stands."""

from functools import cached_property
from typing import Any

from nncheck.errors import GraderError
from nncheck.records import Isolation, Limits
from nncheck.sandbox.forks import Fresh, Process, isolation, told
from nncheck.sandbox.launch import launch_on_device
from nncheck.sandbox.levels import LEVELS
from nncheck.sandbox.session import CAN_FORK, Sandbox

HOLDING = "gpu_filter"  # without it student code would reach files and the network


class DeviceSandbox(Sandbox):
    """Opens workers on a device; "cpu" does the same without a GPU."""

    def __init__(self, limits: Limits, device: str):
        super().__init__(limits, torch=True, fresh_process=True)
        self.device = device

    def unusable(self, level: str) -> str:
        """Why no submission can be run there with at least this level of isolation; "" where it can."""
        if not CAN_FORK:
            return "nothing holds a process that computes on a GPU on this system"
        try:
            found = self.isolation
        except GraderError as error:
            return str(error)
        if self._found["device"]:
            return f"{self.device}: {self._found['device']}"
        if HOLDING not in found.active:
            return f"nothing holds a process that computes on {self.device}: {found.missing[HOLDING]}"
        if LEVELS.index(found.level) < LEVELS.index(level):
            return f"a process that computes on {self.device} is held at level {found.level}, not {level}"
        return ""

    @property
    def isolation(self) -> Isolation:
        """Which layers hold a worker, from trying them; starts a process the first time."""
        return isolation(self._found["layers"])

    @cached_property
    def _found(self) -> dict[str, Any]:
        return told(launch_on_device("examine", self.device, *self._figures))

    def _process(self, modules: list[str]) -> Process:
        return Fresh(launch_on_device("serve", self.device, *self._figures, modules))

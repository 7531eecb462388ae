"""What a submission is found to do on another device than the CPU: its own answers there, or torch's.

A function written for torch is called with tensors on the device, by a process of its own. One written for
numpy stays where it is: its answers are compared with those that torch gives there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Self

from nncheck.cases.bundle import Bundle
from nncheck.cases.on_device import DeviceProvider
from nncheck.errors import GraderError
from nncheck.interview import Interview
from nncheck.judge import contract, reference
from nncheck.judge.evidence import Answered, Broken
from nncheck.judge.plan import Check, on_device, stays_on_device
from nncheck.records import Call, Isolation, Limits, Submission
from nncheck.sandbox.on_device import DeviceSandbox
from nncheck.spec.exercise import Exercise, Function

GPU = "cuda"
Backends = Mapping[str, tuple[str, str]]
_CONTEXT_LOST = "CUDA error"  # every later call of that process fails, whatever it is


class Elsewhere:
    """A submission's functions of one exercise on one device; `unusable`: why they cannot be called there."""

    def __init__(
        self,
        device: str,
        bundles: Mapping[str, Bundle],
        backends: Backends,
        interview: Interview | None,
        unusable: str = "",
    ):
        self._device, self._bundles, self._backends = device, bundles, backends
        self._interview, self._unusable = interview, unusable
        self._given: dict[str, list[Answered]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._interview is not None:
            self._interview.__exit__(*exception)

    def checks(self, function: Function) -> Iterator[Check]:
        """What is checked beyond the plan of every function: only of those that are called on the device."""
        if self._is_called(function.name) and not self.missing(function.name):
            if function.torch is None:
                yield on_device(GPU)
            yield stays_on_device(GPU)

    def missing(self, name: str) -> str:
        """What it takes to judge a function on the device and is not there; "" for nothing."""
        if self._unusable and (self._is_called(name) or name not in self._bundles):
            return self._unusable
        if self._is_called(name) and self._cases(name).cases:
            return ""
        known = any(case.torch is not None for case in self._cases(name).cases)
        return "" if known else "no fixed cases that torch has answers to"

    def broken(self, check: Check, name: str, here: Sequence[Answered]) -> Broken | None:
        """The broken promise of a check, if it is; `here` are the function's answers on the CPU."""
        if not self._is_called(name):
            return reference.agrees_with_torch_on(here, self._cases(name).cases)
        if check.name == "device":
            there = contract.keeps_device(self.answers(name), self._device)
            return there or contract.keeps_device(here, "cpu")
        return reference.agrees(self.answers(name))

    def answers(self, name: str) -> list[Answered]:
        """What a function answers on the device to its fixed cases."""
        if name not in self._given:
            self._given[name] = self._asked(name)
        return self._given[name]

    def _asked(self, name: str) -> list[Answered]:
        cases = self._cases(name).cases
        if self._interview is None or not self._is_called(name):
            return []
        self._interview.backends[name] = ("torch", self._device)
        outcomes = self._interview.calls(
            name, [Call(function=name, arguments=case.arguments) for case in cases]
        )
        if any(_CONTEXT_LOST in outcome.message for outcome in outcomes):
            self._interview.start_afresh()  # for the other functions, which are not to blame
        return [Answered(case=case, outcome=outcome) for case, outcome in zip(cases, outcomes, strict=True)]

    def _is_called(self, name: str) -> bool:
        return on_torch(self._backends, name)

    def _cases(self, name: str) -> Bundle:
        return self._bundles.get(name, Bundle(cases=()))


class Device:
    """A device beside the CPU, as a grader has it; nothing is started before it is needed."""

    def __init__(self, name: str, limits: Limits, level: str):
        self._name, self._limits, self._level = name, limits, level
        self._cases = DeviceProvider(name)
        self._sandbox = DeviceSandbox(limits, name)
        self._used = False

    @property
    def isolation(self) -> Isolation | None:
        """What holds the processes on the device; None where no submission has been run there."""
        return self._sandbox.isolation if self._used else None

    def open(
        self, submission: Submission, exercise: Exercise, bundles: Mapping[str, Bundle], here: Interview
    ) -> Elsewhere:
        """The functions of the bundles on the device. What fails there is a reason, and costs no points."""
        try:
            prepared = self._cases.bundles(exercise, bundles)
            there, unusable = self._interviewed(submission, exercise, bundles, here)
        except GraderError as error:
            return Elsewhere(self._name, {}, here.backends, None, str(error))
        return Elsewhere(self._name, prepared, here.backends, there, unusable)

    def _interviewed(
        self, submission: Submission, exercise: Exercise, bundles: Mapping[str, Bundle], here: Interview
    ) -> tuple[Interview | None, str]:
        """The submission in a process on the device, where it is needed; else why there can be none."""
        if not any(on_torch(here.backends, name) for name in bundles):
            return None, ""
        unusable = self._sandbox.unusable(self._level)
        if unusable:
            return None, unusable
        there = Interview(self._sandbox, submission, exercise.allowed_modules, self._limits)
        there.steps.update(here.steps)
        self._used = True
        return there, ""


def on_torch(backends: Backends, name: str) -> bool:
    """Whether a function has been found to be written for torch."""
    return backends.get(name, ("numpy", "cpu"))[0] == "torch"

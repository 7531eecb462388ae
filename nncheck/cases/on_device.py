"""Bundles -> their fixed cases on another device: its tolerances, and what torch answers there.

Answers of a GPU depend on the machine, so that they are kept for one process only.
"""

from collections.abc import Mapping

from nncheck.cases.bundle import Bundle, Case, DeviceRequest, decode, encode
from nncheck.cases.provide import asked
from nncheck.errors import GraderError
from nncheck.spec.exercise import Exercise

_GROUPS = ("values", "values_float32", "worked")


class DeviceProvider:
    """Cases for one device, each prepared once, by a process that loads torch and leaves no trace in ours."""

    def __init__(self, device: str):
        self.device = device
        self._known: dict[tuple[str, str], Bundle] = {}

    def bundles(self, exercise: Exercise, bundles: Mapping[str, Bundle]) -> dict[str, Bundle]:
        """By function: the fixed cases of its bundle. Raises GraderError where the device cannot be used."""
        missing = {
            name: encode(Bundle(cases=fixed(bundle)))
            for name, bundle in bundles.items()
            if (exercise.name, name) not in self._known
        }
        if missing:
            path = str(exercise.source.absolute())
            reply = asked(
                "device_process", exercise, DeviceRequest(exercise=path, bundles=missing, device=self.device)
            )
            if reply.error:
                raise GraderError(reply.error)
            self._known |= {(exercise.name, name): decode(each) for name, each in reply.bundles.items()}
        return {name: self._known[exercise.name, name] for name in bundles}


def fixed(bundle: Bundle) -> tuple[Case, ...]:
    """The cases of values that every seed shares."""
    return tuple(case for case in bundle.cases if case.group in _GROUPS and not case.name.startswith("drawn"))

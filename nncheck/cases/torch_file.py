"""Writes torch.json beside each exercise (needs torch): `python -m nncheck.cases.torch_file [NAME...]`."""

import sys
from typing import Any

from nncheck.cases.build import Builder
from nncheck.reference import torch_stored
from nncheck.reference.symbolic import limit
from nncheck.reference.torch_live import VERSION, torch_answer
from nncheck.spec.exercise import Exercise, Function
from nncheck.spec.load import load_exercises


def torch_outputs(exercise: Exercise) -> torch_stored.TorchOutputs:
    """torch's answers to every fixed case of an exercise."""
    outputs: dict[str, Any] = {}

    def answer(function: Function, case: str, arguments: tuple[Any, ...]) -> Any:
        found = torch_answer(function, arguments)
        if found is not None:
            outputs[torch_stored.key(function.name, case, arguments)] = found
        return found

    for function in exercise.functions.values():
        if function.torch is not None:
            Builder(exercise, function, 0, limit, answer).fixed()
    return torch_stored.TorchOutputs(VERSION, outputs)


def main(names: list[str]) -> None:
    """Write the files of the named exercises, or of all."""
    exercises = load_exercises()
    for name in names or list(exercises):
        torch_stored.write(exercises[name].source.parent, torch_outputs(exercises[name]))


if __name__ == "__main__":
    main(sys.argv[1:])

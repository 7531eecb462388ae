"""The process that prepares cases for a device: apart from the grader, which never loads torch nor CUDA."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from nncheck.cases.bundle import Bundle, DeviceRequest, Reply, decode, encode
from nncheck.reference.answer import Limit, Solver
from nncheck.reference.symbolic import limit
from nncheck.reference.torch_live import on_device, torch_answer
from nncheck.spec.exercise import Function
from nncheck.spec.load import load_exercise

TorchAnswer = Callable[[Function, tuple[Any, ...], str], Any]


def prepared(function: Function, bundle: Bundle, device: str, torch: TorchAnswer, limit: Limit) -> Bundle:
    """The cases with the tolerances of a program on the device, and with torch's answers there."""
    solver = Solver(function, limit, device)
    cases = []
    for case in bundle.cases:
        dtype = "float32" if case.group == "values_float32" else "float64"
        tolerance = solver.answer(case.arguments, dtype).tolerance
        answer = torch(function, case.arguments, device)
        cases.append(msgspec.structs.replace(case, tolerance=tolerance, torch=answer))
    return Bundle(cases=tuple(cases))


def main() -> None:
    """Answer one request from standard input on standard output."""
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=DeviceRequest)
    functions = load_exercise(Path(request.exercise)).functions
    try:
        on_device(request.device)
        found = {
            name: encode(prepared(functions[name], decode(each), request.device, torch_answer, limit))
            for name, each in request.bundles.items()
        }
        reply = Reply(bundles=found)
    except Exception as error:  # noqa: BLE001 - a device can fail in every way: its checks are then skipped
        lines = str(error).splitlines() or [""]
        reply = Reply(
            bundles={}, error=f"torch fails on {request.device}: {type(error).__name__}: {lines[0]}"
        )
    sys.stdout.buffer.write(msgspec.msgpack.encode(reply))

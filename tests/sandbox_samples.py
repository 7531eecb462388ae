"""What the tests of the sandbox share."""

from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import dedent

import numpy as np

from nncheck.records import Call, Cell, Limits, Loaded, Outcome, Submission
from nncheck.sandbox.session import Sandbox
from nncheck.sandbox.work import Worker

X = np.array([-1.0, 0.0, 2.0])
LIMITS = Limits(call_wall_seconds=3.0, call_cpu_seconds=1.0, memory_mib=256, output_bytes=1 << 18)


def submission(*sources: str) -> Submission:
    """A submission with these cells, "cell 1" and so on."""
    cells = tuple(Cell(name=f"cell {n}", source=dedent(source)) for n, source in enumerate(sources, start=1))
    return Submission(name="sample", sha256="", cells=cells)


@contextmanager
def opened(sandbox: Sandbox, *sources: str) -> Iterator[Worker]:
    """A worker that has loaded these cells."""
    with sandbox.open(submission(*sources)) as worker:
        yield worker


def loaded(sandbox: Sandbox, *sources: str) -> Loaded:
    """What loading these cells leaves behind."""
    with opened(sandbox, *sources) as worker:
        return worker.loaded


def called(sandbox: Sandbox, source: str, *functions: str, backend: str = "numpy") -> list[Outcome]:
    """What comes of calling these functions (f, unless named) with one array."""
    calls = [Call(function=name, arguments=(X.copy(),), backend=backend) for name in functions or ("f",)]
    with opened(sandbox, source) as worker:
        return worker.calls(calls)


def told(value: Loaded) -> list[tuple[str, int, str]]:
    """The problems as tuples."""
    return [(item.location.cell, item.location.line, item.message) for item in value.problems]

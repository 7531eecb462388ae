"""A submission's statements: each runs whatever has become of those before it."""

import ast
from collections.abc import Iterator

import pytest
from sandbox_samples import LIMITS, opened, told

from nncheck.records import Call
from nncheck.sandbox.program import parts
from nncheck.sandbox.session import Sandbox


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote for all tests here."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


REFUSED = [
    ("import os, numpy as np", ["os"]),
    ("import numpy as np, os", ["os"]),
    ("import matplotlib.pyplot as plt, numpy as np", ["matplotlib.pyplot"]),
    ("import os, math, subprocess, \\\n    numpy as np", ["os", "subprocess"]),
]


@pytest.mark.parametrize(("statement", "names"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_refused_module_takes_no_other_with_it(sandbox: Sandbox, statement: str, names: list[str]) -> None:
    """Of an import of several, each that may be had is there, and each other one is a problem of its own."""
    with opened(sandbox, f"'''One line.'''\n{statement}\ndef f(x):\n    return np.abs(x)\n") as worker:
        (outcome,) = worker.calls([Call(function="f", arguments=(-2.0,))])
    assert outcome.value == 2.0
    found = told(worker.loaded)
    assert [(cell, line) for cell, line, _ in found] == [("cell 1", 2)] * len(names)
    assert [message.split("'")[1] for _, _, message in found] == names


def test_in_a_block_the_first_that_fails_ends_it(sandbox: Sandbox) -> None:
    """As Python has it: what stands before the refused module is bound, what stands behind it is not."""
    source = """
        try:
            import math, os, json
        except ImportError:
            told = "math" in vars(), "json" in vars()
        def f(x):
            return told
    """
    with opened(sandbox, source) as worker:
        assert told(worker.loaded) == []
        assert worker.calls([Call(function="f", arguments=(1,))])[0].value == (True, False)


@pytest.mark.parametrize(
    "source", ["import numpy", "from os import path, sep", "x = 1", "if x: import os, math"]
)
def test_other_statements_stay_whole(source: str) -> None:
    """Only an import of several modules is more than one statement."""
    (statement,) = ast.parse(source).body
    assert [ast.dump(part) for part in parts(statement)] == [ast.dump(statement)]


def test_endless_lists_of_imports_are_answered(sandbox: Sandbox) -> None:
    """A hundred thousand names in one import are as many statements, and no more trouble than those are."""
    with opened(sandbox, f"import {', '.join(['sys'] * 100_000)}\nx = 1\n") as worker:
        assert told(worker.loaded) == []
        assert "x" in worker.loaded.defined

"""What comes of calls and of loading: every way in which student code can end, in a real process."""

import time
from collections.abc import Iterator

import numpy as np
import pytest
from sandbox_samples import LIMITS, X, called, loaded, opened, submission, told

from nncheck.errors import GraderError
from nncheck.records import Call, Limits, Location, Opaque, OutcomeKind
from nncheck.sandbox.session import Sandbox

RIGHT = "def right(x):\n    return x * 2\n"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote for all tests here."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


def test_honest_code(sandbox: Sandbox) -> None:
    """An honest function's value comes back in its own dtype, shape and bits."""
    with opened(sandbox, "import numpy as np\ndef f(x, k=1):\n    return np.exp(x) * k\n") as worker:
        first, second = worker.calls(
            [
                Call(function="f", arguments=(X,)),
                Call(function="f", arguments=(X.astype(np.float32),), keywords={"k": np.float32(2)}),
            ]
        )
    assert np.array_equal(first.value, np.exp(X))
    assert second.value.dtype == np.float32
    assert second.value.tolist() == (np.exp(X.astype(np.float32)) * 2).tolist()


ENDINGS = [
    ("x / 0 if False else 1 / 0", OutcomeKind.EXCEPTION, "division by zero"),
    ("__import__('sys').exit(3)", OutcomeKind.EXIT, "called sys.exit(3)"),
    ("exit()", OutcomeKind.EXIT, "called sys.exit()"),
    ("np.ones(1 << 29)", OutcomeKind.MEMORY, "Unable to allocate"),
    ("'a' * (1 << 32)", OutcomeKind.MEMORY, ""),
    ("f(x)", OutcomeKind.EXCEPTION, "maximum recursion depth"),
    ("open('/etc/passwd')", OutcomeKind.EXCEPTION, "files cannot be opened"),
    ("input()", OutcomeKind.EXCEPTION, "nobody is there to answer"),
    ("sys.modules['os'].open('/etc/passwd', 0)", OutcomeKind.EXCEPTION, "not permitted"),
    ("sys.modules['os'].fork()", OutcomeKind.EXCEPTION, "not permitted"),
    ("threading.Thread(target=print).start()", OutcomeKind.EXCEPTION, "can't start new thread"),
    ("silent()", OutcomeKind.EXCEPTION, "(an exception without a text)"),
    ("raising(KeyboardInterrupt('stop'))", OutcomeKind.EXCEPTION, "stop"),
    ("raising(ValueError(object()))", OutcomeKind.EXCEPTION, "<object object at 0x...>"),
    ("raising(ValueError('A' * 10**7))", OutcomeKind.EXCEPTION, "A" * 2000),
    ("raising(ValueError('\\ud800'))", OutcomeKind.EXCEPTION, "\\ud800"),
]
MEANS = """
import sys, threading
import numpy as np
class Silent(Exception):
    def __str__(self):
        raise RuntimeError("no text")
def silent():
    raise Silent
def raising(error):
    raise error
"""


@pytest.mark.parametrize(("expression", "kind", "message"), ENDINGS, ids=[row[0] for row in ENDINGS])
def test_endings_that_the_worker_survives(
    sandbox: Sandbox, expression: str, kind: OutcomeKind, message: str
) -> None:
    """Each is its own kind of outcome with its reason, and the next call is answered."""
    ended, after = called(sandbox, f"{MEANS}\n{RIGHT}\ndef f(x):\n    return {expression}\n", "f", "right")
    assert ended.kind == kind
    assert message in ended.message
    assert len(ended.message) <= 2000
    assert after.value.tolist() == (X * 2).tolist()


DEATHS = [
    ("sys.modules['os']._exit(0)", OutcomeKind.EXIT, "ended the process (exit status 0)"),
    ("sys.modules['os']._exit(5)", OutcomeKind.EXIT, "ended the process (exit status 5)"),
    ("sys.modules['ctypes'].string_at(0)", OutcomeKind.CRASH, "SIGSEGV"),
    ("sys.modules['os'].abort()", OutcomeKind.CRASH, "SIGABRT"),
    ("any(number for number in iter(int, 1))", OutcomeKind.TIMEOUT, "did not finish in time"),
    ("swallow()", OutcomeKind.TIMEOUT, "did not finish in time"),
    ("[print('A' * 9999) for _ in iter(int, 1)]", OutcomeKind.FLOOD, "printed more than"),
    ("write(b'verdict: passed!')", OutcomeKind.PROTOCOL, "sent something that is no answer"),
    ("write(frame(b'N'))", OutcomeKind.PROTOCOL, "sent something that is no answer"),
    ("write(frame(answer(9)))", OutcomeKind.PROTOCOL, "answer to another question"),
    ("write(frame(answer(1) + wire.dumps({'verdict': 'passed'})))", OutcomeKind.PROTOCOL, "no answer"),
    ("write(frame(answer(1)))", OutcomeKind.PROTOCOL, "sent"),
    ("write(b'\\xff\\xff\\xff\\xff')", OutcomeKind.PROTOCOL, "sent something that is no answer"),
    ("sys.modules['os'].close(3)", OutcomeKind.EXIT, "ended the process"),
    ("hang_up()", OutcomeKind.PROTOCOL, "closed its connection"),
]
WEAPONS = """
import sys
wire = sys.modules["sandboxed.wire"]
frame = wire.frame
calls = sys.modules["sandboxed.calls"]
def answer(number):
    return calls.REPLY.pack(number, calls.VALUE) + wire.dumps(1)
def write(data):
    for descriptor in range(3, 64):
        try:
            sys.modules["os"].write(descriptor, data)
        except OSError:
            pass
def swallow():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
def hang_up():
    sys.modules["os"].close(3)
    while True:
        pass
"""


@pytest.mark.parametrize(("expression", "kind", "message"), DEATHS, ids=[row[0] for row in DEATHS])
def test_endings_that_end_the_worker(
    sandbox: Sandbox, expression: str, kind: OutcomeKind, message: str
) -> None:
    """Each is its own kind of outcome, later calls are not run, and the next worker is as good as new."""
    source = f"{WEAPONS}\n{RIGHT}\ndef f(x):\n    return {expression}\n"
    before, ended, *after = called(sandbox, source, "right", "f", "right", "right")
    outcome = ended if ended.kind != OutcomeKind.VALUE else after[0]  # a forged answer is found out late
    assert (outcome.kind, before.kind) == (kind, OutcomeKind.VALUE)
    assert message in outcome.message
    assert after[-1].kind == OutcomeKind.UNRUN
    assert called(sandbox, RIGHT, "right")[0].kind == OutcomeKind.VALUE


def test_one_answer_too_many_is_found(sandbox: Sandbox) -> None:
    """A well-formed answer that was not asked for spoils the last one."""
    outcome, last = called(
        sandbox, f"{WEAPONS}\ndef f(x):\n    write(frame(answer(1)) * 2)\n    return 2.0\n", "f", "f"
    )
    assert last.kind in (OutcomeKind.PROTOCOL, OutcomeKind.UNRUN)
    assert OutcomeKind.PROTOCOL in (outcome.kind, last.kind)


def test_sleep_is_a_timeout() -> None:
    """A call that uses no processor time ends at the wall clock's limit."""
    limits = Limits(call_wall_seconds=0.3, call_cpu_seconds=5)
    with Sandbox(limits) as sandbox:
        sandbox.isolation  # noqa: B018  wait for the start
        began = time.monotonic()
        (outcome,) = called(sandbox, "import time\ndef f(x):\n    time.sleep(60)\n")
        assert outcome.kind == OutcomeKind.TIMEOUT
        assert 0.3 <= time.monotonic() - began < 3


def test_all_calls_together_are_bounded() -> None:
    """Calls that are each within their limit end when the exercise's time is used up."""
    limits = Limits(call_wall_seconds=0.4, exercise_wall_seconds=0.5)
    with Sandbox(limits) as sandbox:
        outcomes = called(sandbox, "import time\ndef f(x):\n    time.sleep(0.2)\n", *["f"] * 9)
    kinds = [outcome.kind for outcome in outcomes]
    assert kinds[0] == OutcomeKind.VALUE
    assert kinds[-1] == OutcomeKind.UNRUN
    timeout = outcomes[kinds.index(OutcomeKind.TIMEOUT)]
    assert timeout.message == "did not finish in time (limit: 0.5 s for all calls together)"


def test_the_time_of_the_caller_does_not_count() -> None:
    """A grader that thinks between two calls costs the student nothing."""
    limits = Limits(call_wall_seconds=0.2, exercise_wall_seconds=0.4)
    with Sandbox(limits) as sandbox, opened(sandbox, RIGHT) as worker:
        for _ in range(3):
            time.sleep(0.3)
            assert worker.calls([Call(function="right", arguments=(1.0,))])[0].value == 2.0


def test_missing_functions(sandbox: Sandbox) -> None:
    """A name that is not there, or cannot be called, is missing, with what it is instead."""
    absent, number = called(sandbox, "f = 3\n", "g", "f")
    assert (absent.kind, number.kind) == (OutcomeKind.MISSING, OutcomeKind.MISSING)
    assert number.message == "f is no function but of type int"


def test_any_callable_will_do(sandbox: Sandbox) -> None:
    """Lambdas, partial functions, methods and instances can be called."""
    source = """
        from functools import partial
        class Layer:
            def __call__(self, x): return 1.0
            def method(self, x): return 2.0
        a, b = Layer(), Layer().method
        c, d = lambda x: 3.0, partial(pow, 2)
    """
    with opened(sandbox, source) as worker:
        outcomes = worker.calls([Call(function=name, arguments=(4.0,)) for name in "abcd"])
    assert [outcome.value for outcome in outcomes] == [1.0, 2.0, 3.0, 16.0]


RETURNED = [
    ("np.matrix(x)", "numpy.matrix"),
    ("np.array([None])", "ndarray of dtype object"),
    ("x.view(Sub)", "submission.Sub"),
    ("(item for item in x)", "generator"),
    ("1 << 10**6", "int beyond 64 bits"),
    ("np.broadcast_to(1.0, (1 << 40,))", "numpy.ndarray with too many bytes"),
    ("dict.fromkeys(map(str, range(150_000)))", "dict with too many values"),
]


@pytest.mark.parametrize(("expression", "name"), RETURNED, ids=[row[0] for row in RETURNED])
def test_values_that_are_no_answer(sandbox: Sandbox, expression: str, name: str) -> None:
    """What is no plain value comes back as the name of its type."""
    source = f"import numpy as np\nclass Sub(np.ndarray): pass\ndef f(x):\n    return {expression}\n"
    (outcome,) = called(sandbox, source)
    assert outcome.value == Opaque(type_name=name)


def test_inputs_after_the_call(sandbox: Sandbox) -> None:
    """Arguments come back as the call left them, when asked for; the caller's own stay as they are."""
    mine = X.copy()
    with opened(sandbox, "def f(x):\n    x += 1\n    return 0\n") as worker:
        asked, unasked = worker.calls(
            [Call(function="f", arguments=(mine,), return_inputs=flag) for flag in (True, False)]
        )
    assert asked.inputs_after is not None
    assert asked.inputs_after[0].tolist() == (X + 1).tolist()
    assert unasked.inputs_after is None
    assert mine.tolist() == X.tolist()


def test_where_an_exception_comes_from(sandbox: Sandbox) -> None:
    """The location is the innermost line of the submission, not one of numpy's."""
    source = "import numpy as np\ndef g(x):\n    return np.linalg.inv(x)\n"
    with opened(sandbox, source, "\ndef f(x):\n    return g(x)\n") as worker:
        (outcome,) = worker.calls([Call(function="f", arguments=(np.zeros((2, 2)),))])
    assert (outcome.error, outcome.message) == ("LinAlgError", "Singular matrix")
    assert outcome.location == Location(cell="cell 1", line=3)


def test_random_numbers_are_the_same_for_every_call(sandbox: Sandbox) -> None:
    """Loading and each call start from the same seeds, in every worker."""
    source = """
        import random
        import numpy as np
        W = np.random.rand()
        def f(x):
            return W, np.random.rand(), random.random()
    """
    with opened(sandbox, source) as one, opened(sandbox, source) as other:
        calls = [Call(function="f", arguments=(1,))] * 2
        answers = [str(outcome.value) for worker in (one, other) for outcome in worker.calls(calls)]
    assert len(answers) == 4
    assert len(set(answers)) == 1


def test_warnings_are_no_errors(sandbox: Sandbox) -> None:
    """An overflow stays a value, even where the student turned warnings into errors."""
    source = """
        import warnings
        import numpy as np
        warnings.simplefilter("error")
        def f(x):
            return np.exp(x * 1e308)
    """
    (outcome,) = called(sandbox, source)
    assert outcome.kind == OutcomeKind.VALUE
    assert outcome.value[2] == np.inf


def test_a_patched_numpy_hurts_nobody_else(sandbox: Sandbox) -> None:
    """Values cross unharmed by what the student did to numpy and to the builtins."""
    source = """
        import builtins, json, struct
        import numpy as np
        def lie(*args, **kwargs):
            return True
        np.allclose = np.array_equal = np.asarray = np.array = np.frombuffer = np.ndarray = lie
        np.random.seed = struct.pack = json.dumps = lie
        builtins.abs = builtins.all = builtins.any = builtins.isinstance = lie
        def f(x):
            return x * 3
    """
    (outcome,) = called(sandbox, source)
    assert outcome.kind == OutcomeKind.VALUE, outcome
    assert outcome.value.tolist() == (X * 3).tolist()


def test_both_sides_may_have_much_to_say(sandbox: Sandbox) -> None:
    """Calls with large arguments and results, many at once, do not block each other."""
    large = np.ones(1 << 18)
    with opened(sandbox, RIGHT) as worker:
        outcomes = worker.calls([Call(function="right", arguments=(large,))] * 20)
    assert all(outcome.value.sum() == 2 * large.size for outcome in outcomes)


def test_loading_names_and_lines(sandbox: Sandbox) -> None:
    """Names that top-level code defines or assigns are told with their lines; imports are not."""
    source = """\
        import math as m
        from math import exp
        @property
        def f(x): return 1
        class A:
            inner = 1
        a, (b, *c) = 1, (2, 3)
        d: int = 1
        e: int
        if True:
            def g(): local = 1
        for i in range(2): h = [hidden for hidden in range(3)]
        print(walrus := 3)
        try: k = 1
        finally: pass
        f = lambda inside: inside
    """
    lines = {name: place.line for name, place in loaded(sandbox, source).defined.items()}
    assert lines == {
        **{"f": 16, "A": 5, "a": 7, "b": 7, "c": 7, "d": 8, "g": 11},
        **{"i": 12, "h": 12, "walrus": 13, "k": 14},
    }


def test_loading_goes_on_after_an_error(sandbox: Sandbox) -> None:
    """A statement that raises is named, and the later ones and the later cells still run."""
    found = loaded(sandbox, "a = 1\n\nb = nonsense\nc = 2\n", "def f(:\n", "def g(): pass\n1 / 0")
    assert told(found) == [
        ("cell 1", 3, "NameError: name 'nonsense' is not defined"),
        ("cell 2", 1, "SyntaxError: invalid syntax"),
        ("cell 3", 2, "ZeroDivisionError: division by zero"),
    ]
    assert list(found.defined) == ["a", "b", "c", "f", "g"]
    assert found.died is None


IMPORTS = [
    ("import os", "ModuleNotFoundError: module 'os' is not available here; graded code cannot use the"),
    ("from subprocess import run", "ModuleNotFoundError: module 'subprocess' is not available here; graded"),
    ("import matplotlib.pyplot as plt", "ModuleNotFoundError: module 'matplotlib.pyplot' is not available"),
    ("import torch", "ModuleNotFoundError: module 'torch' is not available here; the standard library and"),
    ("import nncheck", "ModuleNotFoundError: module 'nncheck' is not available here"),
    ("from numpy import sigmoid", "ImportError: cannot import name 'sigmoid' from 'numpy'"),
    ("import numpy.sigmoid", "ModuleNotFoundError: module 'numpy.sigmoid' is not available here"),
    ("from . import other", "ImportError"),
]


@pytest.mark.parametrize(("statement", "message"), IMPORTS, ids=[row[0] for row in IMPORTS])
def test_imports_that_are_refused(sandbox: Sandbox, statement: str, message: str) -> None:
    """An import that is not allowed is a problem with a reason, and no end."""
    with opened(sandbox, f"{statement}\n{RIGHT}") as worker:
        assert told(worker.loaded)[0][:2] == ("cell 1", 1)
        assert told(worker.loaded)[0][2].startswith(message)
        assert worker.calls([Call(function="right", arguments=(2.0,))])[0].value == 4.0


def test_the_standard_library_can_be_imported(sandbox: Sandbox) -> None:
    """Modules that were not loaded before are loaded when a source names them."""
    source = """
        from __future__ import annotations
        import math, random, statistics as st, graphlib
        import collections.abc
        import unittest.mock
        if True:
            from xml.etree import (  # a module that is no part of xml.etree until it is imported
                ElementTree as Tree,
            )
        import numpy.testing
        import datetime, inspect, dataclasses
        σ = "\\N{GREEK SMALL LETTER SIGMA}"
        datetime.datetime.strptime("2026-01-01", "%Y-%m-%d")
        @dataclasses.dataclass
        class Layer:
            weights: Missing
        def f(x):
            return inspect.getsource(f), graphlib.__name__
    """
    with opened(sandbox, source) as worker:
        assert told(worker.loaded) == []
        (outcome,) = worker.calls([Call(function="f", arguments=(1,))])
    assert outcome.value == ("def f(x):\n    return inspect.getsource(f), graphlib.__name__\n", "graphlib")


def test_an_exercise_may_allow_more(sandbox: Sandbox) -> None:
    """A module that an exercise allows can be imported; without that it cannot."""
    source = submission("import sympy\ndef f(x):\n    return str(sympy.sqrt(8))\n")
    with sandbox.open(source, allowed_modules=["sympy"]) as worker:
        assert worker.calls([Call(function="f", arguments=(1,))])[0].value == "2*sqrt(2)"
    with sandbox.open(source) as worker:
        assert "'sympy' is not available here" in worker.loaded.problems[0].message


FATAL = [
    ("while True: pass", OutcomeKind.TIMEOUT, "did not finish in time"),
    ("import sys; sys.exit(0)", OutcomeKind.EXIT, "ended the process (exit status 0)"),
    ("import sys; sys.modules['os']._exit(0)", OutcomeKind.EXIT, "ended the process (exit status 0)"),
    ("while True: print('A' * 9999)", OutcomeKind.FLOOD, "printed more than"),
]


@pytest.mark.parametrize(("statement", "kind", "message"), FATAL, ids=[row[0] for row in FATAL])
def test_loading_that_ends_the_worker(
    sandbox: Sandbox, statement: str, kind: OutcomeKind, message: str
) -> None:
    """Reason and place are kept, names count as attempted, and what stands before can be run again."""
    source = submission(f"{RIGHT}\n{statement}\nlate = right\n")
    with sandbox.open(source) as worker:
        loaded = worker.loaded
        assert loaded.died is not None
        assert loaded.died.kind == kind
        assert message in loaded.died.message
        assert loaded.defined.keys() == {"right", "late"}
        assert not worker.alive
        assert worker.calls([Call(function="right", arguments=(1,))])[0].kind == OutcomeKind.UNRUN
    assert loaded.stopped is not None
    assert loaded.stopped.line == RIGHT.count("\n") + 2
    with sandbox.open(source, until=loaded.ran) as worker:
        calls = [Call(function=name, arguments=(1,)) for name in ("right", "late")]
        assert [each.kind for each in worker.calls(calls)] == [OutcomeKind.VALUE, OutcomeKind.MISSING]


def test_a_block_for_scripts_does_not_run(sandbox: Sandbox) -> None:
    """The module is named "submission", so a main block is left out."""
    source = 'NAME = __name__\nif __name__ == "__main__":\n    raise SystemExit\ndef f(x):\n    return NAME\n'
    assert called(sandbox, source)[0].value == "submission"


def test_calls_that_cannot_be_are_the_graders_fault(sandbox: Sandbox) -> None:
    """Tensors without torch, and a GPU in a locked-down process, are not blamed on the student."""
    with opened(sandbox, RIGHT) as worker:
        with pytest.raises(GraderError, match="torch is not loaded"):
            worker.calls([Call(function="right", arguments=(X,), backend="torch")])
        with pytest.raises(GraderError, match="cuda"):
            worker.calls([Call(function="right", arguments=(X,), device="cuda")])

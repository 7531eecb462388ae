"""Honest things that students do: they work in a worker at its strictest, or fail with a clear sentence."""

from collections.abc import Iterator

import pytest
from sandbox_samples import LIMITS, called, opened, told

from nncheck.records import OutcomeKind
from nncheck.sandbox.session import Sandbox


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote for all tests here."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


WORKS = {
    "clocks": """
        import time, timeit
        def f(x):
            start = time.perf_counter()
            time.sleep(0.01)
            assert time.perf_counter() - start > 0.009
            assert time.time() > time.process_time() > 0
            return timeit.timeit("1 + 1", number=10), time.strftime("%Y")
    """,
    "dates": """
        import datetime
        def f(x):
            return datetime.datetime.now().astimezone().isoformat(), datetime.date.today().year
    """,
    "chance from the system": """
        import random, secrets, uuid
        def f(x):
            random.seed()
            return random.SystemRandom().random(), secrets.token_hex(8), str(uuid.uuid4()), str(uuid.uuid1())
    """,
    "generators without a seed": """
        import numpy as np
        def f(x):
            rng = np.random.default_rng()
            others = np.random.RandomState().rand(), np.random.Generator(np.random.MT19937()).random()
            return rng.normal(size=3), rng.permutation(3), others
    """,
    "what it runs on": """
        import platform, sys
        import numpy as np
        def f(x):
            np.show_config()
            machine = platform.system(), platform.platform()
            return platform.python_version(), machine, sys.version, np.__version__
    """,
    "exact numbers": """
        from decimal import Decimal, getcontext
        from fractions import Fraction
        import cmath, math, statistics
        def f(x):
            getcontext().prec = 50
            third = str(Decimal(1) / 3), str(Fraction(1, 3))
            return third, math.erf(0.5), cmath.sqrt(-1), statistics.NormalDist().cdf(0)
    """,
    "linear algebra": """
        import numpy as np
        def f(x):
            a = np.eye(60) + 0.01
            big = np.ones((500, 500))
            solved = np.linalg.solve(a, a), np.linalg.inv(a), np.linalg.lstsq(a, a, rcond=None)[0]
            parts = np.linalg.svd(a)[1], np.linalg.eigh(a)[0], np.linalg.qr(a)[0], np.linalg.cholesky(a)
            return (big @ big).sum(), solved, parts, np.linalg.det(a), np.linalg.norm(a), np.linalg.pinv(a)
    """,
    "transforms and sums": """
        import numpy as np
        def f(x):
            m = np.ones((4, 4))
            products = np.einsum("i,j->ij", x, x), np.einsum("ij,jk,kl", m, m, m, optimize=True)
            return np.fft.ifft(np.fft.fft(x)), np.fft.rfft2(m), products, np.tensordot(x, x, 1)
    """,
    "data": """
        import numpy as np
        def f(x):
            told = np.quantile(x, 0.5), np.histogram(x), np.cov(x), np.median(x), np.unique(x)
            fitted = np.polyfit(x, x, 1), np.interp(0.5, x, x), np.gradient(x)
            shaped = np.pad(x, 1), np.meshgrid(x, x), np.select([x < 0], [x], 0)
            return told, fitted, shaped, np.vectorize(abs)(x)
    """,
    "printing": """
        import contextlib, io, logging, sys
        import numpy as np
        logging.basicConfig(level=logging.INFO)
        def f(x):
            print(x, np.float32(3))
            print("to the other output", file=sys.stderr, flush=True)
            logging.getLogger(__name__).info("one step")
            np.set_printoptions(precision=3)
            with contextlib.redirect_stdout(io.StringIO()) as text:
                print(x)
            return text.getvalue(), repr(x), np.array2string(x)
    """,
    "warnings and errors": """
        import traceback, warnings
        import numpy as np
        np.seterr(all="print")
        def f(x):
            np.log(x)
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                warnings.warn("a warning")
            try:
                with np.errstate(all="raise"):
                    np.float64(1) / np.float64(0)
            except FloatingPointError:
                return len(caught), traceback.format_exc()
    """,
    "functions about functions": """
        import inspect
        from functools import lru_cache, partial, reduce, singledispatch
        @lru_cache(None)
        def fibonacci(n):
            return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
        def f(x):
            return fibonacci(80), inspect.getsource(f), str(inspect.signature(f)), reduce(max, [1, 2])
    """,
    "classes": """
        from abc import ABC, abstractmethod
        from dataclasses import asdict, dataclass, field
        from enum import Enum, auto
        from typing import NamedTuple, Protocol, get_type_hints
        class Layer(ABC):
            @abstractmethod
            def forward(self): ...
        class Linear(Layer):
            def forward(self): return super().__class__.__name__
        @dataclass(frozen=True, slots=True)
        class Point:
            x: int = 1
            y: list = field(default_factory=list)
        class Kind(Enum):
            ONE = auto()
        def f(x: "float") -> float:
            return Linear().forward(), asdict(Point()), Kind.ONE.value, str(get_type_hints(f))
    """,
    "files in memory": """
        import copy, csv, hashlib, io, json, pickle, zlib
        import numpy as np
        def f(x):
            file = io.BytesIO()
            np.save(file, x)
            file.seek(0)
            again = json.loads(json.dumps([1])), pickle.loads(pickle.dumps(x)), np.load(file)
            csv.writer(io.StringIO()).writerow([1])
            short = hashlib.sha256(b"a").hexdigest(), len(zlib.compress(b"a"))
            return again, short, np.loadtxt(io.StringIO("1 2")), copy.deepcopy(x)
    """,
    "locks and queues without threads": """
        import asyncio, queue, threading
        async def one():
            return 1
        def f(x):
            with threading.Lock():
                shelf = queue.Queue()
                shelf.put(x)
                return shelf.get(), threading.current_thread().name
    """,
    "large and deep": """
        import sys
        import numpy as np
        sys.setrecursionlimit(10_000)
        def depth(n):
            return n and 1 + depth(n - 1)
        def f(x):
            return np.zeros(10**7).sum(), len(bytearray(10**8)), depth(5000)
    """,
    "tests of one's own": """
        import doctest, unittest
        import numpy as np
        class Test(unittest.TestCase):
            def test_one(self):
                self.assertEqual(1, 1)
        def f(x):
            np.testing.assert_allclose(x, x)
            return unittest.TestLoader().loadTestsFromTestCase(Test).countTestCases()
    """,
}


@pytest.mark.parametrize("source", WORKS.values(), ids=WORKS)
def test_what_students_do_works(sandbox: Sandbox, source: str) -> None:
    """Nothing of it needs a file, a process, a thread or the network."""
    assert sandbox.isolation.level == "strong"
    with opened(sandbox, source) as worker:
        assert told(worker.loaded) == []
    (outcome,) = called(sandbox, source)
    assert outcome.kind == OutcomeKind.VALUE, (outcome.error, outcome.message)


REFUSED = {
    "a thread": ("import threading", "threading.Thread(target=print).start()", "can't start new thread"),
    "a pool of threads": (
        "import concurrent.futures",
        "concurrent.futures.ThreadPoolExecutor().submit(print)",
        "not available here|can't start new thread|has no attribute|No module named",
    ),
    "an event loop": ("import asyncio", "asyncio.run(asyncio.sleep(0))", "not permitted"),
    "a file": ("", "open('weights.npy')", "files cannot be opened during grading"),
    "a saved array": ("import numpy as np", "np.save('weights.npy', x)", "files cannot be|not permitted"),
    "a look for a file": ("from pathlib import Path", "Path('weights.npy').stat()", "not permitted"),
    "a question": ("", "input()", "nobody is there to answer"),
}


@pytest.mark.parametrize(("imports", "expression", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_says_so(sandbox: Sandbox, imports: str, expression: str, message: str) -> None:
    """The call fails with an exception that tells what it could not have, and the next call is answered."""
    source = f"{imports}\ndef f(x):\n    return {expression}\ndef g(x):\n    return 1\n"
    refused, after = called(sandbox, source, "f", "g")
    assert refused.kind == OutcomeKind.EXCEPTION
    assert any(part in refused.message for part in message.split("|")), refused.message
    assert after.value == 1

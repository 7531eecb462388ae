"""What is loaded before a source runs: what it needs, and nothing that it does not."""

import time
from collections.abc import Iterator

import pytest
from sandbox_samples import LIMITS, called, loaded, told

from nncheck.records import Limits, OutcomeKind
from nncheck.sandbox.modules import wanted
from nncheck.sandbox.session import Sandbox


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote for all tests here."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


STAR = [
    "from numpy import *",
    "from   numpy \t import   *  # all of it",
    "from numpy import*",
    "from numpy \\\n    import \\\n    *",
    "import math; from numpy import *",
    "try:\n    from numpy import *\nexcept ImportError:\n    raise",
    "if True:\n    from numpy import *",
]


@pytest.mark.parametrize("statement", STAR)
def test_all_of_numpy_can_be_imported(statement: str) -> None:
    """However the line is written, in a process where nothing of what numpy loads late has been loaded."""
    with Sandbox(LIMITS) as fresh:
        assert fresh.isolation.level == "strong"
        source = f"{statement}\ndef f(x):\n    return maximum(x, 0.0), char.upper('a'), testing.__name__\n"
        (outcome,) = called(fresh, source)
        assert told(loaded(fresh, source)) == []
    assert outcome.kind == OutcomeKind.VALUE, outcome.message
    assert outcome.value[0].tolist() == [0.0, 0.0, 2.0]


STARS = """
    collections functools itertools math operator random statistics typing dataclasses cmath decimal fractions
    numpy.fft numpy.linalg numpy.ma numpy.polynomial numpy.random numpy.testing numpy.char numpy.lib
    numpy.matlib
"""
TORCH_STARS = """
    torch torch.nn torch.nn.functional torch.nn.init torch.optim torch.autograd torch.linalg torch.func
    torch.utils.data torch.special torch.distributions
"""


def test_all_of_what_students_use_can_be_imported(sandbox: Sandbox) -> None:
    """By a star, of every module that introductory code is likely to take all of."""
    source = "".join(f"from {name} import *\n" for name in STARS.split())
    assert told(loaded(sandbox, source)) == []


def test_all_of_torch_can_be_imported() -> None:
    """And all of its parts."""
    pytest.importorskip("torch")
    cells = [f"from {name} import *\nfrom numpy import *\n" for name in TORCH_STARS.split()]
    with Sandbox(Limits(), torch=True) as sandbox:
        assert told(loaded(sandbox, *cells)) == []


LATE = [
    "np.char.upper(np.array(['a']))",
    "np.strings.upper(np.array(['a']))",
    "np.rec.array([(1, 2.0)])",
    "np.core.numeric.ones(3)",
    "np.testing.assert_allclose(x, x)",
    "np.ctypeslib.as_ctypes(x)",
    "np.info(np.sum)",
]


@pytest.mark.parametrize("expression", LATE)
def test_what_numpy_loads_late_is_there(expression: str) -> None:
    """In a process that has loaded nothing for any other submission."""
    with Sandbox(LIMITS) as fresh:
        (outcome,) = called(fresh, f"import numpy as np\ndef f(x):\n    {expression}\n")
    assert outcome.kind == OutcomeKind.VALUE, outcome.message


def test_what_is_missing_is_named() -> None:
    """Not the module that is there and needs it; in a process that has not loaded it before."""
    source = "import numpy\nlate = 'f2' + 'py'\nnumpy.__all__ = [late]\nexec('from numpy import ' + '*')\n"
    with Sandbox(LIMITS) as fresh:
        assert told(loaded(fresh, source)) == [
            ("cell 1", 4, "ModuleNotFoundError: module 'numpy.f2py' is not available here")
        ]


LITTLE = [
    "import numpy as np\ndef f(x):\n    return np.exp(x)\n",
    "import re, torch\nNUMBER = re.compile('a')\n@torch.compile\ndef f(x):\n    return torch.exp(x)\n",
    "from numpy import exp\nfrom math import *\n",
]


@pytest.mark.parametrize("source", LITTLE)
def test_nothing_is_loaded_without_need(source: str) -> None:
    """What takes long to load is loaded for those who show that they use it."""
    late = {"numpy.f2py", "numpy.testing", "numpy.char", "pydoc", "torch._dynamo"}
    assert not late & set(wanted(source, True, ()))


def test_only_torch_submissions_load_torch() -> None:
    """Whatever else a source seems to use."""
    source = "optim, func = 1, 2\nfrom numpy import *\n"
    assert not any(name.startswith("torch") for name in wanted(source, False, ()))
    assert "torch._dynamo" in wanted(source, True, ())


SLOW = ["from " * 200_000, "from" + " " * 1_000_000, "from numpy " * 90_000, "from numpy import " * 60_000]


@pytest.mark.parametrize(
    "source", [*SLOW, "." * 1_000_000, "\\" * 1_000_000], ids=lambda source: repr(source[:9])
)
def test_signs_are_looked_for_in_linear_time(source: str) -> None:
    """In a file as large as any that is read."""
    began = time.process_time()
    wanted(source, True, ())
    assert time.process_time() - began < 3.0

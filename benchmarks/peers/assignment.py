"""The assignment that every harness grades: three functions, eight checks of one point each.

A check is the text of a function body, so that all harnesses run the very same asserts.
"""

from dataclasses import dataclass
from textwrap import indent

TITLE = "activation-functions"


@dataclass(frozen=True)
class Check:
    """One promise about one function, worth a point."""

    function: str
    promise: str  # part of a name
    body: str

    @property
    def name(self) -> str:
        """The name of a test function."""
        return f"test_{self.function}_{self.promise}"

    def definition(self, parameters: str = "") -> str:
        """The source of a test function."""
        return f"def {self.name}({parameters}):\n{indent(self.body, '    ')}"


CHECKS = (
    Check("sigmoid", "values", "assert np.allclose(sigmoid(X), SIGMOID, rtol=1e-9, atol=1e-12)\n"),
    Check(
        "sigmoid",
        "extremes",
        "out = sigmoid(np.array([-1000.0, 1000.0]))\nassert np.allclose(out, [0.0, 1.0])\n",
    ),
    Check(
        "sigmoid",
        "shape",
        "out = sigmoid(X.astype(np.float32).reshape(2, 3))\n"
        "assert out.shape == (2, 3) and out.dtype == np.float32\n",
    ),
    Check("relu", "values", "assert np.array_equal(relu(X), RELU)\n"),
    Check("relu", "leaves_its_input", "x = X.copy()\nrelu(x)\nassert np.array_equal(x, X)\n"),
    Check("softmax", "values", "assert np.allclose(softmax(Z), SOFTMAX, rtol=1e-9, atol=1e-12)\n"),
    Check(
        "softmax",
        "sums_to_one",
        "out = softmax(Z)\nassert out.shape == Z.shape and np.allclose(out.sum(axis=-1), 1.0)\n",
    ),
    Check("softmax", "shift", "assert np.allclose(softmax(Z + 1000.0), softmax(Z))\n"),
)
FUNCTIONS = tuple(dict.fromkeys(check.function for check in CHECKS))
POINTS = len(CHECKS)

DATA = """\
X = np.array([-3.0, -1.0, 0.0, 0.5, 2.0, 4.0])
Z = np.array([[3.0, 1.0, 0.2], [0.5, -1.0, 4.0]])
"""
TABLES = """\
SIGMOID = np.array([
    0.04742587317756678, 0.2689414213699951, 0.5,
    0.6224593312018546, 0.8807970779778823, 0.9820137900379085,
])
RELU = np.array([0.0, 0.0, 0.0, 0.5, 2.0, 4.0])
SOFTMAX = np.array([
    [0.8360188027814407, 0.11314284146556011, 0.05083835575299916],
    [0.029121761537478405, 0.006497943315661941, 0.9643802951468597],
])
"""
TABLES_BY_TORCH = """\
SIGMOID = torch.sigmoid(torch.tensor(X)).numpy()
RELU = torch.relu(torch.tensor(X)).numpy()
SOFTMAX = torch.softmax(torch.tensor(Z), -1).numpy()
"""
PREAMBLE = f"import numpy as np\n\n{DATA}{TABLES}"
PREAMBLE_WITH_TORCH = f"import numpy as np\nimport torch\n\n{DATA}{TABLES_BY_TORCH}"

"""A submission with most kinds of mistakes, one that attacks its page, and the pages of both."""

from pathlib import Path

from nncheck.language.language import ENGLISH, Language
from nncheck.pages.student import student_page
from nncheck.pipeline import Grader, Settings
from nncheck.records import Environment, Submission, SubmissionResult
from nncheck.reference.store import Store
from nncheck.spec import Exercise
from nncheck.submission import read_submission

MISTAKEN = """\
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(x))  # the sign


def tanh(x):
    return np.tanh(x)


def relu(x):
    if x > 0:
        return x
    return 0 * x


def backward(x, t, params):
    s = lambda z: 1 / (1 + np.exp(-z))
    X, T = np.atleast_2d(x), np.atleast_2d(t)
    a1 = s(X @ params["W1"].T + params["b1"])
    a2 = s(a1 @ params["W2"].T + params["b2"])
    d2 = (a2 - T) * a2 * (1 - a2)
    d1 = d2 @ params["W2"]  # without the slope of the hidden layer
    return {"W1": d1.T @ X, "b1": d1.sum(0), "W2": d2.T @ a1, "b2": d2.sum(0)}
"""

NASTY = (
    "</style></script></pre>]]>--><script>window.ran=1</script><img src=x onerror=window.ran=1>"
    "\u202e\x1b[2J{{7*7}}"
)
HOSTILE = f"""\
import numpy as np


class Table(dict):
    pass


def sigmoid(x):  # {NASTY.replace(chr(27), "")}
    # {"<b onclick=window.ran=1>" * 40_000}
    raise ValueError({NASTY!r} * 1000)


def relu(x):
    return {{{NASTY!r}: {NASTY!r} * 20_000}}


def tanh(x):
    return type({NASTY.replace(" ", "")[:60]!r}, (), {{}})()


def identity(x):
    return np.full(x.shape, np.nan)


def leaky_relu(x, alpha=0.01):
    return {NASTY!r}


raise RuntimeError({NASTY!r})
"""


class Graded:
    """A submission graded as --format html has it graded."""

    def __init__(self, path: Path, exercises: dict[str, Exercise], store: Store):
        self._exercises, self.source = exercises, read_submission(path)
        with Grader(exercises, Settings(curves=True, device="cpu"), store=store) as grader:
            self.result: SubmissionResult = grader.grade(self.source)
            self.environment: Environment = grader.environment()

    def page(self, language: Language = ENGLISH, source: Submission | None = None) -> str:
        """The student's page."""
        return student_page(self.result, self.environment, language, source or self.source, self._exercises)

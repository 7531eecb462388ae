"""Answers that are nowhere finite are named by what makes them so, or at least said to be that."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered

from nncheck.cases.bundle import Bundle
from nncheck.diagnose import infinite
from nncheck.diagnose.formulas import telling

Bundles = Callable[[str], dict[str, Bundle]]


def cross_entropy(p: Any, y: Any) -> Any:
    return -np.mean(np.sum(y * np.log(p), axis=1))


@pytest.mark.parametrize(
    ("student", "code"),
    [
        (lambda y, p: cross_entropy(p, y), "NN028"),
        (lambda p, y: np.float64(np.nan), "NN019"),
        (cross_entropy, ""),
        (lambda p, y: "inf", ""),
        (lambda p, y: np.zeros(0), ""),
    ],
    ids=["exchanged", "nan", "right", "text", "empty"],
)
def test_what_makes_every_answer_infinite(student: Callable[..., Any], code: str, bundles: Bundles) -> None:
    """The logarithm of the labels is infinite everywhere; NaN without a reason is called that."""
    with np.errstate(all="ignore"):
        answers = telling(answered(bundles("losses")["cross_entropy"].cases, student))
    found = infinite.named(EXERCISES["losses"].functions["cross_entropy"], answers)
    assert (found.id if found else "") == code


def test_one_answer_tells_too_little(bundles: Bundles) -> None:
    """From a single call nothing is concluded."""
    answers = answered(bundles("losses")["cross_entropy"].cases[:1], lambda p, y: np.float64(np.inf))
    assert infinite.named(EXERCISES["losses"].functions["cross_entropy"], answers) is None

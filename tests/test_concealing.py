"""Hidden checks: students are not asked them where they try, and not told what they ask where they count."""

from collections.abc import Collection

import pytest
import report_samples as samples
from msgspec.structs import replace

from nncheck.concealing import CONCEALED, concealed
from nncheck.judge.plan import Check
from nncheck.records import CheckResult, Counterexample, Location
from nncheck.scoring import Judged

EXAMPLE = Counterexample(inputs={"x": 1.0}, got=2.0, expected=3.0)
PLACE = Location(cell="a.py", line=3)
FAILED = replace(samples.failed("dtype", message="x = 1 gives 2"), counterexample=EXAMPLE, location=PLACE)


def told(
    *results: CheckResult, hidden: Collection[str], public: bool = False, function: str = "adam"
) -> list[CheckResult]:
    """What is left of the checks of a function."""
    judged = [
        Judged(check=Check(name=each.check, kind=each.kind, promise=each.promise), result=each)
        for each in results
    ]
    return [each.result for each in concealed(function, judged, hidden, public)]


def test_what_is_not_hidden_is_told_as_ever() -> None:
    """The very result."""
    assert told(FAILED, hidden=()) == [FAILED]
    assert told(FAILED, hidden=("sgd.dtype", "shapes")) == [FAILED]


@pytest.mark.parametrize("hidden", ["dtype", "adam.dtype"])
def test_a_hidden_check_counts_and_says_nothing_of_its_inputs(hidden: str) -> None:
    """It has its points and its status, and the name of the mistake."""
    (found,) = told(FAILED, hidden=(hidden,))
    assert (found.status, found.max_score, found.misconceptions) == (
        FAILED.status, FAILED.max_score, FAILED.misconceptions,
    )  # fmt: skip
    assert (found.message, found.counterexample, found.location) == (CONCEALED, None, None)
    assert found.promise == CONCEALED  # it would say what is asked
    assert found.hidden


def test_one_that_passed_stays_without_a_message() -> None:
    """Nor does one that was skipped lose its reason."""
    passed, skipped = samples.passed("dtype"), samples.skipped("stability", "no torch here")
    found = told(passed, skipped, hidden=("dtype", "stability"))
    assert [each.message for each in found] == [None, "no torch here"]
    assert all(each.hidden and each.promise == CONCEALED for each in found)


def test_in_public_it_is_left_out() -> None:
    """The others stay."""
    other = samples.passed("values")
    assert told(other, FAILED, hidden=("dtype",), public=True) == [other]

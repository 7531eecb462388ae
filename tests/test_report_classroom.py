"""GitHub Classroom's result: what its reader needs, adds up, shows and can take."""

import json
from base64 import b64decode
from typing import Any

import pytest
import report_samples as samples
from golden_reports import unreadable, without_points
from hypothesis import given
from hypothesis import strategies as st

from nncheck.records import SubmissionResult
from nncheck.report import FORMATS
from nncheck.report.classroom import MOST_BYTES, Rounding, failed


def result(*results: SubmissionResult) -> dict[str, Any]:
    """The document, decoded as the reader decodes it."""
    written = FORMATS["classroom"].render(samples.report(*results))
    assert written.endswith("\n")
    assert written.count("\n") == 1
    document: dict[str, Any] = json.loads(b64decode(written, validate=False))
    return document


def added_up(document: dict[str, Any]) -> float:
    """The points, added one by one as doubles, as the reader does."""
    total = 0.0
    for test in document["tests"]:
        total += test["score"]
    return total


def test_keys_are_those_of_version_3() -> None:
    """The reader calls a test's line undefined where it has none."""
    document = result(samples.wrong_sigmoid())
    assert list(document) == ["version", "status", "message", "max_score", "tests"]
    assert (document["version"], document["status"], document["message"]) == (3, "fail", None)
    first = document["tests"][0]
    assert list(first) == ["name", "status", "message", "test_code", "line_no", "score"]
    assert (first["name"], first["status"], first["line_no"]) == ("activations.sigmoid: values", "fail", 4)
    assert "NN101  the sign in the exponential" in first["test_code"]
    assert len(first["test_code"]) <= 500


def test_a_test_for_each_check_that_somebody_could_judge() -> None:
    """Neither one without a GPU nor one at which nncheck failed; one that waits for another is lost."""
    names = [test["name"] for test in result(samples.wrong_sigmoid())["tests"]]
    assert "activations.sigmoid: gradient" in names
    assert not any("cuda" in name for name in names)
    assert len(names) == len(set(names)) == 14
    assert [test["name"] for test in result(samples.crashed())["tests"]] == [
        "softmax.softmax: values",
        "softmax.log_softmax: values",
    ]


def test_status_and_score_agree() -> None:
    """What passed has points, what failed has none, and the points add up to the score."""
    document = result(samples.wrong_sigmoid())
    assert {test["status"] for test in document["tests"]} == {"pass", "fail"}
    for test in document["tests"]:
        assert (test["score"] > 0) == (test["status"] == "pass")
    assert added_up(document) == pytest.approx(1.1, abs=1e-3)
    assert document["max_score"] == pytest.approx(2.4, abs=1e-3)


def test_full_marks_are_exactly_full() -> None:
    """Although 0.1 and 0.3 are no binary fractions: the reader compares without a tolerance."""
    document = result(samples.right())
    assert document["status"] == "pass"
    assert added_up(document) == document["max_score"] == pytest.approx(3.6, abs=1e-3)


@given(st.lists(st.sampled_from([0.0, 1 / 14, 0.285714, 0.1, 1 / 3, 2.0]), max_size=200))
def test_rounded_scores_add_up(numbers: list[float]) -> None:
    """Exactly, forwards and backwards; nothing becomes something."""
    rounding = Rounding()
    rounded = [rounding.add(number) for number in numbers]
    assert sum(rounded) == sum(reversed(rounded)) == rounding.sum == pytest.approx(sum(numbers), abs=1e-3)
    assert [score > 0 for score in rounded] == [number > 0 for number in numbers]


def test_several_submissions_are_told_apart() -> None:
    """Their points are added."""
    document = result(samples.right(), unreadable())
    assert document["tests"][0]["name"] == "right.py: activations.sigmoid: values"
    last = document["tests"][-1]
    assert (last["name"], last["status"], last["score"]) == ("bad.py: graded", "fail", 0.0)
    assert "UTF-8" in last["test_code"]
    assert document["max_score"] == pytest.approx(8.6, abs=1e-3)


def test_practice_has_no_points() -> None:
    """Its checks are listed all the same."""
    document = result(without_points())
    assert document["max_score"] == added_up(document) == 0
    assert [test["status"] for test in document["tests"]] == ["fail", "pass"]


def test_a_long_result_says_less() -> None:
    """An environment variable is to hold it; every test stays, and texts are cut."""
    checks = [samples.failed(f"check_{n}", message="wrong " * 60) for n in range(600)]
    long = samples.submission("a.py", samples.exercise("activations", samples.function("sigmoid", *checks)))
    written = FORMATS["classroom"].render(samples.report(long))
    assert len(written) <= MOST_BYTES
    document = result(long)
    assert len(document["tests"]) == 600
    assert max(len(test["test_code"]) for test in document["tests"]) < 500


def test_a_failure_of_ours_can_be_read() -> None:
    """The reader fails on a result without a list of tests, and shows the message of an error."""
    document = json.loads(b64decode(failed("no memory")))
    assert (document["status"], document["max_score"]) == ("error", 0)
    [test] = document["tests"]
    assert (test["status"], test["message"]) == ("error", "no memory")

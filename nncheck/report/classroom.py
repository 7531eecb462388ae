"""Report -> the result of a GitHub Classroom runner: JSON of version 3, in base64.

Its reader adds up the scores of the tests as doubles and compares nothing with a tolerance. Scores are
rounded to binary fractions, so that every sum of them is exact, in whatever order.
"""

import json
from base64 import b64encode
from typing import Any

from nncheck.records import Report, Status
from nncheck.report.items import details, items, judged, labels, line_of, ungraded
from nncheck.report.screen import Screen

VERSION = 3
PARTS = 1 << 10  # of a point, that scores are whole numbers of; coarser than what a JSON report rounds to
LONGEST = (500, 120, 0)  # characters that a test may say: as many as there is room for
MOST_BYTES = 120_000  # of the result, which travels in an environment variable: Linux ends those at 128 KiB

Test = dict[str, Any]


def render(report: Report, screen: Screen | None = None) -> str:
    """The result on one line."""
    tests, most = _tests(report)
    status = "pass" if tests and all(test["status"] == "pass" for test in tests) else "fail"
    for longest in LONGEST:
        shown = [test | {"test_code": test["test_code"][:longest]} for test in tests]
        written = _written(status, None, most, shown)
        if len(written) <= MOST_BYTES:
            break
    return written


def failed(reason: str) -> str:
    """The result where nothing could be graded; its reader needs the list of tests even then."""
    return _written("error", reason, 0, [_test("nncheck", "error", 0.0, reason)])


def _written(status: str, message: str | None, most: float, tests: list[Test]) -> str:
    result = {
        "version": VERSION,
        "status": status,
        "message": message,
        "max_score": most,
        "tests": tests,
    }
    text = json.dumps(result, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return b64encode(text.encode("ascii")).decode("ascii") + "\n"


def _tests(report: Report) -> tuple[list[Test], float]:
    """One test for each check that somebody could judge, and the points that there were."""
    rounding, most = Rounding(), Rounding()
    tests = []
    for result, label in labels(report.submissions):
        if reason := ungraded(result):
            most.add(result.max_score)
            tests.append(_test(f"{label}graded", "fail", 0.0, reason))
        for item in filter(judged, items(result)):
            check = item.check
            most.add(check.max_score)
            status = "pass" if check.status is Status.PASSED else "fail"
            score, line = rounding.add(check.score), line_of(result.submission, check.location)
            tests.append(_test(f"{label}{item.name}", status, score, details(item), line))
    return tests, most.sum


def _test(name: str, status: str, score: float, said: str, line: int | None = None) -> Test:
    """The reader shows the message of an error, and of other tests what is in place of their code."""
    return {
        "name": name,
        "status": status,
        "message": said if status == "error" else None,
        "test_code": "" if status == "error" else said,
        "line_no": line or 0,  # the reader shows any other number, and "undefined" where there is none
        "score": score,
    }


class Rounding:
    """Rounds numbers so that the sum of the rounded ones is the rounded sum."""

    def __init__(self) -> None:
        self._exact = self.sum = 0.0

    def add(self, number: float) -> float:
        """What the number is rounded to: 0 stays 0."""
        before, self._exact = self.sum, self._exact + number
        self.sum = round(self._exact * PARTS) / PARTS
        return self.sum - before

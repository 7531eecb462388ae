"""Report -> Gradescope's results.json: a test for each check, in plain text."""

from typing import Any

from nncheck.records import Report, Status
from nncheck.report.failure import check_name
from nncheck.report.items import Item, details, items, judged, labels, remarks, sentence, ungraded
from nncheck.report.json import DIGITS, written
from nncheck.report.screen import Screen

# Of hidden inputs a verdict may be told, but students hand in as often as they like until it is due.
HIDDEN, SHOWN, NEVER = "after_due_date", "visible", "hidden"
TEXT = {"output_format": "text", "test_output_format": "text", "test_name_format": "text"}

Test = dict[str, Any]


def render(report: Report, screen: Screen | None = None) -> str:
    """The whole document. With a secret seed, what was graded is shown when the assignment is due."""
    visibility = HIDDEN if report.environment.seed is None else SHOWN
    tests: list[Test] = []
    said: list[str] = []
    for result, label in labels(report.submissions):
        if reason := ungraded(result):
            tests.append(_test(f"{label}graded", False, 0.0, result.max_score, reason, SHOWN))
        found = list(items(result))
        tests += [_of_item(label, each, visibility) for each in found if judged(each)]
        said += [f"{label}{remark}" for remark in remarks(result)]
        untold = [each for each in found if not judged(each) and not each.check.hidden]
        said += [f"{label}{each.name}: {sentence(each.check)}" for each in untold]
    if visibility == HIDDEN:
        said.insert(0, "Hidden inputs were used. What came of them is shown after the due date.")
    score = round(sum(each.score for each in report.submissions), DIGITS)
    return _document(score, "\n".join(said), tests)


def failed(reason: str) -> str:
    """The document where nothing could be graded: without one, Gradescope shows an error of its own."""
    return _document(0.0, f"The submission was not graded: {reason}", [])


def _document(score: float, output: str, tests: list[Test]) -> str:
    result = {
        "score": score,
        "output": output,
        **TEXT,
        "visibility": SHOWN,
        "stdout_visibility": "hidden",
        "tests": tests,
    }
    return written(result) + "\n"


def _of_item(label: str, item: Item, visibility: str) -> Test:
    check = item.check
    passed = check.status is Status.PASSED
    name, said = f"{label}{item.name}", details(item)
    visible = NEVER if check.hidden else visibility
    found = _test(name, passed, check.score, check.max_score, said, visible)
    of = {"exercise": item.exercise, "function": item.function, "check": check_name(check)}
    return found | {"tags": [item.exercise, item.function, check.kind], "extra_data": of}


def _test(name: str, passed: bool, score: float, most: float, output: str, visibility: str) -> Test:
    return {
        "name": name,
        "name_format": "text",
        "status": "passed" if passed else "failed",
        "score": round(score, DIGITS),
        "max_score": round(most, DIGITS),
        "output": output,
        "output_format": "text",
        "visibility": visibility,
    }

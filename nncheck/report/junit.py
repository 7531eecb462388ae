"""Report -> JUnit's XML: a suite for each submission, a test for each check.

Only elements and attributes that the schemas of Jenkins and Maven Surefire have in common.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from nncheck.records import Report, Status, SubmissionResult
from nncheck.report.failure import check_name
from nncheck.report.items import Item, details, items, remarks, sentence, ungraded
from nncheck.report.plain import plain
from nncheck.report.scores import points
from nncheck.report.screen import Screen
from nncheck.report.xml import DECLARATION, written

TAGS = {Status.FAILED: "failure", Status.ERROR: "error", Status.SKIPPED: "skipped"}
NO_TIME = "0"  # required by some readers; a clock would make every report another one


def render(report: Report, screen: Screen | None = None) -> str:
    """The whole document."""
    return "".join(pieces(report, screen))


def pieces(report: Report, screen: Screen | None = None) -> Iterator[str]:
    """The same, a submission at a time."""
    yield f'{DECLARATION}<testsuites name="nncheck">\n'
    for result in report.submissions:
        yield written(_suite(result), 1)
    yield "</testsuites>\n"


def _suite(result: SubmissionResult) -> Element:
    found, reason = list(items(result)), ungraded(result)
    suite = Element("testsuite", {"name": plain(result.submission), **_counts(found, reason)})
    properties = SubElement(suite, "properties")
    for name, value in _properties(result):
        SubElement(properties, "property", {"name": name, "value": value})
    for each in found:
        _case(suite, each)
    if reason:
        case = _test(suite, "submission", "graded")
        SubElement(case, "error", {"type": "ungraded", "message": reason})
    return suite


def _properties(result: SubmissionResult) -> Iterator[tuple[str, str]]:
    yield "score", points(result.score)
    yield "max_score", points(result.max_score)
    yield from (("note", remark) for remark in remarks(result))


def _counts(found: Sequence[Item], reason: str) -> dict[str, str]:
    statuses = [each.check.status for each in found]
    errors = statuses.count(Status.ERROR) + bool(reason)
    return {
        "tests": str(len(found) + bool(reason)),
        "failures": str(statuses.count(Status.FAILED)),
        "errors": str(errors),
        "skipped": str(statuses.count(Status.SKIPPED)),
        "time": NO_TIME,
    }


def _test(suite: Element, of: str, name: str) -> Element:
    return SubElement(suite, "testcase", {"classname": of, "name": name, "time": NO_TIME})


def _case(suite: Element, item: Item) -> None:
    check = item.check
    case = _test(suite, item.of, check_name(check))
    if check.status is not Status.PASSED:
        kind = {} if check.status is Status.SKIPPED else {"type": check.kind}
        outcome = SubElement(case, TAGS[check.status], kind | {"message": sentence(check)})
        if check.status is Status.FAILED:
            outcome.text = details(item)

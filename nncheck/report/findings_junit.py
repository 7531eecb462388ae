"""Findings -> JUnit's XML: a suite for each source, a test for each thing that it prints or states.

Only elements and attributes that the schemas of Jenkins and Maven Surefire have in common.
"""

from collections.abc import Sequence
from xml.etree import ElementTree

from nncheck.report.plain import plain
from nncheck.report.screen import Screen
from nncheck.report.xml import DECLARATION, written
from nncheck.verify.findings import Finding, Verdict

WRONG = (Verdict.FALSE, Verdict.IMPRECISE)
OPEN = (Verdict.UNDECIDED, Verdict.NOT_RUN)
NO_TIME = "0"  # a clock would make every report another one


def render(findings: Sequence[Finding], screen: Screen | None = None) -> str:
    """What is false or imprecise is a failure; what is undecided or was not run is skipped."""
    root = ElementTree.Element("testsuites", {"name": "nncheck"})
    for source in dict.fromkeys(each.source for each in findings):
        mine = [each for each in findings if each.source == source]
        suite = ElementTree.SubElement(root, "testsuite", {"name": plain(source), **_counts(mine)})
        for finding in mine:
            _case(suite, finding)
    return DECLARATION + written(root)


def _case(suite: ElementTree.Element, finding: Finding) -> None:
    where = f"line {finding.place.line}: " if finding.place else ""
    name = plain(f"{where}{finding.statement} | {finding.printed}")
    identity = {"classname": plain(finding.source), "name": name, "time": NO_TIME}
    case = ElementTree.SubElement(suite, "testcase", identity)
    if finding.verdict in WRONG:
        failure = ElementTree.SubElement(
            case, "failure", {"type": finding.verdict, "message": plain(finding.reason)}
        )
        failure.text = plain(f"printed {finding.printed}, really {finding.actual}")
    elif finding.verdict in OPEN:
        ElementTree.SubElement(case, "skipped", {"message": plain(finding.reason)})


def _counts(findings: Sequence[Finding]) -> dict[str, str]:
    failures = sum(each.verdict in WRONG for each in findings)
    skipped = sum(each.verdict in OPEN for each in findings)
    return {
        "tests": str(len(findings)),
        "failures": str(failures),
        "errors": "0",
        "skipped": str(skipped),
        "time": NO_TIME,
    }

"""JUnit's XML: what its schemas ask for, and what a reader finds in it."""

from functools import cache
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import junitparser
import pytest
import report_samples as samples
from golden_reports import golden, unreadable
from test_report_findings import ALL
from xmlschema import XMLSchema10

from nncheck.records import SubmissionResult
from nncheck.report import FORMATS, VERIFY_FORMATS

JENKINS = Path(__file__).resolve().parent / "schemas" / "junit-10.xsd"
# What the schemas of Jenkins (junit-10.xsd) and Maven Surefire (surefire-test-report.xsd) both allow:
# attributes that an element must have, those that it may have, and its children in their order.
ALLOWED: dict[str, tuple[set[str], set[str], list[str]]] = {
    "testsuites": (set(), {"name"}, ["testsuite"]),
    "testsuite": (
        {"name", "tests", "failures", "errors", "skipped"},
        {"time"},
        ["properties", "testcase"],
    ),
    "properties": (set(), set(), ["property"]),
    "property": ({"name", "value"}, set(), []),
    "testcase": ({"name", "time"}, {"classname"}, ["failure", "skipped", "error"]),
    "failure": ({"type"}, {"message"}, []),
    "error": ({"type"}, {"message"}, []),
    "skipped": (set(), {"message"}, []),
}
TEXTS = {"failure", "error", "skipped"}  # elements that may hold text


def offences(element: Element) -> list[str]:
    """What the schemas object to in an element and below."""
    required, optional, order = ALLOWED[element.tag]
    given = set(element.keys())
    found = [f"{element.tag} without {name}" for name in required - given]
    found += [f"{element.tag} with {name}" for name in given - required - optional]
    places = [order.index(child.tag) if child.tag in order else -1 for child in element]
    if -1 in places or places != sorted(places):
        found.append(f"children of {element.tag}: {[child.tag for child in element]}")
    if (element.text or "").strip() and element.tag not in TEXTS:
        found.append(f"text in {element.tag}")
    return found + [each for child in element if child.tag in ALLOWED for each in offences(child)]


def written(*results: SubmissionResult) -> str:
    """The report on the submissions."""
    return FORMATS["junit"].render(samples.report(*results))


@cache
def schema() -> XMLSchema10:
    """The one that Jenkins validates with."""
    return XMLSchema10(JENKINS)


def documents() -> tuple[str, str]:
    """What grading writes, and `nncheck verify`."""
    return FORMATS["junit"].render(golden()), VERIFY_FORMATS["junit"].render(ALL)


def test_the_schemas_allow_it() -> None:
    """Every element, attribute and order."""
    for text in documents():
        assert offences(ElementTree.fromstring(text)) == []


def test_the_schema_of_jenkins_allows_it() -> None:
    """The schema itself, for reports on submissions and on notes."""
    for text in documents():
        assert [error.reason for error in schema().iter_errors(text)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' errors="0"', ""),
        ('time="0" />', 'time="0" file="a.py" />'),
        ('time="0">', 'time="a while">'),
        ("<properties>", "<verdict /><properties>"),
        ('name="score" ', ""),
    ],
)
def test_meta_the_schema_of_jenkins_objects(old: str, new: str) -> None:
    """To missing and unknown attributes, a time that is none, and unknown elements."""
    text = written(samples.wrong_sigmoid())
    assert old in text
    assert schema().is_valid(text)
    assert not schema().is_valid(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' errors="0"', ""),
        ('time="0" />', 'time="0" file="a.py" />'),
        ("<properties>", "<verdict /><properties>"),
        ("</failure>", "</failure><skipped /><failure type='x' />"),
        ('<failure type="reference"', "<failure"),
        ("<properties>", "<properties>text"),
    ],
)
def test_meta_the_schemas_object(old: str, new: str) -> None:
    """To a missing or unknown attribute, an unknown element, a wrong order, text where none may be."""
    text = written(samples.wrong_sigmoid())
    assert old in text
    assert offences(ElementTree.fromstring(text)) == []
    assert offences(ElementTree.fromstring(text.replace(old, new, 1))) != []


def test_a_reader_finds_every_check() -> None:
    """Its name, class and outcome, and in a suite the counts that its tests have."""
    document = junitparser.JUnitXml.fromstring(FORMATS["junit"].render(golden()).encode())
    suites = {suite.name: suite for suite in document}
    assert list(suites)[:4] == ["right.py", "sigmoid.py", "notebook.ipynb", "crash.py"]
    for suite in suites.values():
        outcomes = [result for case in suite for result in case.result]
        kinds = [type(each) for each in outcomes]
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
            len(list(suite)),
            kinds.count(junitparser.Failure),
            kinds.count(junitparser.Error),
            kinds.count(junitparser.Skipped),
        )
    case = next(iter(suites["sigmoid.py"]))
    assert (case.classname, case.name) == ("activations.sigmoid", "values")
    [failure] = case.result
    assert failure.message == "out[0] = 0.2689, expected 0.7311 at x = [1.0]"
    assert "got       [0.2689414213699951]" in failure.text
    assert "see sigmoid.py, line 4" in failure.text


def test_points_and_notes_are_properties() -> None:
    """Of the suite: JUnit itself knows no points."""
    [suite] = junitparser.JUnitXml.fromstring(written(samples.wrong_train_step()).encode())
    properties = [(each.name, each.value) for each in suite.properties()]
    assert properties[:2] == [("score", "1"), ("max_score", "1.6")]
    assert properties[2][0] == "note"
    assert "matplotlib" in properties[2][1]


def test_what_could_not_be_graded_is_an_error() -> None:
    """A build with such a file is not green."""
    [suite] = junitparser.JUnitXml.fromstring(written(unreadable()).encode())
    assert (suite.tests, suite.errors) == (1, 1)
    [case] = suite
    assert "UTF-8" in case.result[0].message

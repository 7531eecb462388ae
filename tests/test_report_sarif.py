"""SARIF: what its schema asks for, where results are shown, and what stays the same from run to run."""

import json
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples
from golden_reports import golden, unreadable
from hostile_texts import submissions
from hypothesis import given, settings
from jsonschema import Draft7Validator
from msgspec.structs import replace
from test_report_findings import ALL

from nncheck.records import Location, SubmissionResult
from nncheck.report import FORMATS, VERIFY_FORMATS

# OASIS publishes it; schemas/README.md says where it comes from.
SCHEMA = Draft7Validator(json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text("utf-8")))


def run_of(*results: SubmissionResult) -> dict[str, Any]:
    """The only run of the log."""
    document = json.loads(FORMATS["sarif"].render(samples.report(*results)))
    SCHEMA.validate(document)
    [run] = document["runs"]
    found: dict[str, Any] = run
    return found


def test_the_schema_allows_it() -> None:
    """Of grading, and of what `nncheck verify` finds."""
    SCHEMA.validate(json.loads(FORMATS["sarif"].render(golden())))
    SCHEMA.validate(json.loads(VERIFY_FORMATS["sarif"].render(ALL)))


@pytest.mark.parametrize(
    ("key", "value"),
    [("level", "fatal"), ("message", "text"), ("ruleIndex", -2), ("line", 3), ("message", {"text": 1})],
)
def test_meta_the_schema_objects(key: str, value: object) -> None:
    """To wrong words, types, numbers and unknown keys."""
    document = json.loads(FORMATS["sarif"].render(golden()))
    document["runs"][0]["results"][0][key] = value
    assert not SCHEMA.is_valid(document)


def test_a_result_for_each_failed_check() -> None:
    """At its line, with a rule that is the mistake where it has a name, and the check otherwise."""
    run = run_of(samples.wrong_sigmoid(), samples.right())
    rules = run["tool"]["driver"]["rules"]
    assert [each["ruleId"] for each in run["results"]] == ["NN101", "NN101", "torch", "monotone"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert rules[0]["shortDescription"]["text"] == "the sign in the exponential"
    assert rules[0]["help"]["text"].startswith("As x grows")
    assert rules[1]["shortDescription"]["text"] == "Answers agree with those of torch."
    first = run["results"][0]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "sigmoid.py"},
        "region": {"startLine": 4},
    }
    assert first["message"]["text"].startswith("sigmoid: out[0] = 0.2689")
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_every_result_has_a_line() -> None:
    """The first one, where it is not known or is one of a notebook's cell: code hosts ask for it."""
    results = run_of(samples.crashed(), samples.wrong_train_step())["results"]
    lines = [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results]
    assert lines == [1, 9, 1, 1]
    assert results[2]["message"]["text"].endswith("See cell 3, line 12.")


def fingerprints(*results: SubmissionResult) -> list[str]:
    """Of all results."""
    return [each["partialFingerprints"]["nncheckCheck/v1"] for each in run_of(*results)["results"]]


def test_fingerprints_move_with_neither_lines_nor_numbers() -> None:
    """But no two results have the same."""
    wrong = samples.failed("values", location=Location(cell="a.py", line=3))
    moved = replace(wrong, location=Location(cell="a.py", line=30), message="another number")

    def handed_in(name: str, check: Any) -> SubmissionResult:
        return samples.submission(name, samples.exercise("softmax", samples.function("softmax", check)))

    assert fingerprints(handed_in("a.py", wrong)) == fingerprints(handed_in("a.py", moved))
    assert fingerprints(handed_in("a.py", wrong)) != fingerprints(handed_in("b.py", wrong))
    found = fingerprints(samples.wrong_sigmoid(), samples.wrong_train_step(), samples.crashed(), unreadable())
    assert len(found) == len(set(found)) == 9


def test_what_is_nobodys_mistake_is_a_notification() -> None:
    """Notes on the file are warnings; that nncheck failed makes the run an unsuccessful one."""
    [invocation] = run_of(samples.wrong_train_step())["invocations"]
    assert [each["level"] for each in invocation["toolExecutionNotifications"]] == ["warning"]
    assert invocation["executionSuccessful"]
    [invocation] = run_of(samples.crashed())["invocations"]
    assert not invocation["executionSuccessful"]


def test_what_could_not_be_graded_is_a_result() -> None:
    """With the reason."""
    [result] = run_of(unreadable())["results"]
    assert result["ruleId"] == "ungraded"
    assert "UTF-8" in result["message"]["text"]


@settings(deadline=None, max_examples=60)
@given(submissions())
def test_no_message_has_a_link_or_a_gap(result: SubmissionResult) -> None:
    """Viewers make links of [text](target) and fill in {0}; a student's text has neither."""
    run = run_of(result)
    texts = [each["message"]["text"] for each in run["results"]]
    assert not any("](" in text or "{0}" in text for text in texts)


def test_links_and_gaps_are_text() -> None:
    """They are shown as what they are."""
    check = samples.failed("values", message="[click](http://x) {0} {W1}")
    result = samples.submission("a.py", samples.exercise("e", samples.function("f", check)))
    [found] = run_of(result)["results"]
    assert found["message"]["text"] == "f: [click] (http://x) { 0} {W1}"

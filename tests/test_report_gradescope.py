"""Gradescope's results.json: what its specification asks for, and what students see of it."""

import json
from typing import Any

import pytest
import report_samples as samples
from golden_reports import golden, unreadable, without_points
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from nncheck.records import Report, SubmissionResult
from nncheck.report import FORMATS
from nncheck.report.gradescope import failed
from nncheck.report.stored import read

VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
TEXT_FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
TEST = {
    "type": "object",
    "additionalProperties": False,
    "required": [
        "score",
        "max_score",
        "name",
        "status",
        "output",
    ],  # of these the specification asks for none
    "properties": {
        "score": {"type": "number"},
        "max_score": {"type": "number"},
        "status": {"enum": ["passed", "failed"]},
        "name": {"type": "string"},
        "name_format": TEXT_FORMAT,
        "number": {"type": "string"},
        "output": {"type": "string"},
        "output_format": TEXT_FORMAT,
        "tags": {"type": "array", "items": {"type": "string"}},
        "visibility": VISIBILITY,
        "extra_data": {"type": "object"},
    },
}
SPECIFICATION = Draft202012Validator(
    {
        "type": "object",
        "additionalProperties": False,
        "required": ["score"],
        "properties": {
            "score": {"type": "number"},
            "execution_time": {"type": "number"},
            "output": {"type": "string"},
            "output_format": TEXT_FORMAT,
            "test_output_format": TEXT_FORMAT,
            "test_name_format": TEXT_FORMAT,
            "visibility": VISIBILITY,
            "stdout_visibility": VISIBILITY,
            "extra_data": {"type": "object"},
            "tests": {"type": "array", "items": TEST},
            "leaderboard": {"type": "array"},
        },
    }
)


def document(*results: SubmissionResult, secret: bool = False) -> dict[str, Any]:
    """The results of the submissions."""
    environment = replace(samples.environment(), seed=None if secret else 0)
    written = FORMATS["gradescope"].render(Report(submissions=results, environment=environment))
    found: dict[str, Any] = json.loads(written)
    return found


def test_the_specification_allows_it() -> None:
    """Every key and value, also where nothing could be graded."""
    SPECIFICATION.validate(json.loads(FORMATS["gradescope"].render(golden())))
    SPECIFICATION.validate(document(samples.wrong_sigmoid(), secret=True))
    SPECIFICATION.validate(json.loads(failed("no memory")))


@pytest.mark.parametrize(("key", "value"), [("score", None), ("visibility", "public"), ("seed", 1)])
def test_meta_the_specification_objects(key: str, value: object) -> None:
    """To a wrong type, a wrong word and an unknown key."""
    assert not SPECIFICATION.is_valid(document(samples.right()) | {key: value})


def test_a_test_for_each_check() -> None:
    """Its points add up to the score; only what could be judged is one."""
    found = document(samples.wrong_sigmoid())
    assert found["score"] == pytest.approx(1.1)
    assert sum(test["score"] for test in found["tests"]) == pytest.approx(found["score"])
    assert sum(test["max_score"] for test in found["tests"]) == pytest.approx(2.4)
    first = found["tests"][0]
    assert (first["name"], first["status"]) == ("activations.sigmoid: values", "failed")
    assert first["tags"] == ["activations", "sigmoid", "reference"]
    assert "got       [0.2689414213699951]" in first["output"]
    assert not any("cuda" in test["name"] for test in found["tests"])
    assert "torch on cuda: this machine has no CUDA device" in found["output"]


def test_names_do_not_depend_on_what_passed() -> None:
    """A test can be followed from one submission to the next."""
    wrong = samples.failed("values")
    right = samples.passed("values", "reference", 0.3)
    names = [
        [
            test["name"]
            for test in document(
                samples.submission(file, samples.exercise("activations", samples.function("relu", check)))
            )["tests"]
        ]
        for file, check in (("a.py", wrong), ("b.py", right))
    ]
    assert names[0] == names[1] == ["activations.relu: values"]


def test_points_that_are_capped_are_explained() -> None:
    """A check that passed without all its points says why."""
    capped = replace(samples.passed("shapes", "contract"), score=0.05)
    result = samples.submission(
        "a.py", samples.exercise("activations", samples.function("sigmoid", samples.failed("values"), capped))
    )
    test = document(result)["tests"][1]
    assert (test["status"], test["score"], test["max_score"]) == ("passed", 0.05, 0.1)
    assert "while the function's values are wrong" in test["output"]


def test_hidden_inputs_are_told_of_after_the_due_date() -> None:
    """With a secret seed; otherwise at once. The seed itself is told to nobody."""
    public, secret = document(samples.right()), document(samples.right(), secret=True)
    assert {test["visibility"] for test in public["tests"]} == {"visible"}
    assert {test["visibility"] for test in secret["tests"]} == {"after_due_date"}
    assert public["visibility"] == secret["visibility"] == "visible"
    assert "after the due date" in secret["output"]
    assert "due date" not in public["output"]
    assert public["stdout_visibility"] == secret["stdout_visibility"] == "hidden"


def test_why_nothing_was_graded_is_told_at_once() -> None:
    """It tells nothing of hidden inputs, and students have to know it before the due date."""
    [test] = document(unreadable(), secret=True)["tests"]
    assert test["visibility"] == "visible"
    assert "UTF-8" in test["output"]


def test_every_text_is_plain() -> None:
    """Nothing of a student's is HTML, Markdown or an escape sequence to Gradescope."""
    found = json.loads(FORMATS["gradescope"].render(golden()))
    for key in ("output_format", "test_output_format", "test_name_format"):
        assert found[key] == "text"
    assert {(test["name_format"], test["output_format"]) for test in found["tests"]} == {("text", "text")}


def test_what_could_not_be_graded_is_a_failed_test() -> None:
    """Worth what the submission was; beside others it is named."""
    [test] = document(unreadable())["tests"]
    assert (test["name"], test["status"], test["score"], test["max_score"]) == ("graded", "failed", 0, 5)
    assert "UTF-8" in test["output"]
    several = document(samples.right(), unreadable())
    assert several["score"] == pytest.approx(3.6)
    assert several["tests"][-1]["name"] == "bad.py: graded"


def test_practice_has_no_points() -> None:
    """And nothing at all is a score of 0."""
    assert [test["max_score"] for test in document(without_points())["tests"]] == [0, 0]
    assert document()["score"] == 0


def test_hidden_checks_are_told_of_nowhere() -> None:
    """Not even one that could not be judged, or that comes out of a stored report."""
    failed_one = replace(samples.failed("dtype"), hidden=True)
    missing = replace(samples.skipped("stability", "no torch here"), hidden=True)
    checks = samples.passed("values"), failed_one, missing
    result = samples.submission("a.py", samples.exercise("activations", samples.function("relu", *checks)))
    found = document(result)
    assert [test["visibility"] for test in found["tests"]] == ["visible", "hidden"]
    assert "stability" not in found["output"]
    stored, _ = read(FORMATS["json"].render(samples.report(result)).encode(), "report.json")
    assert document(*stored.submissions)["tests"][1]["visibility"] == "hidden"

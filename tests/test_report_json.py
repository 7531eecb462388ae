"""The JSON report: its schema, its keys, its bytes."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
import report_samples as samples

from nncheck.records import Report, SubmissionResult
from nncheck.report import FORMATS

SCHEMA = json.loads((files("nncheck.report") / "report.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def rendered(*submissions: SubmissionResult) -> dict[str, Any]:
    """The report on `submissions`, read back."""
    document: dict[str, Any] = json.loads(FORMATS["json"].render(samples.report(*submissions)))
    return document


@pytest.mark.parametrize("make", [samples.right, samples.wrong_sigmoid, samples.wrong_train_step])
@pytest.mark.parametrize("other", [samples.crashed, samples.hostile])
def test_reports_follow_the_schema(make: Any, other: Any) -> None:
    """Whatever a submission does, its report is valid."""
    VALIDATOR.validate(rendered(make(), other()))


def test_meta_the_schema_rejects() -> None:
    """The schema is not satisfied by anything: a wrong status, a missing or an unknown key is an error."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for spoil in (_unknown_status, _no_seed, _extra_key, _message_of_passed, _unknown_entry):
        document = rendered(samples.wrong_sigmoid())
        spoil(document)
        assert not VALIDATOR.is_valid(document), spoil.__name__


def _check(document: dict[str, Any], index: int) -> dict[str, Any]:
    check: dict[str, Any] = document["submissions"][0]["exercises"][0]["functions"][0]["checks"][index]
    return check


def _unknown_status(document: dict[str, Any]) -> None:
    _check(document, 0)["status"] = "maybe"


def _no_seed(document: dict[str, Any]) -> None:
    del document["environment"]["seed"]


def _extra_key(document: dict[str, Any]) -> None:
    _check(document, 0)["verdict"] = "fine"


def _message_of_passed(document: dict[str, Any]) -> None:
    _check(document, 3)["message"] = "well done"


def _unknown_entry(document: dict[str, Any]) -> None:
    _check(document, 0)["counterexample"]["got"]["data"] = ["x"]


def test_checks_have_the_published_keys_in_order() -> None:
    """Programs and people find every key, always in the same place."""
    check = _check(rendered(samples.wrong_sigmoid()), 0)
    assert list(check) == [
        *("check", "kind", "device", "status", "score", "max_score"),
        *("message", "counterexample", "misconceptions"),
    ]
    assert check["counterexample"] == {
        "inputs": {"x": {"dtype": "float64", "shape": [1], "data": [1.0]}},
        "got": {"dtype": "float64", "shape": [1], "data": [0.2689414213699951]},
        "expected": {"dtype": "float64", "shape": [1], "data": [0.7310585786300049]},
    }
    assert [named["id"] for named in check["misconceptions"]] == ["NN101"]


def test_scores_are_free_of_rounding_noise() -> None:
    """0.1 + 0.2 is written as 0.3."""
    result = samples.function("sigmoid", samples.passed("a", points=0.1), samples.passed("b", points=0.2))
    document = rendered(samples.submission("a.py", samples.exercise("activations", result)))
    assert document["submissions"][0]["score"] == 0.3


def test_lists_that_would_be_empty_are_left_out() -> None:
    """`notes` and `not_attempted` are there when there is something to say."""
    bare, full = rendered(samples.wrong_sigmoid(), samples.wrong_train_step())["submissions"]
    assert "notes" not in bare
    assert "not_attempted" not in bare["exercises"][0]
    assert full["notes"]
    assert rendered(samples.right())["submissions"][0]["exercises"][0]["not_attempted"] == ["tanh", "gelu"]


def test_secret_seed_and_missing_torch_are_null() -> None:
    """What is not known or not told is null."""
    environment = samples.environment()
    hidden = type(environment)(
        **{name: getattr(environment, name) for name in environment.__struct_fields__} | {"seed": None}
    )
    document = json.loads(FORMATS["json"].render(Report(submissions=(), environment=hidden)))
    assert document["environment"]["seed"] is None
    assert document["environment"]["torch"] is None


def test_bytes_are_plain_and_equal() -> None:
    """Two renderings are the same bytes, in ASCII without control characters."""
    one, other = (FORMATS["json"].render(samples.everything()) for _ in range(2))
    assert one == other
    assert one.isascii()
    assert all(line.isprintable() for line in one.splitlines())

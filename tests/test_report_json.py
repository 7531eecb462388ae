"""The JSON report: its schema, its keys, its bytes."""

import json
import re
from importlib.resources import files
from typing import Any

import jsonschema
import msgspec
import pytest
import report_samples as samples
from hostile_texts import BUILD_SERVERS, SHOWN, TEXT, VALUES, offence, submissions
from hypothesis import assume, given, settings

from nncheck.records import Counterexample, Report, SubmissionResult, Value
from nncheck.report import FORMATS
from nncheck.report.json import document
from nncheck.report.json import written as as_json

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


def test_hidden_checks_are_marked() -> None:
    """And valid; the others have no such key."""
    hidden = msgspec.structs.replace(samples.failed("dtype"), hidden=True)
    checks = samples.failed("values"), hidden
    result = samples.submission("a.py", samples.exercise("activations", samples.function("relu", *checks)))
    document = rendered(result)
    VALIDATOR.validate(document)
    assert [_check(document, index).get("hidden") for index in (0, 1)] == [None, True]


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


@pytest.mark.parametrize("text", [text for text, _ in SHOWN + BUILD_SERVERS] + ["</script>", "&lt;", "\x9c"])
def test_texts_do_no_harm(text: str) -> None:
    """Each of the known tricks is escaped, in names and in messages."""
    check = samples.failed("values", message=text)
    result = samples.submission(text, samples.exercise("e", samples.function("f", check)), notes=(text,))
    assert_inert(FORMATS["json"].render(samples.report(result)))


@settings(deadline=None)
@given(submissions())
def test_nothing_in_it_is_obeyed(result: SubmissionResult) -> None:
    """Whatever a student writes, the report is valid, and inert in a log, a terminal and a page."""
    written = FORMATS["json"].render(samples.report(result))
    assert_inert(written)
    VALIDATOR.validate(json.loads(written))


def assert_inert(written: str) -> None:
    """Printable ASCII without anything that a log or a page could take for its own."""
    assert offence(written) == ""
    assert written.isascii()
    assert not any(sign in written for sign in ("::", "##", "<", ">", "&"))


@pytest.mark.parametrize("sign", [":", "#", "<", ">", "&"])
@pytest.mark.parametrize("times", range(1, 8))
def test_signs_in_a_row_are_inert(sign: str, times: int) -> None:
    """However many there are, even or odd, and a reader gets all of them."""
    written = as_json({"message": sign * times})
    assert_inert(written)
    assert json.loads(written) == {"message": sign * times}


@settings(deadline=None)
@given(VALUES, TEXT)
def test_it_is_read_back_as_it_was_meant(value: Value, text: str) -> None:
    """Escapes are JSON's own: a reader gets the text itself, but for halves of surrogate pairs."""
    example = Counterexample(inputs={"x": text}, got=value, expected=None)
    check = samples.failed("values", message=text or "wrong", counterexample=example)
    result = samples.submission(text, samples.exercise("activations", samples.function("sigmoid", check)))
    meant = document(result)
    assume(not re.search("[\ud800-\udfff]", json.dumps(meant, ensure_ascii=False)))
    assert rendered(result)["submissions"] == [meant]


def test_names_that_are_no_unicode_are_spelt_out() -> None:
    """A file's name that is not UTF-8 does not make the report unreadable for strict readers."""
    written = FORMATS["json"].render(samples.report(samples.submission("caf\udce9.py")))
    assert json.loads(written)["submissions"][0]["submission"] == "caf\\udce9.py"
    json.loads(written)["submissions"][0]["submission"].encode("utf-8")


@pytest.mark.parametrize("number", [0, 1, 3])
def test_pieces_are_laid_out_as_a_whole(number: int) -> None:
    """A report of thousands is written piece by piece, and looks as if it had been written at once."""
    report = samples.report(*[samples.right()] * number)
    written = "".join(FORMATS["json"].pieces(report))
    assert written == FORMATS["json"].render(report)
    assert written == json.dumps(json.loads(written), indent=1) + "\n"

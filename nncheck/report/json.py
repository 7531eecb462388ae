"""Report -> JSON, for programs. Described by report.schema.json and docs/report-schema.md.

History of the schema:
1: the first.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from nncheck.records import (
    CheckResult,
    Counterexample,
    Environment,
    ExerciseResult,
    FunctionResult,
    Isolation,
    Named,
    Report,
    Status,
    SubmissionResult,
)
from nncheck.report.plain import capped
from nncheck.report.screen import Screen
from nncheck.report.values import CHARACTERS, jsonable

SCHEMA = "nncheck.report/1"
DIGITS = 6  # of a score: enough for any weight, too few for the noise of adding shares

# Outside of strings JSON has none of these. Pages obey <, > and &; build servers ::error:: and ##[error].
ACTIVE = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "::": r":\u003a", "##": r"#\u0023"}
# What no text in Unicode holds, and many a reader of JSON refuses: half of a pair, as in a file's name
# that is not UTF-8. It is spelt out.
SURROGATE = re.compile(r"[\ud800-\udfff]")


def render(report: Report, screen: Screen | None = None) -> str:
    """The report as JSON: printable ASCII, keys in a fixed order, so that equal reports are equal bytes."""
    return "".join(pieces(report, screen))


def pieces(report: Report, screen: Screen | None = None) -> Iterator[str]:
    """The same, a submission at a time."""
    return assembled(map(document, report.submissions), _environment(report.environment))


def assembled(submissions: Iterable[dict[str, Any]], environment: dict[str, Any]) -> Iterator[str]:
    """A report out of documents."""
    yield f'{{\n "schema": {written(SCHEMA)},\n "submissions": ['
    between = "\n  "
    for each in submissions:
        yield between + written(each).replace("\n", "\n  ")
        between = ",\n  "
    yield "" if between == "\n  " else "\n "
    last = written(environment).replace("\n", "\n ")
    yield f'],\n "environment": {last}\n}}\n'


def written(value: Any) -> str:
    """JSON's own types as printable ASCII that neither a page nor a build server takes for its own."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False)
    if "\\ud" in text:  # half of a pair, or a whole one
        text = json.dumps(whole(value), ensure_ascii=True, allow_nan=False)
    laid_out = msgspec.json.format(text, indent=1)  # ten times as fast as json's own indent
    for active, inert in ACTIVE.items():  # ten times as fast as a regular expression
        laid_out = laid_out.replace(active, inert)
    return laid_out


def whole(value: Any) -> Any:
    """JSON's own types, in which every text can be encoded."""
    match value:
        case str():
            return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", value)
        case dict():
            return {whole(key): whole(item) for key, item in value.items()}
        case list():
            return [whole(item) for item in value]
    return value


def document(result: SubmissionResult) -> dict[str, Any]:
    """A submission's result as JSON's own types."""
    written = {
        "submission": result.submission,
        "sha256": result.sha256,
        **_points(result),
        "exercises": [_exercise(exercise) for exercise in result.exercises],
    }
    if result.notes:
        written["notes"] = [capped(note, CHARACTERS) for note in result.notes]
    return written


def _exercise(result: ExerciseResult) -> dict[str, Any]:
    written = {
        "exercise": result.exercise,
        **_points(result),
        "functions": [_function(function) for function in result.functions],
    }
    if result.not_attempted:
        written["not_attempted"] = list(result.not_attempted)
    return written


def _function(result: FunctionResult) -> dict[str, Any]:
    return {
        "function": result.function,
        **_points(result),
        "checks": [_check(check) for check in result.checks],
    }


def _check(result: CheckResult) -> dict[str, Any]:
    passed = result.status is Status.PASSED
    found = {
        "check": result.check,
        "kind": result.kind,
        "device": result.device,
        "status": str(result.status),
        **_points(result),
        "message": None if passed else capped(result.message or result.promise, CHARACTERS),
        "counterexample": _counterexample(result.counterexample),
        "misconceptions": [_misconception(named) for named in result.misconceptions],
    }
    return found | ({"hidden": True} if result.hidden else {})


def _points(result: SubmissionResult | ExerciseResult | FunctionResult | CheckResult) -> dict[str, float]:
    return {"score": round(float(result.score), DIGITS), "max_score": round(float(result.max_score), DIGITS)}


def _counterexample(found: Counterexample | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "inputs": {name: jsonable(value) for name, value in found.inputs.items()},
        "got": jsonable(found.got),
        "expected": jsonable(found.expected),
    }


def _misconception(named: Named) -> dict[str, str]:
    return {"id": named.id, "title": named.title, "hint": named.hint}


def _environment(environment: Environment) -> dict[str, Any]:
    return {
        "nncheck": environment.nncheck,
        "python": environment.python,
        "numpy": environment.numpy,
        "torch": environment.torch,
        "sympy": environment.sympy,
        "hypothesis": environment.hypothesis,
        "python-flint": environment.python_flint,
        "devices": list(environment.devices),
        "seed": environment.seed,
        "isolation": _isolation(environment.isolation),
    }


def _isolation(isolation: Isolation) -> dict[str, Any]:
    written = {
        "level": isolation.level,
        "active": list(isolation.active),
        "missing": dict(sorted(isolation.missing.items())),
    }
    return written | ({"practice": True} if isolation.level == "none" else {})

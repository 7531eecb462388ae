"""A JSON report -> the results in it, as far as it holds them: counterexamples stay behind.

It may come out of a student's repository. Sentences are shown with care, whoever wrote them; names and points
are taken for ours, so that those that nncheck cannot have written are refused here.
"""

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from nncheck.errors import UsageError
from nncheck.records import Environment, Report
from nncheck.report.json import SCHEMA
from nncheck.report.plain import plain

NAMES = ("exercise", "function", "check", "kind", "device", "id")
LONGEST = 200  # characters of a name
MOST_POINTS, ROUNDING = 1e9, 1e-5


def read(data: bytes, where: str) -> tuple[Report, dict[str, Any]]:
    """The report, and the very document, which has more of it.

    Raises UsageError where it is none.
    """
    try:
        document = json.loads(data)
        if document["schema"] != SCHEMA:
            raise UsageError(f"{where} is of schema {document['schema']}, and this nncheck reads {SCHEMA}")
        submissions = [_submission(each) for each in document["submissions"]]
        environment = _environment(document["environment"])
        found = msgspec.convert({"submissions": submissions, "environment": environment}, Report)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(
            f"{where} is neither a gradebook nor a report; nncheck grade --format json --output {where}"
            " writes one"
        ) from None
    return found, document


def _submission(written: dict[str, Any]) -> dict[str, Any]:
    exercises = [
        _sound(exercise) | {"functions": [_function(each) for each in exercise["functions"]]}
        for exercise in written["exercises"]
    ]
    return _sound(written) | {"exercises": exercises}


def _function(written: dict[str, Any]) -> dict[str, Any]:
    return _sound(written) | {"checks": [_check(each) for each in written["checks"]]}


def _check(written: dict[str, Any]) -> dict[str, Any]:
    """The sentence that a check promises is in the message alone."""
    for named in written["misconceptions"]:
        _refuse_strange([named["id"]])
    return _sound(written) | {"promise": written["message"] or "", "counterexample": None}


def _sound(written: dict[str, Any]) -> dict[str, Any]:
    """A part of the report, if its names and points can be ours."""
    _refuse_strange([written[name] for name in NAMES if name in written])
    _refuse_strange(written.get("not_attempted", []))
    score, most = written["score"], written["max_score"]
    if not 0 <= score <= most + ROUNDING <= MOST_POINTS:  # nor NaN
        raise ValueError(f"{score} of {most} points")
    return written


def _refuse_strange(names: Iterable[str]) -> None:
    for name in names:
        if plain(name, LONGEST) != name:
            raise ValueError(f"{name!r} is no name")


def _environment(written: dict[str, Any]) -> Environment:
    _refuse_strange(each for each in (*written.values(), *written["devices"]) if isinstance(each, str))
    _refuse_strange([written["isolation"]["level"]])
    renamed = written | {"python_flint": written["python-flint"]}
    return msgspec.convert(renamed, Environment)

"""A JSON report -> the results in it, as far as it holds them: counterexamples stay behind."""

import json
from typing import Any

import msgspec

from nncheck.errors import UsageError
from nncheck.records import Environment, Report
from nncheck.report.json import SCHEMA


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
        exercise | {"functions": [_function(each) for each in exercise["functions"]]}
        for exercise in written["exercises"]
    ]
    return written | {"exercises": exercises}


def _function(written: dict[str, Any]) -> dict[str, Any]:
    return written | {"checks": [_check(each) for each in written["checks"]]}


def _check(written: dict[str, Any]) -> dict[str, Any]:
    """The sentence that a check promises is in the message alone."""
    return written | {"promise": written["message"] or "", "counterexample": None}


def _environment(written: dict[str, Any]) -> Environment:
    renamed = written | {"python_flint": written["python-flint"]}
    return msgspec.convert(renamed, Environment)

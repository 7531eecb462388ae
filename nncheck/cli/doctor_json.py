"""Diagnosis -> JSON, for programs.

History of the schema:
1: the first.
"""

import json
from typing import Any

import msgspec

from nncheck.doctor.findings import Diagnosis
from nncheck.report import Screen

SCHEMA = "nncheck.doctor/1"


def render(diagnosis: Diagnosis, screen: Screen | None = None) -> str:
    """ASCII, with its keys in a fixed order."""
    return json.dumps(document(diagnosis), indent=1, ensure_ascii=True, allow_nan=False) + "\n"


def document(diagnosis: Diagnosis) -> dict[str, Any]:
    """The records, under the names that they have in nncheck/doctor/findings.py."""
    return {"schema": SCHEMA, **msgspec.to_builtins(diagnosis)}

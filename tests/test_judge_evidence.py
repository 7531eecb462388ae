"""What became of a call, in words."""

import pytest

from nncheck.judge.evidence import UNWRITTEN, outcome_sentence
from nncheck.records import Outcome, OutcomeKind

EXCEPTIONS = [
    ("NotImplementedError", "", UNWRITTEN),
    (
        "NotImplementedError",
        "no kernel for it",
        "it raised NotImplementedError: no kernel for it",
    ),  # as torch does
    ("NotImplementedError", " (at step 1)", UNWRITTEN),
    ("NotImplementedError", " (at step 2)", "it raised NotImplementedError:  (at step 2)"),
    ("ValueError", "", "it raised ValueError"),
]


@pytest.mark.parametrize(("error", "message", "sentence"), EXCEPTIONS)
def test_a_stub_is_told_from_a_mistake(error: str, message: str, sentence: str) -> None:
    """Only the bare exception of a stub says that nothing is written yet."""
    outcome = Outcome(kind=OutcomeKind.EXCEPTION, error=error, message=message)
    assert outcome_sentence(outcome) == sentence

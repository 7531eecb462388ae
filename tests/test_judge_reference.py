"""Exact answers and torch's: what passes, what fails, and what is said."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import answered

from nncheck.cases.bundle import Bundle, Case
from nncheck.judge.evidence import Answered, no_value, outcome_sentence
from nncheck.judge.reference import agrees, agrees_with_torch, agrees_with_torch_on
from nncheck.records import Location, Outcome, OutcomeKind

Bundles = Callable[[str], dict[str, Bundle]]


def case(**details: Any) -> Case:
    """A case of a function that doubles."""
    x = np.array([1.0, -2.0])
    given: dict[str, Any] = {
        "name": "n",
        "why": "chosen",
        "group": "values",
        "arguments": (x,),
        "exact": 2 * x,
    }
    return Case(**{**given, "tolerance": np.full(2, 1e-15), "scale": np.full(2, 2.0), **details})


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def test_right_answers_agree(bundles: Bundles) -> None:
    """A sigmoid in textbook form is right in both types, and at the worked extremes."""
    assert agrees(answered(bundles("activations")["sigmoid"].cases, sigmoid)) is None


WRONG = [
    ("sign", lambda x: 1 / (1 + np.exp(x))),
    ("rounded", lambda x: np.round(1 / (1 + np.exp(-x)), 6)),
    ("float32 inside", lambda x: sigmoid(np.float32(x)).astype(x.dtype)),
    ("NaN", lambda x: x * np.nan),
    ("inf", lambda x: x * 0 + np.inf),
    ("scalar", lambda x: 0.5),
    ("nothing", lambda x: None),
    ("raises", lambda x: sigmoid(y)),  # type: ignore[name-defined]  # noqa: F821
]


@pytest.mark.parametrize("student", [row[1] for row in WRONG], ids=[row[0] for row in WRONG])
def test_wrong_answers_do_not(student: Callable[..., Any], bundles: Bundles) -> None:
    """Each mistake breaks the promise on the values of every seed."""
    assert agrees(answered(bundles("activations")["sigmoid"].group("values"), student)) is not None


def test_the_first_broken_case_is_told() -> None:
    """Sentence, inputs, place, error, tolerance and the reason for the case come along."""
    broken = agrees(answered([case(), case(name="later")], lambda x: np.array([2.0, -4.5])))
    assert broken is not None
    assert broken.sentence == "answer[1] = -4.5, expected -4.0"
    assert (broken.index, broken.error, broken.allowed, broken.why) == ((1,), 0.5, 1e-15, "chosen")
    assert broken.case is not None
    assert broken.case.name == "n"
    assert np.array_equal(broken.arguments[0], [1.0, -2.0])


def test_torch_is_allowed_twice_the_tolerance() -> None:
    """Answer and torch are each within one tolerance of the exact value; cases without torch are left out."""
    exact = np.array([2.0, -4.0])
    beside = case(torch=exact - 1e-15)
    assert agrees_with_torch(answered([beside, case()], lambda x: exact + 0.9e-15)) is None
    assert agrees_with_torch(answered([case()], lambda x: exact + 1)) is None
    broken = agrees_with_torch(answered([beside], lambda x: exact + 3e-15))
    assert broken is not None
    assert broken.sentence.startswith("answer[0] = 2.000000000000003, expected 1.99999999")


OUTCOMES = [
    (Outcome(kind=OutcomeKind.EXCEPTION, error="TypeError", message="no"), "it raised TypeError: no"),
    (Outcome(kind=OutcomeKind.EXCEPTION, error="KeyError"), "it raised KeyError"),
    (Outcome(kind=OutcomeKind.TIMEOUT), "it did not return in time"),
    (Outcome(kind=OutcomeKind.MEMORY), "it ran out of memory"),
    (Outcome(kind=OutcomeKind.TIMEOUT, message="took longer than 5 s"), "it took longer than 5 s"),
    (Outcome(kind=OutcomeKind.EXIT), "it ended the Python process"),
    (Outcome(kind=OutcomeKind.EXIT, message="called os._exit(0)"), "it called os._exit(0)"),
    (Outcome(kind=OutcomeKind.CRASH, message="SIGSEGV"), "it crashed the Python process (SIGSEGV)"),
    (Outcome(kind=OutcomeKind.FLOOD), "it printed without end"),
    (Outcome(kind=OutcomeKind.PROTOCOL), "it sent something that is no answer"),
    (Outcome(kind=OutcomeKind.MISSING), "it is not defined"),
    (Outcome(kind=OutcomeKind.UNRUN, message="exit earlier"), "it was not called (exit earlier)"),
    (Outcome(kind=OutcomeKind.UNRUN), "it was not called"),
]


@pytest.mark.parametrize(("outcome", "sentence"), OUTCOMES, ids=[sentence for _, sentence in OUTCOMES])
def test_calls_without_a_value_break_the_promise(outcome: Outcome, sentence: str) -> None:
    """Every end of a call but a value has its sentence."""
    assert outcome_sentence(outcome) == sentence
    broken = agrees([Answered(case=case(), outcome=outcome)])
    assert broken is not None
    assert broken.sentence == sentence


def test_meta_every_outcome_kind_has_a_row() -> None:
    """The table above leaves out no kind of outcome but the value."""
    assert {outcome.kind for outcome, _ in OUTCOMES} == set(OutcomeKind) - {OutcomeKind.VALUE}


def test_the_line_of_an_exception_comes_along() -> None:
    """Where the student's code raised, the report can point."""
    outcome = Outcome(kind=OutcomeKind.EXCEPTION, error="TypeError", location=Location(cell="a.py", line=7))
    broken = no_value(Answered(case=case(), outcome=outcome))
    assert broken is not None
    assert broken.location == Location(cell="a.py", line=7)
    assert no_value(Answered(case=case(), outcome=Outcome(kind=OutcomeKind.VALUE, value=1.0))) is None


def test_torch_elsewhere_is_compared_within_both_tolerances() -> None:
    """Ours and theirs add up; cases that torch has no answer to elsewhere are left out."""
    here = case()
    there = case(torch=here.exact + 4e-15, tolerance=np.full(2, 3e-15))
    for off, kept in ((0.5e-15, True), (-2e-15, False), (1e-14, False)):
        outcome = Outcome(kind=OutcomeKind.VALUE, value=here.exact + off)
        broken = agrees_with_torch_on([Answered(case=here, outcome=outcome)], [there])
        assert (broken is None) == kept, off
    wrong = [Answered(case=here, outcome=Outcome(kind=OutcomeKind.VALUE, value=here.exact + 1))]
    assert agrees_with_torch_on(wrong, [case()]) is None
    assert agrees_with_torch_on(wrong, []) is None
    assert agrees_with_torch_on(wrong, [there]) is not None

"""A number in notes and one that a program printed: the verdict, digits and correction, without a sandbox."""

from fractions import Fraction
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncheck.verify.findings import Verdict
from nncheck.verify.notes.actual import Actual, numbers_written
from nncheck.verify.notes.beside.shapes import has_number, is_value, number_spans, words
from nncheck.verify.notes.comparing import compared
from nncheck.verify.notes.pieces import Written

TRUE, FALSE, UNDECIDED = Verdict.TRUE, Verdict.FALSE, Verdict.UNDECIDED

# as notes print it, as the program does, in full if known: verdict, what the notes should print
ROWS = [
    ("0.7514", "0.7514", None, TRUE, "0.7514"),
    ("0.751", "0.7514", None, TRUE, "0.751"),
    ("0.752", "0.7514", None, FALSE, "0.751"),
    ("0.75136", "0.7514", None, UNDECIDED, "0.75136"),
    ("0.75136", "0.7514", Fraction("0.751365"), TRUE, "0.75136"),
    ("0.75137", "0.7514", Fraction("0.751365"), TRUE, "0.75137"),
    ("0.75138", "0.7514", Fraction("0.751365"), FALSE, "0.75136"),
    ("3.0", "3", None, TRUE, "3.0"),
    ("3.5", "3", None, FALSE, "3.0"),
    ("3", "3.", Fraction(3), TRUE, "3"),
    ("1e-05", "1.0e-05", None, TRUE, "1e-05"),
    ("2e-05", "1.0e-05", None, FALSE, "1e-05"),
    ("nan", "nan", nan, TRUE, "nan"),
    ("inf", "-inf", -inf, FALSE, "-inf"),
    ("0.5", "nan", nan, FALSE, "nan"),
    ("-0.0", "0.0", None, TRUE, "-0.0"),
    ("\u22120.5", "-0.5", Fraction("-0.5"), TRUE, "\u22120.5"),
]


@pytest.mark.parametrize(("printed", "prints", "exact", "verdict", "right"), ROWS)
def test_verdicts(printed: str, prints: str, exact: object, verdict: Verdict, right: str) -> None:
    """At the digits of the notes; never beyond what is known of the program's number."""
    found = compared(printed, Actual(text=prints, exact=exact))
    assert (found.verdict, found.right) == (verdict, right)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e6, max_value=1e6), st.integers(0, 9))
def test_a_rounding_is_true_and_a_neighbour_is_not(value: float, digits: int) -> None:
    """For every number and any number of digits; a correction is itself true."""
    actual = Actual(text=repr(value), exact=Fraction(value))
    printed = f"{value:.{digits}f}"
    assert compared(printed, actual).verdict is TRUE
    neighbour = _moved(printed, digits)
    found = compared(neighbour, actual)
    assert found.verdict is FALSE
    assert compared(found.right, actual).verdict is TRUE


def _moved(printed: str, digits: int) -> str:
    """Two units of the last digit away."""
    units = int(Fraction(printed) * 10**digits) + 2
    sign, size = ("-" if units < 0 else ""), f"{abs(units):0{digits + 1}d}"
    return f"{sign}{size[: len(size) - digits]}.{size[len(size) - digits :]}" if digits else f"{sign}{size}"


NUMBERS = {
    "tensor([[0.7514, -1.]], grad_fn=<DivBackward0>, dtype=torch.float64)": ["0.7514", "-1."],
    "tensor([1., 2.], device='cuda:0')": ["1.", "2."],
    "Out[3]: 0.5": ["0.5"],
    "linear1.weight 10ms v1.2.3 0x7f3a x2": [],
    "\u51c6\u786e\u73870.95\u5de6\u53f3": ["0.95"],
    "1e-05 2E+3 .5 nan -inf infinity nano": ["1e-05", "2E+3", ".5", "nan", "-inf"],
    "loss=0.25, acc:3%": ["0.25", "3"],
}


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_in_text(text: str) -> None:
    """Digits in names, versions, units and addresses are none."""
    assert [text[start:end] for start, end in number_spans(text)] == NUMBERS[text]
    assert has_number(text) == bool(NUMBERS[text])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tensor([0.5])", True),
        ("OrderedDict([('w', tensor([[0.1, 0.2]]))])", True),
        ("=> 0.5", True),
        ("Output: [1, 2]", True),
        ("\u8f93\u51fa: 0.5", True),
        ("results in 0.5", False),
        ("1. The first step", False),
        ("0.5 is small", False),
        ("\u5927\u7ea60.5", False),
    ],
)
def test_values(text: str, value: bool) -> None:
    """A value has no words but those of values, and those that introduce it."""
    assert is_value(text) == value
    assert value or words(text)


def test_full_values_must_be_those_that_are_printed() -> None:
    """A program that gives other values than it prints is judged by what it prints."""
    honest = Written(at=(), pieces=(("[0.33 0.67]", ("0.3333", "0.6667"), 0.0),), shown=False)
    forged = Written(at=(), pieces=(("[0.33 0.67]", ("0.5", "nonsense"), 0.0),), shown=False)
    fewer = Written(at=(), pieces=(("[0.33 0.67]", ("0.3333",), 0.0),), shown=False)
    assert [each.exact for each in numbers_written([honest])] == [Fraction("0.3333"), Fraction("0.6667")]
    assert [each.exact for each in numbers_written([forged, fewer])] == [None] * 4


def test_numbers_across_pieces() -> None:
    """What is written in several parts is read as it stands there together."""
    pieces = (("1", ("1",), 0.0), ("2", ("2",), 0.0), (" 0.5\n", None, 0.0))
    assert [each.text for each in numbers_written([Written(at=(), pieces=pieces, shown=False)])] == [
        "12",
        "0.5",
    ]

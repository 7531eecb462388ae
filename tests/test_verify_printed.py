"""Printed numbers: roundings, truncations, ties, exponents, and what is right in their place."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from math import inf, nan
from typing import Any

import pytest
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from nncheck.errors import UsageError
from nncheck.verify.printed import Agreement, agreement, correct, digits_right, parse, shown, significant

ROUNDING, TRUNCATION, WRONG, UNDECIDED = Agreement

TABLE: list[tuple[str, Any, Agreement]] = [
    ("0.7514", Fraction(7513650696, 10**10), ROUNDING),
    ("0.7513", Fraction(7513650696, 10**10), TRUNCATION),
    ("0.7512", Fraction(7513650696, 10**10), WRONG),
    (".0822", Fraction("0.08216704056"), ROUNDING),
    ("-0.0226", Fraction("-0.02260254048"), ROUNDING),
    ("\u22120.0226", Fraction("-0.02260254048"), ROUNDING),
    ("0.0226", Fraction("-0.02260254048"), WRONG),
    ("1.", Fraction("0.96"), ROUNDING),
    ("2.5e-1", Fraction("0.2512"), ROUNDING),
    ("2.5E-01", Fraction("0.2572"), TRUNCATION),
    ("3e2", Fraction(349), ROUNDING),
    ("3e2", Fraction(351), TRUNCATION),
    ("+7", Fraction(7), ROUNDING),
    ("0.12", Fraction("0.125"), ROUNDING),  # a tie: both neighbours are right
    ("0.13", Fraction("0.125"), ROUNDING),
    ("-0.12", Fraction("-0.125"), ROUNDING),
    ("-0.13", Fraction("-0.125"), ROUNDING),
    ("0.11", Fraction("0.125"), WRONG),
    ("-0.00", Fraction(0), ROUNDING),
    ("-0.00", Fraction("0.001"), ROUNDING),
    ("0.00", Fraction("-0.001"), ROUNDING),
    ("0.00", Fraction("-0.008"), TRUNCATION),
    ("0.00", Fraction("0.011"), WRONG),
    ("0.1", 0.1, ROUNDING),  # the double, which is not a tenth
    ("0.1000000000000000055511151231257827", 0.1, ROUNDING),
    ("0.1000000000000000", 0.1, ROUNDING),
    ("0.10000000000000000", 0.1, TRUNCATION),
    ("0.33" + "3" * 5000, Fraction(1, 3), ROUNDING),
    ("0.33" + "3" * 5000 + "4", Fraction(1, 3), WRONG),
    ("9" * 5000, Fraction(10**5000), WRONG),
    ("inf", inf, ROUNDING),
    ("-inf", inf, WRONG),
    ("nan", nan, ROUNDING),
    ("1e-20000", Fraction(1, 10**20000), ROUNDING),
]


@pytest.mark.parametrize(("text", "exact", "expected"), TABLE)
def test_agreement(text: str, exact: Any, expected: Agreement) -> None:
    """Right is the correct rounding at the digits printed, whatever the format."""
    assert agreement(parse(text), exact) is expected


def test_truncation_is_right_where_it_is_declared() -> None:
    """Declared truncated, a number is the truncation; one that is both is called what was declared."""
    assert agreement(parse("0.7513"), Fraction("0.75136"), truncated=True) is TRUNCATION
    assert agreement(parse("0.7514"), Fraction("0.75136"), truncated=True) is ROUNDING
    assert agreement(parse("0.751"), Fraction("0.75136"), truncated=True) is TRUNCATION
    assert agreement(parse("-0.7513"), Fraction("-0.75136"), truncated=True) is TRUNCATION
    assert agreement(parse("0"), Fraction("-0.9"), truncated=True) is TRUNCATION


def test_a_ball_over_the_border_is_undecided() -> None:
    """A ball inside one rounding is decided, one over a border is not, one far off is wrong."""
    ctx.prec = 64
    assert agreement(parse("0.5"), arb("0.5 +/- 0.01")) is ROUNDING
    assert agreement(parse("0.5"), arb("0.55 +/- 0.01")) is UNDECIDED
    assert agreement(parse("0.5"), arb("0.75 +/- 0.01")) is WRONG
    assert agreement(parse("0.5"), arb("nan")) is UNDECIDED
    assert agreement(parse("0"), arb(-(10**7)).exp()) is ROUNDING
    assert agreement(parse("0"), arb(10**7).exp()) is WRONG


@pytest.mark.parametrize(
    "text", ["", "abc", "1.2.3", "0x10", "1_000", "٣", "1e99999", "9" * 30000, "1e", "--1", "1,5", "."]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    """Anything else is refused in a sentence."""
    with pytest.raises(UsageError):
        parse(text)


CORRECTED = [
    ("0.291027924", Fraction("0.291027773694"), "0.291027774", 6),
    (".0822", Fraction("0.0722"), ".0722", 0),
    ("\u22120.5", Fraction("-0.75"), "\u22120.8", 0),
    ("0.5", Fraction("-0.75"), "-0.8", 0),
    ("3.", Fraction("2.2"), "2.", 0),
    ("1.0e-5", Fraction("0.00002345"), "2.3e-5", 0),
    ("9.9e-04", Fraction(1, 1000), "1.0e-03", 1),
    ("1.5E+02", Fraction("1234"), "1.2E+03", 0),
    ("1e-9", Fraction(12345), "1e+4", 0),
    ("0.000", Fraction("0.0256"), "0.026", 2),
    ("-19049119e-9", Fraction("-0.0190491182583"), "-2e-2", 7),
]


@pytest.mark.parametrize(("text", "exact", "expected", "right"), CORRECTED)
def test_correct_and_digits_right(text: str, exact: Fraction, expected: str, right: int) -> None:
    """The right number is given in the format of the wrong one, with as many digits."""
    assert correct(parse(text), exact) == expected
    assert digits_right(parse(text), exact) == right
    assert agreement(parse(expected), exact) is ROUNDING


def test_significant_digits() -> None:
    """Zeros in front do not count; of a zero all digits do."""
    assert [significant(parse(text)) for text in ("0.0820", "-12.5e7", ".5", "0.000", "100")] == [
        3,
        3,
        1,
        4,
        3,
    ]


def test_shown() -> None:
    """Exact values are shown with so many digits, long ones with an exponent."""
    values = [Fraction(1, 3), Fraction(1, 8), 0, 2**70, Fraction(1, 10**20), Fraction(-5, 2)]
    assert [shown(value, 5) for value in values] == ["0.33333", "0.125", "0", "1.1806e+21", "1e-20", "-2.5"]


FRACTIONS = st.fractions(-(10**12), 10**12) | st.floats(-1e300, 1e300).map(Fraction)


def rounded(exact: Fraction, digits: int) -> Decimal:
    """Rounded by another library, with many digits in between."""
    scaled = exact * 10**digits
    whole = Decimal(scaled.numerator // scaled.denominator)
    rest = scaled - int(whole)
    if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and int(whole) % 2):
        whole += 1
    return whole.scaleb(-digits)


@settings(max_examples=300, deadline=None)
@given(exact=FRACTIONS, digits=st.integers(0, 12))
def test_the_correct_rounding_is_always_right(exact: Fraction, digits: int) -> None:
    """Whatever the number, its correct rounding is right and one unit off is wrong."""
    with localcontext() as context:
        context.prec = 400
        context.rounding = ROUND_HALF_EVEN
        text = rounded(exact, digits)
        unit = Decimal(1).scaleb(-digits)
        assert agreement(parse(f"{text:f}"), exact) is ROUNDING
        tie = (exact * 10**digits * 2).denominator == 1 and (exact * 10**digits).denominator == 2
        off = [f"{text + unit:f}", f"{text - unit:f}"]
        found = [agreement(parse(each), exact) for each in off]
        assert tie or ROUNDING not in found


@settings(max_examples=200, deadline=None)
@given(exact=FRACTIONS.filter(bool), digits=st.integers(0, 15))
def test_correct_is_right_with_an_exponent(exact: Fraction, digits: int) -> None:
    """A wrong number with an exponent is replaced by one that is right, with as many digits."""
    wrong = f"{'1.' if digits else '1'}{'0' * digits}e+00"
    found = correct(parse(wrong), exact)
    assert agreement(parse(found), exact) is ROUNDING
    assert parse(found).digits == digits

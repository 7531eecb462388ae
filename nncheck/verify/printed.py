"""A number as text -> whether it is the exact value, rounded to the digits that are printed.

All comparisons are exact: a float is the number that it is, a ball is everything inside it. A number
that lies halfway has two right roundings. The sign of a printed zero is not judged: -0.00 is 0.00.
"""

import re
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from math import inf, isfinite, isnan, nan
from typing import Any

from flint import arb

from nncheck.errors import UsageError
from nncheck.records import Record

LONGEST = 20_000  # characters of a number, and the largest exponent
_FARTHEST = 200_000  # bits: balls beyond 2^this are larger, below 2^-this smaller than any printed number
_HUGE = 1 << _FARTHEST
_TINY = Fraction(1, _HUGE)
_NUMBER = re.compile(r"([+\-\u2212]?)(\d+\.?\d*|\.\d+)(?:([eE])([+\-\u2212]?)(\d+))?")
_SPECIAL = re.compile(r"([+\-\u2212]?)(inf|infinity|nan|\u221e)", re.IGNORECASE)

Exact = Any  # arb, Fraction, float or int


class Agreement(StrEnum):
    """How a printed number agrees with an exact one. UNDECIDED: a ball reaches over the border."""

    ROUNDING = "rounding"
    TRUNCATION = "truncation"
    WRONG = "wrong"
    UNDECIDED = "undecided"


class Printed(Record, frozen=True, kw_only=True):
    """A decimal number as it is printed: (-)mantissa x 10^exponent, `digits` of it after the point."""

    text: str
    digits: int = 0
    exponent: int = 0
    value: Fraction = Fraction(0)
    special: float | None = None  # inf, -inf or nan

    @property
    def unit(self) -> Fraction:
        """One unit of the last digit printed."""
        return Fraction(10) ** (self.exponent - self.digits)


def parse(text: str) -> Printed:
    """The number that `text` is, as it stands there.

    Raises UsageError where it is none, or is beyond all bounds.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise UsageError(f"a number of {len(text):,} characters; up to {LONGEST:,} are read")
    if special := _SPECIAL.fullmatch(text):
        endless = nan if special[2].lower() == "nan" else inf
        return Printed(text=text, special=-endless if special[1] in ("-", "\u2212") else endless)
    found = _NUMBER.fullmatch(text)
    if found is None or not text.isascii() and not text.replace("\u2212", "-").isascii():
        raise UsageError(f"{text[:60]!r} is not a number")
    sign, mantissa, _, exponent_sign, exponent_digits = found.groups(default="")
    if len(exponent_digits) > 9 or int(exponent_digits or 0) > LONGEST:
        raise UsageError(f"the exponent of {text[:60]!r} is beyond {LONGEST:,}")
    exponent = int(exponent_digits or 0) * (-1 if exponent_sign in ("-", "\u2212") else 1)
    size = Fraction(Decimal(mantissa)) * Fraction(10) ** exponent  # Decimal reads any number of digits
    digits = len(mantissa.partition(".")[2])
    negative = sign in ("-", "\u2212")
    return Printed(text=text, digits=digits, exponent=exponent, value=-size if negative else size)


def agreement(printed: Printed, exact: Exact, truncated: bool = False) -> Agreement:
    """Whether `printed` is the correct rounding of `exact`, or what cutting digits off gives.

    Where it is both, the answer is the rounding; with `truncated` the truncation.
    """
    if printed.special is not None or not _finite(exact):
        return _special_agreement(printed, exact)
    rounding, truncation = _rounds(printed, exact), _truncates(printed, exact)
    ways = [(Agreement.ROUNDING, rounding), (Agreement.TRUNCATION, truncation)]
    for way, holds in reversed(ways) if truncated else ways:
        if holds is None:
            return Agreement.UNDECIDED
        if holds:
            return way
    return Agreement.WRONG


def digits_right(printed: Printed, exact: Exact) -> int:
    """How many of the significant digits printed are right, from the left; zeros in front do not count.

    Of a printed 0.000 every digit is counted.
    """
    if printed.special is not None or not _finite(exact):
        return 0
    low, high = bounds(exact)
    error = max(abs(printed.value - low), abs(printed.value - high))
    shown = significant(printed)
    unit = printed.unit
    for right in range(shown, 0, -1):
        if 2 * error <= unit:
            return right
        unit *= 10
    return 0


def significant(printed: Printed) -> int:
    """How many significant digits are printed; of 0.000 all."""
    digits = re.sub(r"[eE].*|[^\d]", "", printed.text)
    return len(digits.lstrip("0")) or len(digits)


def correct(printed: Printed, exact: Exact) -> str:
    """The right number in the same format: as many digits, an exponent where there was one."""
    if agreement(printed, exact) is Agreement.ROUNDING:
        return printed.text
    if not _finite(exact):
        return _shown_special(exact)
    if printed.special is not None:
        return shown(exact)
    low, high = bounds(exact)
    middle = (low + high) / 2
    if abs(middle) >= _HUGE:
        return shown(exact)
    pattern = _NUMBER.fullmatch(printed.text)
    assert pattern is not None
    _, mantissa, letter, exponent_sign, exponent_digits = pattern.groups(default="")
    if not letter:
        return _signed(middle, _fixed(abs(middle), printed.digits), mantissa, printed.text)
    exponent = _leading(middle, printed.digits)
    digits = _fixed(abs(middle) / Fraction(10) ** exponent, printed.digits)
    sign = "-" if exponent < 0 else "+" if exponent_sign == "+" else ""
    if exponent >= 0 and exponent_sign in ("-", "\u2212"):
        sign = "+"
    tail = f"{letter}{sign}{abs(exponent):0{len(exponent_digits)}d}"
    return _signed(middle, digits, mantissa, printed.text) + tail


def shown(exact: Exact, digits: int = 10) -> str:
    """The exact value rounded to `digits` significant digits, short numbers without zeros at the end."""
    if not _finite(exact):
        return _shown_special(exact)
    low, high = bounds(exact)
    middle = (low + high) / 2
    if middle == 0 or low < 0 < high:  # a ball around 0 has no digits
        return "0"
    sign = "-" if middle < 0 else ""
    if abs(middle) >= _HUGE or abs(middle) <= _TINY:
        return f"{sign}{'over' if abs(middle) > 1 else 'under'} 2^{'' if abs(middle) > 1 else '-'}{_FARTHEST}"
    exponent = _leading(middle, digits - 1)
    if -6 <= exponent < max(digits, 7):
        text = _fixed(abs(middle), max(digits - 1 - exponent, 0))
        return sign + (text.rstrip("0").rstrip(".") if "." in text else text)
    text = _fixed(abs(middle) / Fraction(10) ** exponent, digits - 1)
    return f"{sign}{text.rstrip('0').rstrip('.') if '.' in text else text}e{exponent:+03d}"


def bounds(exact: Exact) -> tuple[Fraction, Fraction]:
    """The ends of a ball as exact fractions; both are the number where it is one."""
    if isinstance(exact, arb):
        return _end(exact.lower(), down=True), _end(exact.upper(), down=False)
    return Fraction(exact), Fraction(exact)


def _end(ball: Any, down: bool) -> Fraction:
    """An end of a ball; one beyond all printed numbers is moved outwards, to where it may be written down."""
    mantissa, exponent = (int(part) for part in ball.man_exp())
    size = mantissa.bit_length() + exponent
    if mantissa and size > _FARTHEST:
        return Fraction(_HUGE if mantissa > 0 else -_HUGE)
    if mantissa and size < -_FARTHEST:
        tiny = _TINY
        return (Fraction(0) if down else tiny) if mantissa > 0 else (-tiny if down else Fraction(0))
    return Fraction(mantissa) * Fraction(2) ** exponent


def _rounds(printed: Printed, exact: Exact) -> bool | None:
    half = printed.unit / 2
    low, high = bounds(exact)
    if printed.value - half <= low and high <= printed.value + half:
        return True
    return None if high >= printed.value - half and low <= printed.value + half else False


def _truncates(printed: Printed, exact: Exact) -> bool | None:
    """Whether cutting off digits gives it: the exact number has the same digits, and then others."""
    low, high = bounds(exact)
    value = printed.value
    if value < 0:
        low, high, value = -high, -low, -value
    least = -printed.unit if value == 0 else value
    inside = (least < low if value == 0 else least <= low) and high < value + printed.unit
    outside = high < least or low >= value + printed.unit or (value == 0 and high == least)
    return True if inside else False if outside else None


def _finite(exact: Exact) -> bool:
    if isinstance(exact, arb):
        return bool(exact.is_finite())
    return not isinstance(exact, float) or isfinite(exact)  # a fraction may be too large for a float


def _special_agreement(printed: Printed, exact: Exact) -> Agreement:
    if isinstance(exact, arb):  # an infinite ball says nothing
        return Agreement.UNDECIDED if not exact.is_finite() else Agreement.WRONG
    value = printed.special
    same = value is not None and (
        value == exact or (isnan(value) and isinstance(exact, float) and isnan(exact))
    )
    return Agreement.ROUNDING if same else Agreement.WRONG


def _shown_special(exact: Exact) -> str:
    return "unknown" if isinstance(exact, arb) else str(float(exact))


def _leading(value: Fraction, digits: int) -> int:
    """The power of ten of the first digit, once rounded to `digits` digits behind it."""
    if value == 0:
        return 0
    size = abs(value)
    exponent = Decimal(size.numerator).adjusted() - Decimal(size.denominator).adjusted()
    while size < Fraction(10) ** exponent:
        exponent -= 1
    while round(size / Fraction(10) ** exponent * 10**digits) >= 10 ** (digits + 1):
        exponent += 1
    return exponent


def _fixed(size: Fraction, digits: int) -> str:
    """A number rounded to `digits` behind the point, however many."""
    scaled = Decimal(round(size * 10**digits))
    exact = Context(prec=max(scaled.adjusted() + 1, 1), Emin=-(10**9), Emax=10**9)
    return f"{scaled.scaleb(-digits, exact):f}"


def _signed(value: Fraction, digits: str, mantissa: str, text: str) -> str:
    """`digits` with the sign, and the manners, of the number that was printed: .5, 3. and +1."""
    if mantissa.startswith(".") and digits.startswith("0."):
        digits = digits[1:]
    if mantissa.endswith("."):
        digits += "."
    minus = "\u2212" if "\u2212" in text else "-"
    return (minus if value < 0 else "+" if text.startswith("+") else "") + digits

"""One number in notes and one that a program printed -> whether they agree, at the digits in the notes."""

from typing import Any

from flint import arb

from nncheck.errors import UsageError
from nncheck.records import Record
from nncheck.verify.findings import Verdict
from nncheck.verify.notes.actual import Actual
from nncheck.verify.printed import (
    Agreement,
    Printed,
    agreement,
    correct,
    digits_right,
    parse,
    shown,
    significant,
)

SPREAD = 4  # roundoffs of its type by which the same program may differ elsewhere


class Comparison(Record, frozen=True, kw_only=True):
    """What comes of comparing two numbers. `right`: how the notes would print the program's."""

    verdict: Verdict
    reason: str
    actual: str
    right: str
    digits: int | None = None


def compared(text: str, actual: Actual) -> Comparison:
    """How the number printed in notes agrees with the program's."""
    try:
        printed, prints = parse(text), parse(actual.text)
    except UsageError as error:
        return Comparison(verdict=Verdict.UNDECIDED, reason=str(error), actual=actual.text, right=text)
    if actual.exact is None:
        return _with_text(printed, prints)
    return _with_value(printed, actual)


def _with_value(printed: Printed, actual: Actual) -> Comparison:
    """Where the program's number is known in full."""
    exact = actual.exact
    full = shown(exact, max(significant(printed) + 3, 7))
    if printed.text == actual.text or agreement(printed, exact) is Agreement.ROUNDING:
        return _true(printed, full)
    if printed.special is None and _within_roundoff(printed, actual):
        reason = f"it differs from {full} by what rounding errors can change from one computer to another"
        return Comparison(verdict=Verdict.UNDECIDED, reason=reason, actual=full, right=printed.text)
    return _false(printed, exact, full)


def _with_text(printed: Printed, prints: Printed) -> Comparison:
    """Where only the digits are known that the program prints."""
    if printed.special is not None or prints.special is not None:
        same = str(printed.special) == str(prints.special)
        exact = prints.value if prints.special is None else prints.special
        return _true(printed, prints.text) if same else _false(printed, exact, prints.text)
    if printed.value == prints.value or agreement(printed, prints.value) is Agreement.ROUNDING:
        return _true(printed, prints.text)
    whole = prints.digits == 0 and prints.exponent == 0
    if printed.unit < prints.unit and not whole and abs(printed.value - prints.value) <= prints.unit / 2:
        reason = f"the program prints only {prints.text}"
        return Comparison(verdict=Verdict.UNDECIDED, reason=reason, actual=prints.text, right=printed.text)
    return _false(printed, prints.value, prints.text)


def _within_roundoff(printed: Printed, actual: Actual) -> bool:
    value = actual.exact
    around = arb(float(value), abs(float(value)) * SPREAD * actual.roundoff)
    return actual.roundoff > 0 and agreement(printed, around) is Agreement.UNDECIDED


def _true(printed: Printed, full: str) -> Comparison:
    digits = significant(printed) if printed.special is None else None
    return Comparison(
        verdict=Verdict.TRUE,
        reason=f"the program gives {full}",
        actual=full,
        right=printed.text,
        digits=digits,
    )


def _false(printed: Printed, exact: Any, full: str) -> Comparison:
    right = correct(printed, exact)
    digits, of = digits_right(printed, exact), significant(printed)
    if printed.special is not None:
        reason, digits = f"the program gives {full}", 0
    elif agreement(printed, exact) is Agreement.TRUNCATION:
        reason = f"it is cut off, not rounded; rounded it is {right}"
    else:
        how_many = f"{digits or 'none'} of the {of} digits printed {'is' if digits == 1 else 'are'} right"
        reason = f"the program gives {right}; {how_many if of > 1 else 'the digit is wrong'}"
    return Comparison(verdict=Verdict.FALSE, reason=reason, actual=full, right=right, digits=digits)

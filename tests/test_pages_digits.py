"""Which digits of a printed number are not those of the exact one."""

import pytest

from nncheck.pages.digits import Part, compared


def shown(parts: list[Part]) -> str:
    """The text, with what differs in angle brackets."""
    return "".join(f"<{each.text}>" if each.differs else each.text for each in parts)


@pytest.mark.parametrize(
    ("printed", "exact", "marked", "marked_exact"),
    [
        ("0.8808", "0.880797", "0.8808", "0.880797"),
        ("0.8807", "0.880797", "0.880<7>", "0.880<797>"),
        ("-0.019049119", "-0.019049118258", "-0.01904911<9>", "-0.01904911<8258>"),
        ("0.0000351085", "0.00003510187783", "0.00003510<85>", "0.00003510<187783>"),
        ("[0.018, 0.5]", "[0.021234, 0.5]", "[0.0<18>, 0.5]", "[0.0<21234>, 0.5]"),
        ("12", "112.4", "1<2>", "1<12.4>"),
        ("1e-05", "1.5e-05", "1<e-05>", "1<.5e-05>"),
        ("[0, 1]", "(0, 1)", "<[>0, 1<]>", "<(>0, 1<)>"),
        ("[0, 0.25)", "[0, 0.25]", "[0, 0.25<)>", "[0, 0.25<]>"),
        ("2 / fan_in", "2/fan_in", "2 / fan_in", "2/fan_in"),
        ("equal", "1 and 2", "equal", "1 and 2"),
        ("", "0.5", "", "0.5"),
        ("nan", "0.5", "nan", "0.5"),
        ("9" * 500, "9" * 499 + "8", "9" * 499 + "<9>", "9" * 499 + "<8>"),
    ],
)
def test_marks(printed: str, exact: str, marked: str, marked_exact: str) -> None:
    """From the first wrong digit on; a right rounding has none, and other texts are left alone."""
    left, right = compared(printed, exact)
    assert (shown(left), shown(right)) == (marked, marked_exact)

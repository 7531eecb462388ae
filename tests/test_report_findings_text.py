"""Findings as people read them: a table that fits, and what is wrong explained below it."""

# ruff: noqa: E501 - a finding is a row of a table

import json

import pytest
from rich.cells import cell_len

from nncheck.records import Named
from nncheck.report import VERIFY_FORMATS, Screen
from nncheck.verify.findings import Finding, Place, Verdict

MISTAKE = Named(id="NN501", title="updated too early", hint="When?")
LONG = "[" + ", ".join(["0.123456"] * 40) + "]"
FINDINGS = [
    Finding(source="神经网络基础", place=Place(file="a.toml", line=3), statement="输出是 0.75", printed="0.75", actual="0.7514", digits_right=2, verdict=Verdict.TRUE, reason="It is 0.7514.", name="net.outputs"),
    Finding(source="神经网络基础", place=Place(file="a.toml", line=9), statement="误差是 0.291027924", printed="0.291027924", actual="0.291027773694", digits_right=6, verdict=Verdict.FALSE, reason="6 of its 9 digits are right.", misconception=MISTAKE, name="net.loss_after(1)"),
    Finding(source="B", place=None, statement="\x1b[31mred\x1b[0m ::error:: " + "x" * 900, printed=LONG, actual=LONG.replace("6", "7"), digits_right=None, verdict=Verdict.FALSE, reason="All 40 numbers are wrong."),
    Finding(source="B", place=None, statement="gelu", printed="(0, 1)", actual="", digits_right=None, verdict=Verdict.UNDECIDED, reason="It could not be computed.", name="gelu(x)"),
    Finding(source="B", place=None, statement="print(x)", printed="1.5", actual="", digits_right=None, verdict=Verdict.NOT_RUN, reason="It needs x.", name="print(x)"),
]  # fmt: skip


def text(width: int = 80, unicode: bool = True, colour: bool = False) -> str:
    """The findings on a screen."""
    return VERIFY_FORMATS["text"].render(FINDINGS, Screen(width=width, unicode=unicode, colour=colour))


@pytest.mark.parametrize("width", [50, 80, 110, 200])
def test_lines_fit(width: int) -> None:
    """No line is wider than the screen, East Asian letters counted as two columns."""
    assert max(cell_len(line) for line in text(width).split("\n")) <= width


def test_table() -> None:
    """Each source has a head with its counts, each finding a row with its mark."""
    lines = text().split("\n")
    assert lines[0].startswith("神经网络基础 ─")
    assert lines[0].endswith("1 true, 1 false")
    assert lines[1].split() == ["✓", "net.outputs", "0.75", "0.7514"]
    assert lines[2].split() == ["✗", "net.loss_after(1)", "0.291027924", "0.291027773694"]
    assert lines[-2] == "5 checked: 1 true, 2 false, 1 undecided, 1 not run"


def test_what_is_wrong_is_explained() -> None:
    """Place, quotation, both numbers with the first wrong digit, the reason and the mistake are told."""
    expected = """✗ false  net.loss_after(1)  a.toml:9
    误差是 0.291027924
    printed  0.291027924
    exact    0.291027773694
                     ^
    6 of its 9 digits are right.
    what it comes from: updated too early (NN501)
"""
    assert expected in text()
    assert "It is 0.7514" not in text()


def test_text_is_inert() -> None:
    """What notes say steers neither terminal nor log, and ASCII screens get ASCII marks."""
    assert "\x1b" not in text()
    assert "::error" not in text()
    ascii_text = text(unicode=False).replace("神经网络基础", "").replace("误差是", "")
    assert ascii_text.isascii()
    assert "\x1b[31m" in text(colour=True)


def test_json() -> None:
    """The JSON holds every finding and is printable ASCII."""
    written = VERIFY_FORMATS["json"].render(FINDINGS)
    assert written.isascii()
    document = json.loads(written)
    assert document["schema"] == "nncheck.findings/1"
    assert document["summary"]["false"] == 2
    assert document["findings"][1]["misconception"]["id"] == "NN501"
    assert document["findings"][1]["line"] == 9

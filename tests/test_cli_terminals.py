"""Every command where there is no colour, no UTF-8, or hardly any room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WRONG = ROOT / "solutions" / "activations" / "wrong" / "exponent-sign.py"
COMMANDS = [
    ["--help"],
    ["grade", "--help"],
    ["grade", str(WRONG), str(WRONG)],
    ["grade", "数学.py"],
    ["list"],
    ["show", "gelu_grad"],
    ["derive", "sigmoid"],
    ["derive", "backprop", "--wrt", "W1[0,0]", "--lang", "zh"],
    ["verify", str(ROOT / "nncheck" / "claims" / "mazur.toml")],
    ["doctor"],
    ["completion", "zsh"],
    ["release", "softmax", "--output", "handout"],
    ["new", "swoosh"],
    ["show", "sigmöid"],
]


def nncheck(*arguments: str, cwd: Path = ROOT, **extra: str) -> subprocess.CompletedProcess[bytes]:
    """What it writes, byte by byte."""
    return subprocess.run(
        [sys.executable, "-m", "nncheck", *arguments],
        cwd=cwd, env=os.environ | {"PYTHONPATH": str(ROOT)} | extra, capture_output=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_an_old_terminal(arguments: list[str], tmp_path: Path) -> None:
    """ASCII, twenty columns: all is told in ASCII, signs in words, and nothing fails."""
    done = nncheck(*arguments, cwd=tmp_path, PYTHONIOENCODING="ascii", COLUMNS="20", TERM="dumb")
    told = done.stdout + done.stderr
    assert done.returncode in (0, 1, 2)
    assert told.isascii()
    assert b"\x1b" not in told
    assert b"Traceback" not in told
    assert b"\\u2" not in told  # a sign of ours that has no words


def test_a_stored_report(tmp_path: Path) -> None:
    """It is shown as the grading itself is."""
    arguments = ["grade", str(WRONG), "--function", "sigmoid", "--format", "json", "--output", "report.json"]
    nncheck(*arguments, cwd=tmp_path)
    shown = nncheck("report", "report.json", cwd=tmp_path, PYTHONIOENCODING="ascii").stdout
    assert b"x sigmoid" in shown
    assert shown.isascii()


@pytest.mark.parametrize("arguments", [["grade", str(WRONG)], ["derive", "sigmoid"]])
def test_a_windows_code_page(arguments: list[str]) -> None:
    """What it has is shown as it is, the rest in words."""
    done = nncheck(*arguments, PYTHONIOENCODING="cp1252")
    assert done.returncode in (0, 1)
    assert "\\u" not in done.stdout.decode("cp1252")


def test_formulas_are_readable_in_ascii() -> None:
    """As one would type them."""
    told = nncheck("derive", "sigmoid", PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert "sigma'(x) = d/dx [1/(1 + e^-x)]" in told


def test_chinese_is_refused_where_it_cannot_be_shown() -> None:
    """One sentence that says what to do, rather than a page of escapes."""
    done = nncheck("derive", "sigmoid", "--lang", "zh", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"PYTHONIOENCODING=utf-8" in done.stderr


def in_terminal(*arguments: str, **extra: str) -> bytes:
    """What a terminal of 80 columns gets."""
    ours, theirs = os.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-m", "nncheck", *arguments],
        env=environment | {"PYTHONPATH": str(ROOT), "COLUMNS": "80"} | extra,
        stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while more := os.read(ours, 1 << 16):
            shown += more
    except OSError:  # the terminal's other end is closed
        pass
    process.wait()
    os.close(ours)
    return shown


def test_colour_is_for_terminals_that_want_it() -> None:
    """It is there by default, and not with NO_COLOR; a dumb terminal gets no escape sequence at all."""
    arguments = ["grade", str(WRONG), "--function", "sigmoid"]
    red = b"\x1b[31m"
    assert red in in_terminal(*arguments, TERM="xterm")
    assert red not in in_terminal(*arguments, TERM="xterm", NO_COLOR="1")
    assert b"\x1b" not in in_terminal(*arguments, TERM="dumb")

"""What is shown while a command works: in a terminal, which it must not steer."""

import io
import sys

import pytest

from nncheck.cli.progress import Progress


class Terminal(io.StringIO):
    """Standard error, as a terminal is."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize("total", [1, 5])
def test_names_of_files_steer_no_terminal(monkeypatch: pytest.MonkeyPatch, total: int) -> None:
    """Neither its title, nor its screen, nor its cursor."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with Progress("grading", total) as progress:
        progress.message("\x1b]\x9b\u202e\x1b[2Jevil.py")
        progress.advance("\x1b[2Jevil")
    shown = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "evil" in shown
    assert not any(each in shown for each in ("\x1b]", "\x1b[2J", "\x9b", "\u202e"))

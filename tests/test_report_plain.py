"""Student text is shown, never obeyed."""

import pytest

from nncheck.report.plain import LIMIT, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x must be 2-d", "x must be 2-d"),
        ("形状不对", "形状不对"),
        ("two\nlines\tand  a tab", "two lines and a tab"),
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("\x9b31m", "\\x9b31m"),
        ("\x7f", "\\x7f"),
        ("abc\u202ecod.exe", "abc\\u202ecod.exe"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("::error::forged", ": :error: :forged"),
        ("x[::2]", "x[::2]"),
        ("##[command]", "# #[command]"),
        ("[bold]not markup[/]", "[bold]not markup[/]"),
    ],
)
def test_text_is_inert(text: str, shown: str) -> None:
    """Control, bidi and invisible characters are spelt out; build servers see no command."""
    assert plain(text) == shown


def test_long_text_is_capped() -> None:
    """A long message says how much of it was left out."""
    assert plain("a" * (LIMIT + 1500)) == "a" * LIMIT + "... (1,500 more characters)"


def test_piled_marks_are_thinned() -> None:
    """Combining marks cannot climb over the lines above."""
    assert plain("e" + "\u0301" * 50) == "e\u0301\u0301"

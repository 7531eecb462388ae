"""Long lines become rows, in Chinese between characters."""

import pytest
from rich.cells import cell_len
from rich.text import Text

from nncheck.report.console import console
from nncheck.report.screen import Screen
from nncheck.report.wrapping import wrapped


def rows(text: str, width: int) -> list[str]:
    """The rows of a line."""
    return [row.plain for row in wrapped(Text(text), console(Screen()), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 8, ["one two ", "three"]),
        ("一二三四五", 4, ["一二", "三四", "五"]),
        ("一二\uff0c三四", 4, ["一", "二\uff0c", "三四"]),
        ("一\uff08二三\uff09四", 4, ["一", "\uff08二", "三\uff09", "四"]),
        ("指数 sigmoid 是", 9, ["指数", "sigmoid", "是"]),
        ("指数sigmoid是", 9, ["指数", "sigmoid是"]),
        ("一二三", 80, ["一二三"]),
    ],
)
def test_rows(text: str, width: int, expected: list[str]) -> None:
    """Marks stay with what they close, brackets with what they open, Latin words whole."""
    assert rows(text, width) == expected


def test_what_cannot_be_broken_is_cut() -> None:
    """A name that is longer than the row, and a row of nothing but marks, fit all the same."""
    for text in ("一" + "x" * 50, "\uff0c" * 40):
        assert max(map(cell_len, rows(text, 10))) <= 10
        assert "".join(rows(text, 10)) == text

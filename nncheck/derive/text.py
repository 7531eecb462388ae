"""Page -> text for a terminal: Unicode mathematics on lines, broken at signs where they are too long."""

from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Rich

from nncheck.derive.page import (
    Block,
    Display,
    Equation,
    Heading,
    Page,
    Program,
    Side,
    Table,
    Text,
    Words,
    lines,
    measured,
)
from nncheck.derive.writers import TextWriter

_WRITER = TextWriter()
_INDENT = "  "
_LONGEST_LEFT = 24


def as_text(page: Page, width: int, colour: bool) -> str:
    """The page, wrapped to `width` columns."""
    console = Console(
        file=StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None,
        legacy_windows=False, emoji=False, highlight=False, markup=False,
    )  # fmt: skip
    with console.capture() as capture:
        console.print(Rich(_words(page.title), style="bold"))
        for block in page.blocks:
            _print(console, block, width)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _print(console: Console, block: Block, width: int) -> None:
    if isinstance(block, Program):
        return
    console.print()
    if isinstance(block, Heading):
        console.print(Rich(_words(block.words), style="bold cyan"))
    elif isinstance(block, Text):
        console.print(Rich(_words(block.words)))
    elif isinstance(block, Table):
        console.print(Rich("\n".join(_table(block))), soft_wrap=True)
    else:
        for line in _display(block, width):
            console.print(Rich(line), soft_wrap=True)


def _words(words: Words) -> str:
    return "".join(word if isinstance(word, str) else _WRITER.write(word) for word in words)


def _display(block: Display, width: int) -> list[str]:
    """Equations with their first signs below each other."""
    lefts = [_WRITER.write(each.left) for each in block.equations]
    short = [cell_len(left) for left in lefts if cell_len(left) <= _LONGEST_LEFT]
    column = max(short, default=0)
    found = []
    for left, equation in zip(lefts, block.equations, strict=True):
        head = _INDENT + left + " " * max(column - cell_len(left), 0)
        found += _equation(head, equation, block.stacked, width, len(_INDENT) + column)
    return found


def _equation(head: str, equation: Equation, stacked: bool, width: int, column: int) -> list[str]:
    margin = " " * min(column, cell_len(head))
    found: list[str] = []
    for place, line in enumerate(lines(equation, stacked, width - column + measured(equation.left))):
        text = "".join(f" {side.sign} {_side(side)}" for side in line)
        found += _wrapped((margin if place else head) + text, margin, width)
    return found


def _side(side: Side) -> str:
    text = _WRITER.write(side.piece)
    return f"{text}    ({side.note})" if side.note else text


def _wrapped(line: str, margin: str, width: int) -> list[str]:
    """A line that is still too long, broken before a plus, minus or dot."""
    found = []
    while cell_len(line) > width:
        places = [line.rfind(sign, len(margin) + 6, width) for sign in (" + ", " − ", "    (", " · ", " ")]
        place = max(places[:3]) if max(places[:3]) > width // 2 else max(places[:4])
        place = place if place > 0 else places[4]
        if place <= 0:
            break
        found.append(line[:place])
        line = f"{margin}   {line[place:].strip()}"
    return [*found, line]


def _table(block: Table) -> list[str]:
    rows = [[_WRITER.write(each) for each in row] for row in (block.head, *block.rows)]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(block.head))]
    return [
        _INDENT
        + "   ".join(" " * (width - cell_len(cell)) + cell for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]

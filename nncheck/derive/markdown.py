"""Page -> Markdown with LaTeX, as GitHub, Jupyter and most note programs show it."""

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
)
from nncheck.derive.writers import LatexWriter

_WRITER = LatexWriter()
_LONGEST = 74  # characters of a line of an equation, as text


def as_markdown(page: Page) -> str:
    """The whole page."""
    parts = [f"# {sentence(page.title)}", *(block_text(each) for each in page.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def block_text(block: Block) -> str:
    """One block; programs are for notebooks."""
    if isinstance(block, Heading):
        return f"## {sentence(block.words)}"
    if isinstance(block, Text):
        return sentence(block.words)
    if isinstance(block, Display):
        return _display(block)
    return "" if isinstance(block, Program) else _table(block)


def sentence(words: Words) -> str:
    """Words with mathematics between dollars."""
    return "".join(word if isinstance(word, str) else f"${_WRITER.write(word)}$" for word in words)


def _display(block: Display) -> str:
    rows = [row for each in block.equations for row in _rows(each, block.stacked)]
    return "$$\n\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}\n$$"


def _rows(equation: Equation, stacked: bool) -> list[str]:
    rows = [" ".join(map(_side, line)) for line in lines(equation, stacked, _LONGEST)]
    left = _WRITER.write(equation.left)
    return [f"{left if not place else ''} &{row}" for place, row in enumerate(rows)]


def _side(side: Side) -> str:
    signs = {"≈": r"\approx", "←": r"\leftarrow"}
    note = rf" && \text{{{side.note}}}" if side.note else ""
    return f"{signs.get(side.sign, side.sign)} {_WRITER.write(side.piece)}{note}"


def _table(block: Table) -> str:
    rows = [[f"${_WRITER.write(each)}$" for each in row] for row in (block.head, *block.rows)]
    rows.insert(1, ["---:"] * len(block.head))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)

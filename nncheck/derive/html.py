"""Page -> one HTML file with MathML: no script, no font, no picture from elsewhere."""

from html import escape
from pathlib import Path
from string import Template

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
from nncheck.derive.pieces import Piece
from nncheck.derive.writers import MathmlWriter, TextWriter

_WRITER, _PLAIN = MathmlWriter(), TextWriter()
_LONGEST = 66  # characters of a line of an equation, as text


def as_html(page: Page) -> str:
    """The whole page."""
    title = "".join(word if isinstance(word, str) else _PLAIN.write(word) for word in page.title)
    body = f"<h1>{_sentence(page.title)}</h1>\n{as_body(page)}"
    template = Template(Path(__file__).with_name("page.html").read_text("utf-8"))
    language = {"zh": "zh-Hans"}.get(page.language, page.language)
    return template.substitute(language=language, title=escape(title), body=body)


def as_body(page: Page, level: int = 2) -> str:
    """What stands below the title, to be a part of any page; its headings are of this level."""
    return "\n".join(filter(None, (_block(each, level) for each in page.blocks)))


def _block(block: Block, level: int) -> str:
    if isinstance(block, Heading):
        return f"<h{level}>{_sentence(block.words)}</h{level}>"
    if isinstance(block, Text):
        return f"<p>{_sentence(block.words)}</p>"
    if isinstance(block, Display):
        return _display(block)
    return "" if isinstance(block, Program) else _table(block)


def _sentence(words: Words) -> str:
    return "".join(escape(word) if isinstance(word, str) else _math(word) for word in words)


def _math(piece: Piece, display: bool = False) -> str:
    style = ' displaystyle="true"' if display else ""
    return f"<math{style}>{_WRITER.write(piece)}</math>"


def _display(block: Display) -> str:
    rows = [row for each in block.equations for row in _rows(each, block.stacked)]
    return '<div class="display"><table class="equations">\n' + "\n".join(rows) + "\n</table></div>"


def _rows(equation: Equation, stacked: bool) -> list[str]:
    rows = []
    for place, line in enumerate(lines(equation, stacked, _LONGEST)):
        left = "" if place else _math(equation.left, display=True)
        right = " ".join(map(_side, line))
        note = escape("; ".join(side.note for side in line if side.note))
        first = ' class="first"' if not place else ""
        rows.append(
            f'<tr{first}><td class="left">{left}</td><td>{right}</td><td class="note">{note}</td></tr>'
        )
    return rows


def _side(side: Side) -> str:
    return f'<math displaystyle="true"><mo>{side.sign}</mo>{_WRITER.write(side.piece)}</math>'


def _table(block: Table) -> str:
    head = "".join(f"<th>{_math(each)}</th>" for each in block.head)
    rows = ["".join(f"<td>{_math(each)}</td>" for each in row) for row in block.rows]
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f'<div class="display"><table class="values">\n<tr>{head}</tr>\n{body}\n</table></div>'

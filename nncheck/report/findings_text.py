"""Findings -> a table for people, by source, and below it what is not right and why."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from nncheck.report.console import console
from nncheck.report.plain import plain
from nncheck.report.screen import Screen
from nncheck.report.styles import BAD, DIM, GOOD, HINT, STRONG
from nncheck.verify.findings import Finding, Verdict

MARKS = {
    Verdict.TRUE: ("✓", "+", GOOD),
    Verdict.IMPRECISE: ("~", "~", HINT),
    Verdict.FALSE: ("✗", "x", BAD),
    Verdict.UNDECIDED: ("?", "?", HINT),
    Verdict.NOT_RUN: ("–", "-", DIM),
}
# How far the three columns are cut, step by step, until all fit: names first, then numbers, then both again.
_FLOORS = ((40, 999, 999), (40, 22, 22), (12, 22, 22), (12, 12, 12))
_ARRAY = re.compile(r"\[.*\]$", re.DOTALL)
_QUOTED = 300  # characters of something quoted
_HEADS = ("quantity", "printed", "exact")
_INDENT = 4  # of what explains a finding
_MARGIN = 8  # columns beside the cells: two before the mark, three after it and between cells


def render(findings: Sequence[Finding], screen: Screen) -> str:
    """The whole text."""
    canvas = console(screen)
    with canvas.capture() as written:
        for line in _lines(findings, screen, canvas):
            canvas.print(line, soft_wrap=True)
    return "\n".join(line.rstrip() for line in written.get().split("\n"))


def counted(findings: Sequence[Finding]) -> str:
    """How many are of each verdict: "16 true, 3 imprecise"."""
    verdicts = [each.verdict for each in findings]
    parts = [f"{verdicts.count(verdict)} {verdict}" for verdict in Verdict if verdict in verdicts]
    return ", ".join(parts) or "nothing to check"


def _lines(findings: Sequence[Finding], screen: Screen, canvas: Console) -> Iterator[Text]:
    widths = _widths(findings, screen.columns - _MARGIN)
    for source in dict.fromkeys(each.source for each in findings):
        found = [each for each in findings if each.source == source]
        yield _head(source, found, screen)
        yield from (_row(each, widths, screen) for each in found)
        yield Text()
    for each in findings:
        if each.verdict is not Verdict.TRUE:
            yield from _explanation(each, screen, canvas)
            yield Text()
    yield Text(f"{len(findings)} checked: {counted(findings)}", style=STRONG)


def _head(source: str, found: Sequence[Finding], screen: Screen) -> Text:
    """The source, a rule, and how many of its claims are what."""
    counts = counted(found)
    line = Text().append(_cut(plain(source, _QUOTED), screen.columns - cell_len(counts) - 5, screen), STRONG)
    rest = max(3, screen.columns - line.cell_len - cell_len(counts) - 2)
    return line.append(f" {screen.line * rest} ", DIM).append(counts, DIM)


def _cells(finding: Finding) -> tuple[str, str, str]:
    return (
        plain(finding.name or finding.statement, _QUOTED),
        plain(finding.printed, _QUOTED),
        plain(finding.actual, _QUOTED),
    )


def _widths(findings: Sequence[Finding], room: int) -> list[int]:
    """Of the three columns: what they need, the widest ones cut until all fit."""
    rows = [_cells(each) for each in findings] or [_HEADS]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(3)]
    for floors in _FLOORS:
        while sum(widths) > room and (wide := [i for i in (2, 1, 0) if widths[i] > floors[i]]):
            widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _row(finding: Finding, widths: Sequence[int], screen: Screen) -> Text:
    mark, ascii_mark, style = MARKS[finding.verdict]
    name, printed, actual = (
        set_cell_size(_cut(cell, width, screen), width)
        for cell, width in zip(_cells(finding), widths, strict=True)
    )
    line = Text("  ").append(mark if screen.unicode else ascii_mark, style).append(f" {name}  ")
    right = finding.verdict is Verdict.TRUE
    return line.append(printed, "" if right else style).append(f"  {actual}", DIM if right else "")


def _explanation(finding: Finding, screen: Screen, canvas: Console) -> Iterator[Text]:
    """What is claimed, where, what is wrong with it, and the mistake that it comes from."""
    name, quote = plain(finding.name or finding.statement, _QUOTED), plain(finding.statement, _QUOTED)
    place = f"{plain(finding.place.file)}:{finding.place.line}" if finding.place else ""
    mark, ascii_mark, style = MARKS[finding.verdict]
    head = Text().append(f"{mark if screen.unicode else ascii_mark} {finding.verdict}", style)
    if head.cell_len + cell_len(name) + cell_len(place) + 4 <= screen.columns:
        yield head.append(f"  {name}", STRONG).append(f"  {place}", DIM)
    else:
        yield head.append(f"  {place}", DIM)
        yield from _wrapped(name, STRONG, screen, canvas)
    if finding.name:
        yield from _wrapped(quote, "", screen, canvas)
    if finding.digits_right is not None:
        yield from _side_by_side(finding, screen)
    elif _ARRAY.match(finding.printed) and finding.verdict is Verdict.FALSE:
        yield from _one_above_the_other(finding, screen, canvas)
    yield from _wrapped(plain(finding.reason), "", screen, canvas)
    if finding.misconception is not None:
        mistake = finding.misconception
        yield from _wrapped(
            f"what it comes from: {plain(mistake.title)} ({mistake.id})", HINT, screen, canvas
        )


def _side_by_side(finding: Finding, screen: Screen) -> Iterator[Text]:
    """A wrong number above the right one, and where they part."""
    printed, actual = plain(finding.printed, _QUOTED), plain(finding.actual, _QUOTED)
    indent = " " * _INDENT
    yield Text(f"{indent}printed  {printed}")
    yield Text(f"{indent}exact    {actual}")
    apart = next((i for i, pair in enumerate(zip(printed, actual, strict=False)) if pair[0] != pair[1]), None)
    if apart is not None and _INDENT + 9 + apart < screen.columns:
        yield Text(f"{indent}         {' ' * apart}^", style=BAD)


def _one_above_the_other(finding: Finding, screen: Screen, canvas: Console) -> Iterator[Text]:
    """A wrong array above the right one."""
    for name, value in (("printed  ", finding.printed), ("exact    ", finding.actual)):
        rows = Text(plain(value, _QUOTED)).wrap(canvas, screen.columns - _INDENT - len(name))
        for number, row in enumerate(rows):
            row.rstrip()
            yield Text(" " * _INDENT + (name if number == 0 else " " * len(name))) + row


def _wrapped(text: str, style: str, screen: Screen, canvas: Console) -> Iterator[Text]:
    for row in Text(text, style=style).wrap(canvas, screen.columns - _INDENT):
        row.rstrip()
        yield Text(" " * _INDENT) + row


def _cut(text: str, width: int, screen: Screen) -> str:
    """The text in so many columns, with dots where something is left out."""
    if cell_len(text) <= width:
        return text
    dots = "…" if screen.unicode else "..."
    return f"{set_cell_size(text, max(width - len(dots), 1)).rstrip()}{dots}"

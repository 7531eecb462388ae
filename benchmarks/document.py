"""Tables -> benchmarks/README.md, each between its own marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DOCUMENT = Path(__file__).with_name("README.md")


@dataclass(frozen=True)
class Section:
    """Something that was measured: as a reader wants it, and every figure behind it."""

    title: str
    text: str
    figures: Any

    def __str__(self) -> str:
        return f"**{self.title}**\n\n{self.text}"


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; all columns but the first are numbers."""
    alignment = ["---", *("---:" for _ in titles[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (titles, alignment, *rows))


def replace(mark: str, text: str) -> None:
    """Put the text between its marks in the document."""
    begin, end = f"<!-- {mark}: begin -->", f"<!-- {mark}: end -->"
    before, found, rest = DOCUMENT.read_text("utf-8").partition(begin)
    _, also, after = rest.partition(end)
    if not (found and also):
        raise SystemExit(f"{DOCUMENT} lacks the lines {begin} and {end}; put them where the table belongs")
    DOCUMENT.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")

"""Text that a student may have written -> text that a page shows as it is, bounded, on one line or several.

The result is still text: templates escape it. Nothing here may be marked as safe. What was cut off is counted
behind three dots.
"""

from nncheck.records import Value
from nncheck.report.plain import LIMIT, thinned, visible
from nncheck.report.snippet import expression

LINE = 200  # characters of one line of several
LINES = 200
TAB = 4
ARRAY_WIDTH = 72  # columns of a value that takes several lines


def inert(text: str, limit: int = LIMIT) -> str:
    """`text` on one line, at most `limit` characters of it, with what cannot be seen spelt out."""
    looked_at = 2 * limit
    return _bounded(" ".join(text[:looked_at].split()), limit, max(len(text) - looked_at, 0))


def line(text: str, limit: int = LINE) -> str:
    """One line, with its blanks as they are."""
    return _bounded(text, limit, 0)


def lines(text: str, most: int = LINES) -> list[str]:
    """Every line by itself, and in place of what is beyond `most` lines how many there are."""
    found = text.split("\n")
    kept = [line(each.rstrip("\r")) for each in found[:most]]
    return [*kept, f"… (+{len(found) - most:,})"] if len(found) > most else kept


def value(given: Value) -> str:
    """A number, an array or anything else that a call takes or returns, as Python."""
    return "\n".join(lines(expression(given, ARRAY_WIDTH)))


def _bounded(text: str, limit: int, beyond: int) -> str:
    """The beginning of a text that has `beyond` characters more."""
    shown = text[:limit]
    if not (shown.isascii() and shown.isprintable()):
        shown = "".join(map(visible, thinned(shown.expandtabs(TAB))))
    left = max(len(text) - limit, 0) + beyond
    return f"{shown}… (+{left:,})" if left else shown

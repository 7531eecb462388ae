"""Where a report is read: how wide the screen is, and what it can show."""

from nncheck.language.language import ENGLISH, Language
from nncheck.records import Record, Status

NARROWEST = 50

UNICODE_MARKS = {Status.PASSED: "✓", Status.FAILED: "✗", Status.SKIPPED: "–", Status.ERROR: "!"}
ASCII_MARKS = {Status.PASSED: "+", Status.FAILED: "x", Status.SKIPPED: "-", Status.ERROR: "!"}


class Screen(Record, frozen=True, kw_only=True):
    """A terminal, a file or a log. The default is what a pipe gets."""

    width: int = 80
    colour: bool = False
    unicode: bool = True
    language: Language = ENGLISH  # of what is said on it

    @property
    def columns(self) -> int:
        """The width to write for; below a certain width, lines wrap rather than lose digits."""
        return max(self.width, NARROWEST)

    @property
    def marks(self) -> dict[Status, str]:
        """One character for each status."""
        return UNICODE_MARKS if self.unicode else ASCII_MARKS

    @property
    def line(self) -> str:
        """The character that horizontal rules are made of."""
        return "─" if self.unicode else "-"

    @property
    def heavy_line(self) -> str:
        """The character of rules that stand out among those."""
        return "━" if self.unicode else "="

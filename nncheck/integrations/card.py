"""A result -> what a notebook shows below a cell: text, and inert HTML that fits light and dark pages."""

from collections.abc import Iterator
from html import escape

from rich.text import Text

from nncheck.records import FunctionResult, Record, Status
from nncheck.report.failure import failure_lines
from nncheck.report.plain import plain
from nncheck.report.scores import points
from nncheck.report.screen import Screen
from nncheck.report.text import indented, laid_out

SCREEN = Screen()
INDENT = 2
STATEMENT = "is not defined in the cells that have been run; run the one that defines it"
# Colours that can be read on white and on black; whatever is not a mark has the page's own.
COLOURS = {Status.PASSED: "#2e9e4f", Status.FAILED: "#e5484d", Status.ERROR: "#d98a00"}
CARD = "border-left:3px solid rgba(128,128,128,.5);padding:.1em 0 .1em .8em;color:inherit"
DETAILS = "white-space:pre-wrap;background:none;color:inherit;margin:.2em 0 .6em 1.2em;padding:0"


class Card(Record, frozen=True, kw_only=True):
    """The grades of some functions; a notebook shows it when it is the value of a cell."""

    functions: tuple[FunctionResult, ...]
    missing: tuple[str, ...] = ()  # functions asked for that no cell defines
    notes: tuple[str, ...] = ()  # about cells that raised or could not be run

    @property
    def score(self) -> float:
        """The points earned."""
        return sum(each.score for each in self.functions)

    @property
    def max_score(self) -> float:
        """The points that could have been earned with the functions that are defined."""
        return sum(each.max_score for each in self.functions)

    def __repr__(self) -> str:
        """The text for terminals."""
        return laid_out(self._lines(), SCREEN).rstrip("\n")

    def _repr_html_(self) -> str:
        """The same for a page: no links, no scripts, no formulas, nothing that is fetched."""
        body = "".join((*map(_function_html, self.functions), *map(_remark_html, self._remarks())))
        return f'<div class="nncheck mathjax_ignore tex2jax_ignore" style="{CARD}">{body}</div>'

    def _lines(self) -> Iterator[Text]:
        for function in self.functions:
            yield Text(f"{SCREEN.marks[_status(function)]} {_heading(function)}")
            yield from indented(failure_lines(function, SCREEN.columns - INDENT), INDENT)
        for remark in self._remarks():
            yield Text(f"{SCREEN.marks[Status.ERROR]} {remark}")

    def _remarks(self) -> list[str]:
        return [*(f"{name} {STATEMENT}" for name in self.missing), *map(plain, self.notes)]


def _status(function: FunctionResult) -> Status:
    """The worst thing that can be said of any of its checks, in a student's eyes."""
    statuses = {check.status for check in function.checks}
    return next((each for each in (Status.FAILED, Status.ERROR) if each in statuses), Status.PASSED)


def _heading(function: FunctionResult) -> str:
    return f"{function.function}  {points(function.score)} / {points(function.max_score)}"


def _function_html(function: FunctionResult) -> str:
    details = laid_out(failure_lines(function, SCREEN.columns), SCREEN).strip("\n")
    written = f'<pre style="{DETAILS}">{escape(details)}</pre>' if details else ""
    return _line_html(_status(function), _heading(function)) + written


def _remark_html(remark: str) -> str:
    return _line_html(Status.ERROR, remark)


def _line_html(status: Status, line: str) -> str:
    mark = f'<span style="color:{COLOURS[status]};font-weight:bold">{SCREEN.marks[status]}</span>'
    return f'<div style="color:inherit">{mark} {escape(line)}</div>'

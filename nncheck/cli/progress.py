"""Progress on stderr, in a terminal only."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from nncheck.cli.failing import printable

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import ProgressColumn, TaskID

NAME = 40  # characters of what is being worked on


class Progress:
    """A bar that appears with the first message or the first finished step, and leaves no trace.

    With many steps it tells how many are done, how many a second, and how long the others will take.
    """

    def __init__(self, what: str, total: int | None = None) -> None:
        self.what, self.total = what, total
        self.shown = sys.stderr.isatty()
        self.bar: Bar | None = None
        self.task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def message(self, text: str, done: int = 0, total: int | None = None) -> None:
        """Says what is going on, and how much of it is done where that is known."""
        self._update(text, 0)
        if self.bar is not None and self.task is not None and (self.total or 1) == 1:
            self.bar.update(self.task, completed=done, total=total)

    def advance(self, text: str) -> None:
        """Says that one of the steps is done."""
        if self.total is not None and self.total > 1:
            self._update(text, 1)

    def _update(self, text: str, steps: int) -> None:
        if not self.shown:
            return
        if self.bar is None:
            self.bar, self.task = started(self.what, self.total)
        assert self.task is not None
        self.bar.update(self.task, advance=steps, description=f"{self.what}: {shortened(printable(text))}")


def shortened(text: str) -> str:
    """The end of a long name, which tells more than its beginning."""
    return text if len(text) <= NAME else f"...{text[3 - NAME :]}"


def started(what: str, total: int | None) -> "tuple[Bar, TaskID]":
    """A running bar on stderr; rich is imported only when there is something to show."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    first = (TextColumn("{task.description}", markup=False), BarColumn())
    rest = several_steps() if (total or 1) > 1 else (TimeElapsedColumn(),)
    bar = Progress(*first, *rest, console=Console(stderr=True, markup=False, emoji=False), transient=True)
    bar.start()
    return bar, bar.add_task(what, total=total)


def several_steps() -> "tuple[ProgressColumn, ...]":
    """What is told of many steps: their number, their rate, and the time left."""
    from rich.progress import MofNCompleteColumn, ProgressColumn, Task, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Steps a second, over the last of them."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text("" if speed is None else f"{speed:.1f}/s")

    return MofNCompleteColumn(), Rate(), TimeRemainingColumn(compact=True)

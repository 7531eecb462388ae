"""Progress on stderr, in a terminal only."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


class Progress:
    """A bar that appears with the first message or the first finished step, and leaves no trace."""

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
        self.bar.update(self.task, advance=steps, description=f"{self.what}: {text}")


def started(what: str, total: int | None) -> "tuple[Bar, TaskID]":
    """A running bar on stderr; rich is imported only when there is something to show."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True, markup=False, emoji=False), transient=True)
    bar.start()
    return bar, bar.add_task(what, total=total)

"""The console that text for people is laid out on, as the screen allows."""

from io import StringIO

from rich.console import Console

from nncheck.report.screen import Screen


def console(screen: Screen) -> Console:
    """A console that writes nowhere but into a capture; no text is taken for markup."""
    return Console(
        file=StringIO(),
        width=screen.columns,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        force_jupyter=False,  # which displays what is captured
        legacy_windows=False,
        emoji=False,
        highlight=False,
        markup=False,
    )

"""How every picture looks, and how it becomes a file: the same bytes from the same numbers."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
from matplotlib.figure import Figure  # noqa: E402  the backend has to be chosen first

from nncheck.errors import UsageError  # noqa: E402

# Okabe and Ito's colours, which people with any colour vision tell apart.
BLUE, VERMILION, GREEN, PURPLE, ORANGE = "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00"
INK, QUIET, FAINT = "#222222", "#6b6b6b", "#d9d9d9"
FORMATS = ("svg", "png")
DPI = 150
_STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 10.5,
    "mathtext.fontset": "dejavusans",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": QUIET,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.8,
    "axes.titlesize": 11,
    "axes.titlelocation": "left",
    "axes.titlepad": 10,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "text.color": INK,
    "lines.linewidth": 2.0,
    "lines.solid_capstyle": "round",
    "svg.hashsalt": "nncheck",
    "svg.fonttype": "path",
    "path.simplify": False,
}


@contextmanager
def styled(width: float = 6.0, height: float = 3.2) -> Iterator[Figure]:
    """A figure of so many inches, to be drawn on and saved in this style; 6 inches are 600 pixels."""
    with matplotlib.rc_context(_STYLE):
        yield Figure(figsize=(width, height), layout="constrained")


def drawn(figure: Figure, kind: str) -> bytes:
    """The figure as a file of this kind, without dates: svg or png."""
    content = BytesIO()
    metadata: dict[str, Any] = {"Date": None} if kind == "svg" else {"Software": None}
    with matplotlib.rc_context(_STYLE):
        figure.savefig(content, format=kind, metadata=metadata, dpi=DPI)
    return content.getvalue()


def svg(figure: Figure) -> str:
    """The figure as an <svg> element, to stand in a page: without the declaration of a file."""
    text = drawn(figure, "svg").decode("utf-8")
    return text[text.index("<svg") :]


def kind_of(path: Path) -> str:
    """The kind of picture that a file's name asks for.

    Raises UsageError for any other name.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise UsageError(f"{path}: a plot is written as .svg or .png; give the file such a name")
    return kind

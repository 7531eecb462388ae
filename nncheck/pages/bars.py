"""Counts -> the bars of a chart that is as wide as there is room: across in percent, up in pixels."""

from collections.abc import Sequence

from nncheck.records import Record

HEIGHT = 140  # pixels of the highest bar
FILLED = 0.8  # of the room that a bar has across
WIDEST = 8.0  # percent: a few bars are not walls


class Bar(Record, frozen=True, kw_only=True):
    """A bar, with what it stands for."""

    label: str
    count: int
    left: float
    middle: float
    width: float
    height: float


def bars(counted: Sequence[tuple[str, int]]) -> list[Bar]:
    """A bar for each label and its count; what is there at all can be seen."""
    most, room = max((count for _, count in counted), default=0), 100 / max(len(counted), 1)
    width = min(FILLED * room, WIDEST)
    return [
        Bar(
            label=label,
            count=count,
            left=round((place + 0.5) * room - width / 2, 3),
            middle=round((place + 0.5) * room, 3),
            width=round(width, 3),
            height=round(max(HEIGHT * count / most, 2), 1) if count else 0.0,
        )
        for place, (label, count) in enumerate(counted)
    ]

"""Figures -> Markdown."""

from document import table
from machine import sentence
from peers.assignment import POINTS
from peers.campaign import Batch, Campaign, Figure, typical

TITLES = ("", "wall s", "CPU s", "CPU ms each", "memory MiB", "wall, ratio", "CPU, ratio")


def tables(campaign: Campaign, facts: dict[str, str], checks: int) -> str:
    """A table for each batch, and what has to be known to read them."""
    batches = dict.fromkeys(Batch(each.size, each.mixed) for each in campaign.figures)
    parts = [sentence(facts) + "."]
    parts += (_part(campaign, batch) for batch in batches)
    if checks:
        parts.append(f"nncheck makes {checks} checks of these functions where the others make {POINTS}.")
    parts += (f"{name}: not measured with {reason}" for name, reason in campaign.unmeasured.items())
    return "\n\n".join(parts)


def _part(campaign: Campaign, batch: Batch) -> str:
    taken: dict[str, list[Figure]] = {}
    for each in campaign.figures:
        if (each.size, each.mixed) == (batch.size, batch.mixed):
            taken.setdefault(each.peer, []).append(each)
    found = {name: typical(each) for name, each in taken.items()}
    base = found.get(campaign.reference)
    rows = [_row(each, base) for each in found.values()]
    return f"**{str(batch).capitalize()}**\n\n{table(TITLES, rows)}"


def _row(figure: Figure, base: Figure | None) -> list[str]:
    usage = figure.usage
    sample = f" ({figure.graded} graded, scaled)" if figure.graded < figure.size else ""
    return [
        figure.peer + sample,
        f"{usage.wall:.2f}",
        f"{usage.cpu:.2f}",
        f"{1000 * usage.cpu / figure.size:.0f}",
        f"{usage.memory:.0f}",
        f"{usage.wall / base.usage.wall:.1f}" if base else "",
        f"{usage.cpu / base.usage.cpu:.1f}" if base else "",
    ]

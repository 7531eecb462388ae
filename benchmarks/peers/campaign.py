"""Peers and batches of submissions -> figures, in an order in which a busy machine is hard on all alike."""

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from peers.environments import interpreter
from peers.measure import Usage, measured
from peers.peer import NotMeasured, Peer, last_words
from peers.submissions import EVERY, submissions

PATIENCE = 600.0  # seconds; a peer that would take longer over a batch grades a sample of it
SAMPLE = 60


@dataclass(frozen=True)
class Batch:
    """So many submissions; `mixed`: some of them are wrong."""

    size: int
    mixed: bool = False
    rounds: int = 1

    def __str__(self) -> str:
        count = "one submission" if self.size == 1 else f"{self.size} submissions"
        return f"{count}, one in {EVERY} of them wrong" if self.mixed else count


@dataclass(frozen=True)
class Figure:
    """What one peer took for one batch, in one round."""

    peer: str
    size: int
    mixed: bool
    graded: int  # fewer than `size` for a sample
    usage: Usage


class Campaign:
    """Measures, and remembers why a peer could not be."""

    def __init__(self, peers: Sequence[Peer], environments: Path, full: bool = False):
        self._peers, self._environments, self._full = peers, environments, full
        self.reference = peers[0].name  # what all others are compared with
        self.figures: list[Figure] = []
        self.unmeasured: dict[str, str] = {}

    def run(self, batches: Sequence[Batch]) -> None:
        """All batches, from the smallest on: what takes too long is known by then."""
        for batch in sorted(batches, key=lambda batch: batch.size):
            for number in range(batch.rounds):
                for peer in self._order(number):
                    self._take(peer, batch)

    def _order(self, number: int) -> Iterator[Peer]:
        """Round by round there and back; before and after, the one that all others are compared with."""
        first, *others = self._peers
        yield first
        yield from reversed(others) if number % 2 else others
        yield first

    def _take(self, peer: Peer, batch: Batch) -> None:
        if batch.size not in peer.sizes or peer.name in self.unmeasured:
            return
        count = self._count(peer, batch)
        print(f"{peer.name}: {batch}", file=sys.stderr, flush=True)
        try:
            usage = self._measured(peer, count, batch.mixed)
        except NotMeasured as reason:
            self.unmeasured[peer.name] = f"{batch}: {reason}"
        else:
            self.figures.append(Figure(peer.name, batch.size, batch.mixed, count, usage))

    def _count(self, peer: Peer, batch: Batch) -> int:
        before = [each.usage.wall / each.graded for each in self.figures if each.peer == peer.name]
        slow = bool(before) and before[-1] * batch.size > PATIENCE
        return min(batch.size, SAMPLE) if slow and not self._full else batch.size

    def _measured(self, peer: Peer, count: int, mixed: bool) -> Usage:
        """What the peer takes; its marks must be right, or else the figures mean nothing."""
        python = Path(sys.executable)
        if peer.environment is not None:
            python = interpreter(peer.environment, self._environments)
        handed_in = submissions(count, mixed)
        with TemporaryDirectory(prefix="peers-") as name:
            folder = Path(name)
            peer.prepare(python, folder, handed_in)
            commands = peer.commands(python, folder, handed_in)
            usage = measured(commands)
            try:
                marked = set(peer.full_marks(folder, handed_in, usage.exits))
            except (OSError, ValueError, KeyError, sqlite3.Error) as error:
                raise NotMeasured(f"it left no marks that can be read: {last_words(commands[-1])}") from error
        deserved = {each.name for each in handed_in if each.right}
        if marked != deserved:
            raise NotMeasured(f"{len(marked ^ deserved)} of its {count} marks are wrong")
        return usage


def typical(figures: Sequence[Figure]) -> Figure:
    """The medians over the rounds, scaled to the whole batch."""
    wall = median(each.usage.wall * each.size / each.graded for each in figures)
    cpu = median(each.usage.cpu * each.size / each.graded for each in figures)
    memory = median(each.usage.memory for each in figures)
    return replace(figures[0], usage=Usage(wall, cpu, memory, ()))

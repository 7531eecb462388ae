"""Submissions -> what `nncheck grade` takes for them, in one process with a cache that is warm."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from peers.measure import Command, Usage, measured

from nncheck.reference.store import Store

REPORT, LOG = "report.json", "output.log"
SIDE_BY_SIDE = Path(__file__).with_name("side_by_side.py")
ROUNDS = 3
WARM_UP = 30  # of the sources are graded before anything is measured

Span = tuple[int, int]  # of numbers of submissions: what they cost is read off the difference


class Gradings:
    """Runs `nncheck grade` over folders of distinct copies of sources, each with the same cache."""

    def __init__(self, folder: Path):
        self._folder = folder
        self.store = Store(folder / "cache" / "nncheck")  # what the command uses as well
        self._warm: set[tuple[Sequence[str], ...]] = set()  # what the cache has seen

    def usage(self, sources: Sequence[str], count: int, *options: str, runs: int = 1) -> Usage:
        """What `count` submissions take, of which each is one of the sources in turn.

        Where there are several `runs` they share the submissions, side by side, and nothing else.
        """
        texts = [f"{sources[n % len(sources)]}\n# copy {n // len(sources)}\n" for n in range(count)]
        seen = (tuple(sources), options)
        if seen not in self._warm:
            self._graded(sources[:WARM_UP], options, 1)
            self._warm.add(seen)
        return self._graded(texts, options, runs)

    def cpu_each(self, sources: Sequence[str], span: Span, *options: str) -> float:
        """Seconds of processor time that one more submission takes, start and end of the process left out.

        Of several rounds the least counts: what else goes on in the machine only adds to it.
        """
        few, many = span
        rounds = [[self.usage(sources, count, *options).cpu for count in span] for _ in range(ROUNDS)]
        less, more = map(min, zip(*rounds, strict=True))
        return (more - less) / (many - few)

    def _graded(self, texts: Sequence[str], options: Sequence[str], runs: int) -> Usage:
        with TemporaryDirectory(dir=self._folder) as name:
            folders = [Path(name) / str(run) for run in range(runs)]
            for run, folder in enumerate(folders):
                _written(folder / "submissions", texts[run::runs])
            usage = measured([self._command(folders, options)])
            if usage.exits != (0,) or sum(map(_results, folders)) != len(texts):
                raise SystemExit((folders[0] / LOG).read_text("utf-8", "replace"))
        return usage

    def _command(self, folders: Sequence[Path], options: Sequence[str]) -> Command:
        fixed = ("--format", "json", "--output", REPORT, "--fail-under", "0")
        arguments = (sys.executable, "-m", "nncheck", "grade", "submissions", *fixed, *options)
        if len(folders) > 1:
            arguments = (sys.executable, str(SIDE_BY_SIDE), *map(str, folders), "--", *arguments)
        variables = {"XDG_CACHE_HOME": str(self._folder / "cache")}
        return Command(arguments, folders[0], folders[0] / LOG, variables)


def _written(folder: Path, texts: Sequence[str]) -> None:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number:05}.py").write_text(text, "utf-8")


def _results(folder: Path) -> int:
    return len(json.loads((folder / REPORT).read_text("utf-8"))["submissions"])

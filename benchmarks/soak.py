"""Thousands of submissions through one grader, a tenth of them hostile: it stays as it was.

python benchmarks/soak.py --submissions 2000

Exits with 1 when an honest grade is not what it was filed under, a hostile submission gets full marks or
leaves a trace, memory grows, or a process, a descriptor or a temporary file is left.
"""

import argparse
import ctypes
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from attacking import Surroundings, attacks, descendants  # noqa: E402  the tests' own attacks

from nncheck.pipeline import Grader, Settings  # noqa: E402
from nncheck.records import Limits, Submission, SubmissionResult  # noqa: E402
from nncheck.reference.store import Store  # noqa: E402
from nncheck.spec import load_exercises  # noqa: E402
from nncheck.submission import read_submission  # noqa: E402

# Short, so that what hangs costs a second or two, and long enough for honest code on a busy machine.
LIMITS = Limits(call_wall_seconds=3.0, call_cpu_seconds=0.5, exercise_wall_seconds=10.0, memory_mib=512)
EVERY = 100  # submissions between two lines of the table
GROWTH_MIB = 4.0  # of what the grader holds, from the first quarter on
ANSWERS_RIGHTLY = "activations/patched-numpy-right-answers"  # hostile, and full marks all the same
FOLDERS = tuple(map(Path, ("/tmp", "/var/tmp", "/dev/shm")))
FIRST_WORKER = 61184  # users from here on are workers of root


class Entry(NamedTuple):
    """A submission, and what it may get."""

    kind: str  # "right", "wrong" or "hostile"
    name: str
    submission: Submission


def filed(kind: str) -> list[Entry]:
    """The solutions of one kind, of every exercise."""
    paths = [
        path for path in sorted((ROOT / "solutions").glob(f"*/{kind}/*")) if path.suffix in (".py", ".ipynb")
    ]
    return [Entry(kind, f"{path.parts[-3]}/{path.stem}", read_submission(path)) for path in paths]


def hostile(surroundings: Surroundings, folder: Path) -> list[Entry]:
    """Hostile solutions, wrong submissions that want points, and attacks on the host as submissions."""
    entries = filed("hostile")
    for attack in attacks("verdict"):
        entries.append(Entry("hostile", attack.name, read_submission(attack.path)))
    for attack in attacks("host"):
        path = folder / attack.path.name
        call = f"\n\ndef sigmoid(x):\n    return attack({surroundings.facts!r})\n"
        path.write_text(attack.source + call, "utf-8")
        entries.append(Entry("hostile", attack.name, read_submission(path)))
    return entries


def mixed(honest: list[Entry], wrong: list[Entry], enemies: list[Entry]) -> Iterator[Entry]:
    """Without end: of ten submissions eight are right, one is wrong and one is hostile."""
    shuffled = random.Random(0).sample
    rights, wrongs, others = (cycle(shuffled(each, len(each))) for each in (honest, wrong, enemies))
    while True:
        yield from (next(rights) for _ in range(8))
        yield next(wrongs)
        yield next(others)


class Judge:
    """Says what is wrong with a result, from what its submission is filed under and from earlier results."""

    def __init__(self) -> None:
        self._scores: dict[str, float] = {}

    def objection(self, entry: Entry, result: SubmissionResult) -> str:
        """One sentence, or nothing."""
        full = 0 < result.max_score == result.score
        if full != (entry.kind == "right") and entry.name != ANSWERS_RIGHTLY:
            return f"{entry.kind} {entry.name} got {result.score:g} of {result.max_score:g}"
        before = self._scores.setdefault(entry.name, result.score)
        if before != result.score and entry.kind != "hostile":
            return f"{entry.name} got {result.score:g} this time, and {before:g} before"
        return ""


def resident_mib(process: int | str = "self") -> float:
    """The memory that a process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def held_mib() -> float:
    """The memory that the grader needs: without free memory, which the C library (glibc) keeps for later."""
    if hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
        libc.malloc_trim(0)
    return resident_mib()


def belongings() -> dict[str, int]:
    """What must not grow, by what it is."""
    return {
        "processes": len(descendants(os.getpid())),
        "descriptors": len(os.listdir("/proc/self/fd")),
        "temporary files": len([path for folder in FOLDERS if folder.is_dir() for path in ours(folder)]),
    }


def ours(folder: Path) -> Iterator[Path]:
    """The files in a folder that a worker could have made."""
    first = FIRST_WORKER if os.geteuid() == 0 else os.geteuid()
    for path in folder.iterdir():
        try:
            if path.lstat().st_uid >= first:
                yield path
        except OSError:  # somebody else's, which has gone
            continue


class Soak:
    """One long grading."""

    def __init__(self, grader: Grader, surroundings: Surroundings, tell: Callable[[str], None]):
        self._grader, self._surroundings, self._tell = grader, surroundings, tell
        self._judge = Judge()
        self._counts: Counter[str] = Counter()
        self.problems: list[str] = []

    def run(self, entries: Iterator[Entry], number: int, settled: int) -> None:
        """Grade so many submissions; from `settled` on, nothing may grow."""
        began, usual, base = perf_counter(), belongings(), 0.0
        for count in range(1, number + 1):
            self._grade(next(entries))
            if count == settled:
                usual, base = belongings(), held_mib()
            if count % EVERY == 0 or count == number:
                self._tell(f"{count:6}{count / (perf_counter() - began):8.1f}/s{self._figures()}")
        self._compare(usual, base)

    def _compare(self, usual: dict[str, int], base: float) -> None:
        raw, now, grown = resident_mib(), belongings(), held_mib() - base
        counts = ", ".join(f"{number} {kind}" for kind, number in self._counts.items())
        self._tell(f"graded {counts}; {raw:.1f} MiB resident at the end")
        self._tell(f"held when settled {base:.1f} MiB, at the end {grown:+.1f}")
        self.problems += [
            f"{name}: {usual[name]} before, {now[name]} after" for name in now if now[name] > usual[name]
        ]
        if grown > GROWTH_MIB:
            self.problems.append(f"the grader's memory grew by {grown:.1f} MiB")

    def _grade(self, entry: Entry) -> None:
        self._counts[entry.kind] += 1
        problem = self._judge.objection(entry, self._grader.grade(entry.submission))
        traces = self._surroundings.traces()
        found = [problem] if problem else []
        self.problems += found + [f"{entry.name} left a trace: {trace}" for trace in traces]
        if traces:
            self._surroundings.restore()

    def _figures(self) -> str:
        others = sum(map(resident_mib, descendants(os.getpid())))
        there = belongings()
        return f"{resident_mib():12.1f}{others:12.1f}" + "".join(f"{each:17}" for each in there.values())


def main() -> None:
    """Run, print a table, and exit with 1 where something is not as it should be."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--submissions", type=int, default=2000)
    number = options.parse_args().submissions
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        surroundings = Surroundings(folder / "around")
        honest, wrong, enemies = filed("right"), filed("wrong")[::8], hostile(surroundings, folder)
        print(f"{len(honest)} right, {len(wrong)} wrong, {len(enemies)} hostile submissions, in turn")
        print(
            f"{'':6}{'rate':>10}{'grader MiB':>12}{'others MiB':>12}"
            + "".join(f"{name:>17}" for name in belongings())
        )
        with Grader(load_exercises(), Settings(limits=LIMITS), store=Store(folder / "cases")) as grader:
            for entry in honest:
                grader.grade(entry.submission)  # builds the cases, which takes longer than a submission may
            soak = Soak(grader, surroundings, lambda line: print(line, flush=True))
            soak.run(mixed(honest, wrong, enemies), number, settled=number // 4)
        surroundings.close()
    print("\n".join(soak.problems) or "every honest grade was right, and nothing was left")
    sys.exit(1 if soak.problems else 0)


if __name__ == "__main__":
    main()

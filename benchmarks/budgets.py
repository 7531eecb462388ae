"""What nncheck promises to cost -> what it costs."""

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench_isolation import ALL, BUDGETS, WITHOUT
from bench_isolation import measured as isolation_rounds
from document import Section, table
from gradings import Gradings, Span
from peers.measure import Command, Usage, measured
from students_time import students_time

SOLUTIONS = Path(__file__).resolve().parent.parent / "solutions"
EXERCISES = tuple(sorted(path.name for path in SOLUTIONS.iterdir() if path.is_dir()))
STARTED = SOLUTIONS / "activations" / "right" / "numpy_textbook.py"
RIGHT_MS, WRONG_MS, START_RATIO = 25.0, 150.0, 3.0
WRONG_SOLUTIONS = 24  # of an exercise, at most

Costs = dict[str, float]  # of one submission, in milliseconds of processor time


def exercises(gradings: Gradings, span: Span, names: Sequence[str] = EXERCISES) -> Section:
    """One more submission of each exercise, right or wrong."""
    found = {name: _exercise(gradings, span, name) for name in names}
    right = f"beyond it (budget {RIGHT_MS:g})"
    wrong = f"wrong ones, in all (budget {WRONG_MS:g})"
    titles = ("exercise", "right one, in all", "the student's own", right, wrong)
    rows = [[name, *(f"{cost:.1f}" for cost in costs.values())] for name, costs in found.items()]
    return Section("CPU ms for one more submission of an exercise", table(titles, rows), found)


def _exercise(gradings: Gradings, span: Span, name: str) -> Costs:
    print(name, file=sys.stderr, flush=True)
    path, options = _right(name), ("--exercise", name)
    right = 1000 * gradings.cpu_each([path.read_text("utf-8")], span, *options)
    own = 1000 * students_time(path, name, gradings.store)
    sources = _wrong(name)
    wrong = 1000 * gradings.cpu_each(sources, (len(sources), 3 * len(sources)), *options)
    return {"right": right, "own": own, "beyond": right - own, "wrong": wrong}


def _right(exercise: str) -> Path:
    """A solution written for numpy, as most are."""
    paths = (SOLUTIONS / exercise / "right").glob("*.py")
    return min(paths, key=lambda path: (not path.name.startswith("numpy_"), path.name))


def _wrong(exercise: str) -> list[str]:
    """Some that are written for numpy, evenly chosen."""
    paths = sorted((SOLUTIONS / exercise / "wrong").glob("*.py"))
    sources = [text for text in (path.read_text("utf-8") for path in paths) if "torch" not in text]
    step = -(-len(sources) // WRONG_SOLUTIONS)  # rounded up
    return sources[::step]


def start(folder: Path, rounds: int) -> Section:
    """One submission with all activations, graded from the cache, and run by itself; in turn."""
    runs = {"`python submission.py`": (), "`nncheck grade submission.py`": ("-m", "nncheck", "grade")}
    taken: dict[str, list[Usage]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, words in runs.items():
            usage = measured([_command(folder, *words, str(STARTED))])
            if number:  # the first fills the cache
                taken[name].append(usage)
    wall = {name: median(each.wall for each in usages) for name, usages in taken.items()}
    cpu = {name: median(each.cpu for each in usages) for name, usages in taken.items()}
    first = next(iter(runs))
    rows = [
        [
            name,
            f"{wall[name]:.3f}",
            f"{cpu[name]:.3f}",
            *(f"{each[name] / each[first]:.1f}" for each in (wall, cpu)),
        ]
        for name in runs
    ]
    titles = ("", "wall s", "CPU s", f"wall, ratio (budget {START_RATIO:g})", "CPU, ratio")
    return Section("Start-up, 14 functions", table(titles, rows), {"wall": wall, "cpu": cpu})


def _command(folder: Path, *arguments: str) -> Command:
    variables = {"XDG_CACHE_HOME": str(folder / "cache")}
    return Command((sys.executable, *arguments), folder, folder / "output.log", variables)


def isolation() -> Section:
    """A round of fork, lock-down, one call and reaping."""
    rounds = {name: median(each) for name, each in isolation_rounds("numpy").items()}
    rows = [[name, f"{each:.2f}", f"{each / rounds[WITHOUT]:.2f}"] for name, each in rounds.items()]
    titles = ("", f"wall ms (budget {BUDGETS['numpy']:g} with {ALL})", "ratio")
    return Section("Isolation: fork, lock down, one call, reap", table(titles, rows), rounds)

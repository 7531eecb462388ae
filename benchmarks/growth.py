"""What nncheck's cost grows with -> how it grows: jobs, submissions, functions, cases."""

import os
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from document import Section, table
from gradings import Gradings, Span
from peers.submissions import submissions

SOLUTIONS = Path(__file__).resolve().parent.parent / "solutions"
ACTIVATIONS = SOLUTIONS / "activations" / "right" / "numpy_textbook.py"
NAMES = ("sigmoid", "tanh", "relu", "leaky_relu", "prelu", "gelu", "identity")
FUNCTIONS = (*NAMES, *(f"{name}_grad" for name in NAMES))
SQUARES = '''\
"""Squares, with any number of examples."""

import numpy as np

from nncheck.spec import Example, Exercise, Function, Misconception, reals


def square(x):
    """Multiply each number by itself."""
    return x * x


SQUARE = Function(
    square,
    {{"x": reals(-8, 8)}},
    torch=lambda torch, x: x * x,
    examples=tuple(
        Example(f"example-{{number}}", numbers, why="one more")
        for number, numbers in enumerate(np.random.default_rng(0).normal(size=({examples}, 3)))
    ),
    misconceptions=(Misconception("SQ101", "doubled", "What is 3 times 3?", lambda x: x + x),),
)
EXERCISE = Exercise("squares", "Squares of numbers", (SQUARE,))
'''


def jobs(gradings: Gradings, count: int, rounds: int) -> Section:
    """The same submissions by 1, 2, ... jobs, and by as many runs of one job side by side, in turn.

    What the runs gain is what the machine has to give: they share nothing but its processors.
    """
    sources = [each.source for each in submissions(count)]
    most = len(os.sched_getaffinity(0))
    ways = [(str(n), ("--jobs", str(n)), 1) for n in range(1, most + 1)]
    if most > 1:
        ways.append((f"1 in each of {most} runs", ("--jobs", "1"), most))
    taken = [
        [gradings.usage(sources, count, *options, runs=runs) for _, options, runs in ways]
        for _ in range(rounds)
    ]
    typical = [
        {name: median(getattr(usage, name) for usage in usages) for name in ("wall", "cpu", "memory")}
        for usages in zip(*taken, strict=True)
    ]
    rows = [
        [name, f"{each['wall']:.2f}", f"{typical[0]['wall'] / each['wall']:.2f}"]
        + [f"{each['cpu']:.2f}", f"{each['memory']:.0f}"]
        for (name, *_), each in zip(ways, typical, strict=True)
    ]
    titles = ("jobs", "wall s", "times as fast (budget 1.7 for 2)", "CPU s", "memory MiB")
    return Section(f"{count} submissions of three functions, by jobs", table(titles, rows), typical)


def batches(gradings: Gradings, counts: Sequence[int]) -> Section:
    """More and more submissions: what each of them costs, and what the grader holds."""
    sources = [each.source for each in submissions(max(counts))]
    found = {count: gradings.usage(sources[:count], count) for count in counts}
    rows = [
        [str(count), f"{usage.wall:.2f}", f"{1000 * usage.cpu / count:.1f}", f"{usage.memory:.0f}"]
        for count, usage in found.items()
    ]
    titles = ("submissions", "wall s", "CPU ms each", "memory MiB")
    figures = {count: [usage.wall, usage.cpu, usage.memory] for count, usage in found.items()}
    return Section("Growth with submissions of three functions", table(titles, rows), figures)


def functions(gradings: Gradings, span: Span, counts: Sequence[int]) -> Section:
    """More and more functions of the same submission."""
    source, found = ACTIVATIONS.read_text("utf-8"), {}
    for count in counts:
        options = [word for name in FUNCTIONS[:count] for word in ("--function", name)]
        found[count] = 1000 * gradings.cpu_each([source], span, "--exercise", "activations", *options)
    rows = [[str(count), f"{cost:.1f}", f"{cost / count:.1f}"] for count, cost in found.items()]
    titles = ("functions", "CPU ms for one more submission", "a function")
    return Section("Growth with functions", table(titles, rows), found)


def cases(gradings: Gradings, span: Span, folder: Path, counts: Sequence[int]) -> Section:
    """More and more examples of one function, beside the cases that it has anyway."""
    source, found = "def square(x):\n    return 1.0 * x * x\n", {}
    for count in counts:
        place = folder / f"examples-{count}"
        (place / "exercises" / "squares").mkdir(parents=True)
        text = SQUARES.format(examples=count)
        (place / "exercises" / "squares" / "exercise.py").write_text(text, "utf-8")
        options = ("--exercises", str(place), "--exercise", "squares")
        found[count] = 1000 * gradings.cpu_each([source], span, *options)
    rows = [[str(count), f"{cost:.1f}"] for count, cost in found.items()]
    titles = ("examples", "CPU ms for one more submission")
    return Section("Growth with cases", table(titles, rows), found)

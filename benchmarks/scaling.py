"""How nncheck's cost grows, and whether it keeps its budgets.

    python benchmarks/scaling.py --write

All figures come from one run; processor time is that of every process that nncheck starts.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import budgets
import growth
from document import Section, replace
from gradings import Gradings
from machine import machine, sentence

RESULTS = Path(__file__).with_name("scaling.json")


def main() -> None:
    """Measure, and print or write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="into benchmarks/README.md and scaling.json")
    parser.add_argument("--quick", action="store_true", help="few submissions: does it run at all?")
    options = parser.parse_args()
    facts = machine()
    with TemporaryDirectory(prefix="scaling-") as name:
        found = list(told(sections(Path(name), options.quick)))
    if options.write:
        replace("scaling", "\n\n".join([sentence(facts) + ".", *map(str, found)]))
        figures = {"machine": facts} | {section.title: section.figures for section in found}
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def sections(folder: Path, quick: bool) -> Iterator[Section]:
    """Everything that is measured."""
    gradings = Gradings(folder)
    span = (5, 15) if quick else (20, 100)
    yield growth.jobs(gradings, 20 if quick else 2000, rounds=1 if quick else 3)
    yield growth.batches(gradings, (5, 20) if quick else (20, 100, 300, 1000))
    yield growth.functions(gradings, span, (1, 3) if quick else (1, 3, 14))
    yield growth.cases(gradings, span, folder, (1, 100) if quick else (1, 100, 400))
    yield budgets.exercises(gradings, span, ("softmax",) if quick else budgets.EXERCISES)
    yield budgets.start(folder, rounds=3 if quick else 11)
    yield budgets.isolation()


def told(sections: Iterator[Section]) -> Iterator[Section]:
    """The same, each shown as soon as it is there."""
    for section in sections:
        print(f"{section}\n", flush=True)
        yield section


if __name__ == "__main__":
    main()

"""Runs the attack suite in every configuration -> the table in docs/security.md.

python tests/attack_table.py [--write]
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from attacking import CONFIGURATIONS, ROOT, Arena, Attack, attacks, classes, forged, grader_in, handed_in

from nncheck.reference.store import default_store
from nncheck.submission import read_submission

DOCUMENT = Path(__file__).parent.parent / "docs" / "security.md"
WHO = "root" if ROOT else "an ordinary user"
BEGIN, END = f"<!-- attacks as {WHO}: begin -->", f"<!-- attacks as {WHO}: end -->"

Results = dict[str, dict[Attack, bool]]  # configuration -> attack -> whether it succeeded


def main() -> None:
    """Run everything, and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="replace the table in docs/security.md")
    arguments = parser.parse_args()
    text = table({name: dict(results(name)) for name in CONFIGURATIONS})
    if arguments.write:
        replace(text)
    else:
        print(text)


def results(configuration: str) -> Iterator[tuple[Attack, bool]]:
    """Every attack of the suite, and whether it succeeded."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        arena = Arena(configuration, folder / "around")
        yield from tried(attacks("host"), lambda attack: bool(arena.attempt(attack).success))
        arena.close()
        with grader_in(configuration, default_store()) as grader:
            grade = lambda attack: grader.grade(read_submission(attack.path))  # noqa: E731
            yield from tried(attacks("verdict"), lambda attack: bool(forged(attack, grade(attack))))
        yield from tried(attacks("reading"), lambda attack: handed_in(attack, folder / attack.path.stem)[1])


def tried(each: list[Attack], succeeds: Callable[[Attack], bool]) -> Iterator[tuple[Attack, bool]]:
    """Try them, and tell on a terminal how far it is."""
    for attack in each:
        print(f"\r{attack.name:60}", end="", file=sys.stderr, flush=True)
        yield attack, succeeds(attack)


def table(found: Results) -> str:
    """A row a class, a column a configuration."""
    names = list(found)
    lines = [f"| class | files | {' | '.join(names)} |", f"|---|---|{'---|' * len(names)}"]
    for identifier, title in classes().items():
        counts = [
            sum(won for attack, won in found[name].items() if attack.id == identifier) for name in names
        ]
        files = sum(attack.id == identifier for attack in found[names[0]])
        lines.append(row(f"{identifier} {title}", files, counts))
    lines.append(row("**all**", len(found[names[0]]), [sum(found[name].values()) for name in names]))
    return "\n".join(lines)


def row(title: str, files: int, counts: list[int]) -> str:
    """One line of the table."""
    return f"| {title} | {files} | {' | '.join(map(str, counts))} |"


def replace(text: str) -> None:
    """Put the table between its marks in the document."""
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()

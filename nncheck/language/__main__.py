"""`python -m nncheck.language EXERCISE.PY [CODE]`: the catalogue of an exercise, and what it still lacks."""

import sys
from pathlib import Path

import polib

from nncheck.errors import NncheckError
from nncheck.language.catalogue import raw_translations
from nncheck.language.strings import exercise_strings
from nncheck.spec.load import load_exercise

HEADER = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}


def catalogue(path: Path, code: str) -> str:
    """Every string of the exercise, with the translation that its catalogue has by now, or none.

    Raises SpecError for a wrong exercise file and UsageError for a catalogue that cannot be read.
    """
    beside = path.with_name(f"{code}.po")
    known = raw_translations(beside) if beside.exists() else {}
    found = polib.POFile(wrapwidth=110)
    found.metadata = {"Language": code, **HEADER}
    for text in exercise_strings(load_exercise(path)):
        found.append(polib.POEntry(msgid=text, msgstr=known.get(text, "")))
    return f"{found}"


def main(arguments: list[str]) -> str | None:
    """Prints the catalogue; what is returned is a sentence on what is wrong."""
    if not 1 <= len(arguments) <= 2:
        return __doc__
    try:
        print(catalogue(Path(arguments[0]), *arguments[1:] or ["zh"]))
    except NncheckError as error:
        return f"nncheck: {error}"
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

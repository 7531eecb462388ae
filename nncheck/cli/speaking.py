"""The language that was asked for, read from its catalogues, where what is to be read can show it."""

import sys
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from nncheck.cli.output import screen_of_stdout
from nncheck.errors import UsageError
from nncheck.language.language import ENGLISH, Language
from nncheck.report.screen import Screen


@cache
def spoken(code: str, folders: tuple[Path, ...] = ()) -> Language:
    """The language, with the strings of all exercises: of ours, and of those in some folders.

    Raises UsageError for a catalogue that cannot be read.
    """
    if code == ENGLISH.code:
        return ENGLISH
    from nncheck.language.catalogue import language_of
    from nncheck.spec.load import shipped_exercises

    return language_of(code, [shipped_exercises(), *(folder / "exercises" for folder in folders)])


def screen_for(code: str, folders: tuple[Path, ...] = (), output: Path | None = None) -> Screen:
    """The screen to write on, in that language: of a file, or of standard output.

    Raises UsageError where standard output has no characters for the language.
    """
    language = spoken(code, folders)
    if output is None:
        refuse_unwritable(language, sys.stdout.encoding or "ascii")
    return replace(Screen() if output else screen_of_stdout(), language=language)


def refuse_unwritable(language: Language, encoding: str) -> None:
    """Before the work: a report of escape sequences is of use to nobody."""
    try:
        language.say("expected").encode(encoding)
    except UnicodeEncodeError:
        raise UsageError(
            f"standard output is {encoding}, which cannot show --lang {language.code};"
            " set PYTHONIOENCODING=utf-8 where the terminal can, or write to a file with --output"
        ) from None
